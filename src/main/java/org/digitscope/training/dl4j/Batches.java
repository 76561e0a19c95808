package org.digitscope.training.dl4j;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.digitscope.image.DigitImage;
import org.digitscope.training.Example;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingSet;

/**
 * The batches of one epoch. Their order and what is drawn for them depend on the plan's seed and the epoch alone, so
 * that a resumed training sees the same. Safe for several threads.
 */
final class Batches {
    private static final int PIXELS = DigitImage.SIZE * DigitImage.SIZE;

    private final TrainingPlan plan;
    private final TrainingSet set;
    private final long epochSeed;
    private final int[] order;

    /** @param epoch from 0 */
    Batches(TrainingPlan plan, TrainingSet set, int epoch) {
        this.plan = plan;
        this.set = set;
        this.epochSeed = plan.seed() * 1_000_003 + epoch + 1;
        this.order = TrainingSet.shuffled(set.trained().size(), epochSeed);
    }

    /** How many there are; the last may be smaller. */
    int count() {
        return (order.length + plan.batchSize() - 1) / plan.batchSize();
    }

    /**
     * Draws the images of a batch, which takes some milliseconds.
     *
     * @param number from 0
     */
    Batch get(int number) {
        int from = number * plan.batchSize();
        int size = Math.min(plan.batchSize(), order.length - from);
        float[] images = new float[size * PIXELS];
        int classes = set.classes();
        float[] targets = new float[size * classes];
        float others = (float) (plan.labelSmoothing() / classes);
        Arrays.fill(targets, others);
        for (int i = 0; i < size; i++) {
            Example example = set.trained().get(order[from + i]);
            // Each example has its own chance, whatever thread draws it and when.
            example.draw(new SplittableRandom(mix(epochSeed, order[from + i])), images, i * PIXELS);
            targets[i * classes + example.label()] = (float) (1 - plan.labelSmoothing()) + others;
        }
        return new Batch(size, images, targets);
    }

    private static long mix(long seed, int index) {
        return (seed * 0x9E3779B97F4A7C15L ^ index) * 0xBF58476D1CE4E5B9L;
    }
}
