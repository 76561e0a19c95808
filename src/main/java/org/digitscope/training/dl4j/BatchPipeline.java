package org.digitscope.training.dl4j;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/** Draws the batches of one epoch on a thread of its own, a few ahead of the training. */
final class BatchPipeline implements AutoCloseable {
    private static final int AHEAD = 4;

    private final Batches batches;
    private final BlockingQueue<Supplier<Batch>> ready = new ArrayBlockingQueue<>(AHEAD);
    private final Thread worker;

    BatchPipeline(Batches batches) {
        this.batches = batches;
        this.worker = new Thread(this::work, "batches");
        worker.setDaemon(true);
        worker.start();
    }

    /**
     * Waits for the next batch.
     *
     * @throws RuntimeException that kept it from being drawn
     */
    Batch next() throws InterruptedException {
        return ready.take().get();
    }

    @Override
    public void close() {
        worker.interrupt();
    }

    private void work() {
        try {
            for (int number = 0; number < batches.count(); number++) {
                Batch batch = batches.get(number);
                ready.put(() -> batch);
            }
        } catch (RuntimeException e) {
            // The training would wait for ever for a batch that does not come.
            fail(e);
        } catch (OutOfMemoryError e) {
            fail(new IllegalStateException("the memory is not enough for a batch", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(RuntimeException problem) {
        try {
            ready.put(() -> {
                throw problem;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
