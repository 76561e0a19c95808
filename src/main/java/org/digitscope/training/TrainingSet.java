package org.digitscope.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.digitscope.data.augmentation.ImageAugmentation;

/**
 * What a training learns from and what it is checked on.
 *
 * @param trained drawn anew in every epoch
 * @param heldOut never trained on
 * @param classes 10, or 11 if {@link Example#NO_DIGIT} is among them
 */
public record TrainingSet(List<Example> trained, List<LabelledImage> heldOut, int classes) {
    public TrainingSet {
        trained = List.copyOf(trained);
        heldOut = List.copyOf(heldOut);
    }

    /** Images as they are, of which the plan's share is held out by its seed. */
    public static TrainingSet split(TrainingPlan plan, List<LabelledImage> samples) {
        int[] order = shuffled(samples.size(), plan.seed());
        int heldOutCount = (int) Math.round(samples.size() * plan.validationShare());
        List<LabelledImage> heldOut = new ArrayList<>();
        List<Example> trained = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            LabelledImage sample = samples.get(order[i]);
            if (i < heldOutCount) {
                heldOut.add(sample);
            } else {
                trained.add(new Example.Image(sample.image(), sample.label(), ImageAugmentation.none()));
            }
        }
        return new TrainingSet(trained, heldOut, 10);
    }

    /** 0 to size − 1 in an order of chance (Fisher, Yates). */
    public static int[] shuffled(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
