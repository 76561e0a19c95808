package org.digitscope.training.dl4j;

import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.digitscope.image.DigitImage;
import org.digitscope.training.Example;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingSet;

/**
 * Makes the batches of one epoch on a thread of its own, a few ahead of the training. Their order depends on the plan's
 * seed and the epoch alone, so that a resumed training sees the same batches.
 */
final class BatchPipeline implements AutoCloseable {
    private static final int AHEAD = 4;
    private static final int PIXELS = DigitImage.SIZE * DigitImage.SIZE;

    private final TrainingPlan plan;
    private final TrainingSet set;
    private final long epochSeed;
    private final int[] order;
    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(AHEAD);
    private final Thread worker;

    /** @param epoch from 0 */
    BatchPipeline(TrainingPlan plan, TrainingSet set, int epoch) {
        this.plan = plan;
        this.set = set;
        this.epochSeed = plan.seed() * 1_000_003 + epoch + 1;
        this.order = TrainingSet.shuffled(set.trained().size(), epochSeed);
        this.worker = new Thread(this::work, "batches");
        worker.setDaemon(true);
        worker.start();
    }

    /** The number of batches in an epoch; the last may be smaller. */
    static int batches(TrainingPlan plan, int samples) {
        return (samples + plan.batchSize() - 1) / plan.batchSize();
    }

    /** Waits for the next batch. */
    Batch next() throws InterruptedException {
        return ready.take();
    }

    @Override
    public void close() {
        worker.interrupt();
    }

    private static long mix(long seed, int index) {
        return (seed * 0x9E3779B97F4A7C15L ^ index) * 0xBF58476D1CE4E5B9L;
    }

    private void work() {
        try {
            for (int from = 0; from < order.length; from += plan.batchSize()) {
                ready.put(batch(from, Math.min(from + plan.batchSize(), order.length)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Batch batch(int from, int to) {
        int size = to - from;
        float[] images = new float[size * PIXELS];
        int classes = set.classes();
        float[] targets = new float[size * classes];
        float others = (float) (plan.labelSmoothing() / classes);
        java.util.Arrays.fill(targets, others);
        for (int i = 0; i < size; i++) {
            Example example = set.trained().get(order[from + i]);
            // Each example has its own chance, whatever thread draws it and when.
            example.draw(new SplittableRandom(mix(epochSeed, order[from + i])), images, i * PIXELS);
            targets[i * classes + example.label()] = (float) (1 - plan.labelSmoothing()) + others;
        }
        return new Batch(size, images, targets);
    }
}
