package org.digitscope.ui;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands for the JavaFX thread where there is none: a test does its work, one piece after the other, when it waits. */
public final class Deliveries implements Executor {
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    /** What has waited longest, undone; it must be there. */
    public Runnable take() {
        return waiting.remove();
    }

    /** Waits for the next piece and gives it, undone. */
    public Runnable await() {
        try {
            return Objects.requireNonNull(waiting.poll(30, TimeUnit.SECONDS), "nothing is delivered");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the next piece and does it. */
    public void next() {
        await().run();
    }
}
