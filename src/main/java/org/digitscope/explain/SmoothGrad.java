package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.digitscope.network.DigitNetwork;

/**
 * The mean of |∂S/∂x| at x + noise over 32 draws of normal noise with a standard deviation of 0.15, for the explained
 * sum S: the saliency, smoothed as by Smilkov et al., <i>SmoothGrad: removing noise by adding noise</i>, 2017, section
 * 2.2. The magnitudes are taken before the mean, so that gradients of changing sign do not hide each other.
 *
 * <p>The noise is the same for every image, so that the map does not flicker while somebody draws. It is not cut to the
 * range of grey levels.
 */
final class SmoothGrad extends SlicedExplanation {
    private static final int COPIES = 32;
    private static final int MOST_COPIES_A_SLICE = 2;
    private static final float DEVIATION = 0.15f;
    private static final long SEED = 2017;

    private final float[] image;
    private final Random random = new Random(SEED);
    private final double[] gathered;
    private int copies;

    SmoothGrad(Question question, float[] image) {
        super(question);
        this.image = image;
        this.gathered = new double[image.length];
    }

    @Override
    double share() {
        return (double) copies / COPIES;
    }

    @Override
    Optional<Relevance> slice(DigitNetwork network) {
        int atOnce = Portion.forGradients(network.layers(), MOST_COPIES_A_SLICE);
        gradients(network, () -> noisy(Math.min(atOnce, COPIES - copies))).ifPresent(this::gather);
        return copies < COPIES ? Optional.empty() : relevance(gathered);
    }

    private void gather(List<float[]> gradients) {
        copies += gradients.size();
        for (float[] gradient : gradients) {
            for (int i = 0; i < gradient.length; i++) {
                gathered[i] += Math.abs(gradient[i]) / COPIES;
            }
        }
    }

    private List<float[]> noisy(int count) {
        List<float[]> noisy = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            noisy.add(noisy());
        }
        return noisy;
    }

    private float[] noisy() {
        float[] noisy = new float[image.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = image[i] + DEVIATION * (float) random.nextGaussian();
        }
        return noisy;
    }
}
