package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.digitscope.network.DigitNetwork;

/** How much a sum of logits falls if an image is changed, for one change after another. */
final class Falls {
    private static final int MOST_IMAGES_A_SLICE = 4;

    private final float[] image;
    private final int count;
    private final IntFunction<float[]> changed;
    private final double[] falls;
    private double whole = Double.NaN;
    private int done;

    /**
     * @param image 28×28, row-major
     * @param count the number of changes
     * @param changed the image after a change, by its index
     */
    Falls(float[] image, int count, IntFunction<float[]> changed) {
        this.image = image;
        this.count = count;
        this.changed = changed;
        this.falls = new double[count];
    }

    /** Does the next few changes, with the unchanged image first. */
    void step(DigitNetwork network, ToDoubleFunction<float[]> sum) {
        int atOnce = Portion.forReading(network.layers(), MOST_IMAGES_A_SLICE);
        List<float[]> images = new ArrayList<>(atOnce);
        if (Double.isNaN(whole)) {
            images.add(image);
        }
        int end = Math.min(count, done + atOnce - images.size());
        for (int i = done; i < end; i++) {
            images.add(changed.apply(i));
        }
        int row = 0;
        List<float[]> logits = network.logits(images);
        if (Double.isNaN(whole)) {
            whole = sum.applyAsDouble(logits.get(row++));
        }
        for (; done < end; done++) {
            falls[done] = whole - sum.applyAsDouble(logits.get(row++));
        }
    }

    /** The number of changes that are done. */
    int done() {
        return done;
    }

    boolean isFinished() {
        return done == count;
    }

    double share() {
        return count == 0 ? 1 : (double) done / count;
    }

    /** Of a change that is done: positive if the sum has fallen. */
    double of(int change) {
        return falls[change];
    }
}
