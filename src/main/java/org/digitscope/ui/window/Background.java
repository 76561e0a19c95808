package org.digitscope.ui.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Work that takes longer than a frame, one task after the other on one thread; its outcome on the JavaFX thread. */
public final class Background implements AutoCloseable {
    /** Something that takes a while. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws Exception;
    }

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        return thread;
    });
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<String> running = new ReadOnlyObjectWrapper<>("");
    private final List<Runnable> whenIdle = new ArrayList<>();
    private int unfinished;

    /** @param fxThread hands work to the JavaFX thread */
    public Background(Executor fxThread) {
        this.fxThread = fxThread;
    }

    /** What runs now, for people; empty while nothing does. */
    public ReadOnlyObjectProperty<String> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Does this when nothing runs or waits: now, if that is so. For the JavaFX thread. */
    void whenIdle(Runnable next) {
        whenIdle.add(next);
        continueIfIdle();
    }

    /**
     * For the JavaFX thread.
     *
     * @param title for people
     * @param done told the result, on the JavaFX thread
     * @param failed told why there is none, on the JavaFX thread, unless this has been closed meanwhile
     */
    public <T> void run(String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        if (worker.isShutdown()) {
            return; // the window has been closed meanwhile
        }
        unfinished++;
        worker.execute(() -> {
            fxThread.execute(() -> running.set(title));
            try {
                T result = work.run();
                fxThread.execute(() -> {
                    running.set("");
                    end(() -> done.accept(result));
                });
            } catch (Exception | OutOfMemoryError | LinkageError e) {
                fxThread.execute(() -> {
                    running.set("");
                    end(() -> {
                        // What fails because the end has come is no news, and there is nobody to tell.
                        if (!worker.isShutdown()) {
                            failed.accept(e);
                        }
                    });
                });
            }
        });
    }

    private void end(Runnable outcome) {
        try {
            outcome.run();
        } finally {
            unfinished--;
            continueIfIdle();
        }
    }

    private void continueIfIdle() {
        while (unfinished == 0 && !whenIdle.isEmpty()) {
            whenIdle.remove(0).run();
        }
    }

    /** Waits, but not for ever, until what has been begun or waits is done; nothing new is taken. */
    void finish(Duration patience) {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What still waits is dropped. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
