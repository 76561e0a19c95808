package org.digitscope.ui;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;

/** The JavaFX thread, from the thread of a test. */
public final class Fx {
    private static final long PATIENCE_SECONDS = 60;
    private static final long POLL_MILLIS = 5;
    private static final List<Throwable> UNCAUGHT = new CopyOnWriteArrayList<>();

    private Fx() {}

    /** Starts JavaFX, once a process, and takes down what nobody catches on its thread. */
    public static void start() {
        HeadlessLibraries.require();
        // A window that is larger than the headless screen is not painted.
        System.setProperty("headless.geometry", "3840x2160-32");
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new AssertionError("JavaFX does not start", e);
        }
        Platform.setImplicitExit(false);
        run(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> UNCAUGHT.add(problem)));
    }

    /** What nobody caught since the last call. */
    static List<Throwable> takeUncaught() {
        List<Throwable> all = List.copyOf(UNCAUGHT);
        UNCAUGHT.clear();
        return all;
    }

    /** Does something on the JavaFX thread and waits for its result. */
    public static <T> T get(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            return here(work);
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("on the JavaFX thread: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread is blocked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static <T> T here(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError("on the JavaFX thread: " + e, e);
        }
    }

    static void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until something is true on the JavaFX thread. */
    static void await(String what, BooleanSupplier condition) {
        await(what, PATIENCE_SECONDS, condition);
    }

    static void await(String what, long seconds, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!get(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            pause(POLL_MILLIS);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
