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
        List<float[]> noisy = new ArrayList<>(atOnce);
        for (; copies < COPIES && noisy.size() < atOnce; copies++) {
            noisy.add(noisy());
        }
        for (float[] gradient : network.imageGradients(noisy, weights(network))) {
            for (int i = 0; i < gradient.length; i++) {
                gathered[i] += Math.abs(gradient[i]) / COPIES;
            }
        }
        return copies < COPIES ? Optional.empty() : relevance(gathered);
    }

    private float[] noisy() {
        float[] noisy = new float[image.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = image[i] + DEVIATION * (float) random.nextGaussian();
        }
        return noisy;
    }
}
