package org.digitscope.ui.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Work that takes longer than a frame; its outcome on the JavaFX thread. Files are saved one after the other, all else is
 * done one after the other, and nothing is saved later because something else takes long.
 */
public final class Background implements AutoCloseable {
    /** Something that takes a while. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws Exception;
    }

    private static final Duration LONG_ENOUGH_TO_SAVE = Duration.ofSeconds(20);
    private static final Logger LOG = Logger.getLogger("org.digitscope");

    private final ExecutorService worker = thread("background");
    private final ExecutorService saver = thread("saving");
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<String> running = new ReadOnlyObjectWrapper<>("");
    private final List<Runnable> whenIdle = new ArrayList<>();
    private int unfinished;

    /** @param fxThread hands work to the JavaFX thread */
    public Background(Executor fxThread) {
        this.fxThread = fxThread;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What runs now, for people; empty while nothing does. */
    public ReadOnlyObjectProperty<String> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether nothing runs or waits. For the JavaFX thread. */
    boolean isIdle() {
        return unfinished == 0;
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
        execute(worker, title, work, done, failed);
    }

    /** The same for what a person wants to keep: it is done even if this is closed before. */
    public <T> void save(String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        execute(saver, title, work, done, failed);
    }

    private <T> void execute(
            ExecutorService by, String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        if (by.isShutdown()) {
            return; // the window has been closed meanwhile
        }
        unfinished++;
        by.execute(() -> {
            fxThread.execute(() -> running.set(title));
            try {
                T result = work.run();
                fxThread.execute(() -> {
                    running.set("");
                    end(() -> done.accept(result));
                });
            } catch (Exception | OutOfMemoryError | LinkageError e) {
                if (by == saver && by.isShutdown()) {
                    LOG.log(Level.WARNING, "not saved at the end", e);
                }
                fxThread.execute(() -> {
                    running.set("");
                    end(() -> {
                        // What fails because the end has come is no news, and there is nobody to tell.
                        if (!by.isShutdown()) {
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
        finish(worker, patience);
        finish(saver, patience);
    }

    private static void finish(ExecutorService tasks, Duration patience) {
        tasks.shutdown();
        try {
            if (!tasks.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                tasks.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is to be saved is waited for; all else that still waits is dropped. */
    @Override
    public void close() {
        worker.shutdownNow();
        finish(saver, LONG_ENOUGH_TO_SAVE);
    }
}
