package org.digitscope.training.dl4j;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.digitscope.image.DigitImage;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.TrainingPlan;

/**
 * Makes the batches of one epoch on a thread of its own, a few ahead of the training. Their order depends on the plan's
 * seed and the epoch alone, so that a resumed training sees the same batches.
 */
final class BatchPipeline implements AutoCloseable {
    private static final int AHEAD = 4;
    private static final int PIXELS = DigitImage.SIZE * DigitImage.SIZE;
    private static final int CLASSES = 10;

    private final TrainingPlan plan;
    private final List<LabelledImage> samples;
    private final int[] order;
    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(AHEAD);
    private final Thread worker;

    /** @param epoch from 0 */
    BatchPipeline(TrainingPlan plan, List<LabelledImage> samples, int epoch) {
        this.plan = plan;
        this.samples = samples;
        this.order = shuffled(samples.size(), plan.seed() * 1_000_003 + epoch + 1);
        this.worker = new Thread(this::work, "batches");
        worker.setDaemon(true);
        worker.start();
    }

    /** The number of batches in an epoch; the last may be smaller. */
    static int batches(TrainingPlan plan, int samples) {
        return (samples + plan.batchSize() - 1) / plan.batchSize();
    }

    /** 0 to size − 1 in an order of chance (Fisher, Yates). */
    static int[] shuffled(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /** Waits for the next batch. */
    Batch next() throws InterruptedException {
        return ready.take();
    }

    @Override
    public void close() {
        worker.interrupt();
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
        float[] targets = new float[size * CLASSES];
        float others = (float) (plan.labelSmoothing() / CLASSES);
        java.util.Arrays.fill(targets, others);
        for (int i = 0; i < size; i++) {
            LabelledImage sample = samples.get(order[from + i]);
            sample.image().copyInto(images, i * PIXELS);
            targets[i * CLASSES + sample.label()] = (float) (1 - plan.labelSmoothing()) + others;
        }
        return new Batch(size, images, targets);
    }
}
