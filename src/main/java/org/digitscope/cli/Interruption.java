package org.digitscope.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets a long task end in order when the process is asked to stop (Ctrl+C): the task sees it here, finishes its step, and
 * the process ends with status 1 when this is closed. Thread-safe.
 */
final class Interruption implements BooleanSupplier, AutoCloseable {
    /** A task that takes longer than this to notice is left alone. */
    private static final long PATIENCE_SECONDS = 60;

    private static final int STATUS = 1;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interruption");
    private volatile boolean asked;

    private Interruption() {}

    static Interruption watch() {
        Interruption interruption = new Interruption();
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException e) {
            interruption.asked = true;
        }
        return interruption;
    }

    /** True once the process or the thread has been asked to stop. */
    @Override
    public boolean getAsBoolean() {
        return asked || Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
        closed.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process ends right now; the hook sees that the work is done.
            }
        }
    }

    private void stop() {
        asked = true;
        try {
            if (closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                // The signal's own status would be 130; the work has ended in order, but not been done.
                Runtime.getRuntime().halt(STATUS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
