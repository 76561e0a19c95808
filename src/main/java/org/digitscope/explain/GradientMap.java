package org.digitscope.explain;

import java.util.List;
import java.util.Optional;
import org.digitscope.network.DigitNetwork;

/**
 * What one gradient of the explained sum S says, pixel by pixel: |∂S/∂x| (Simonyan, Vedaldi, Zisserman, <i>Deep inside
 * convolutional networks</i>, 2014) or x · ∂S/∂x (Shrikumar et al., <i>Not just a black box</i>, 2016), in which paper
 * gets nothing.
 */
final class GradientMap extends SlicedExplanation {
    private final float[] image;
    private final boolean timesInput;

    private GradientMap(Question question, float[] image, boolean timesInput) {
        super(question);
        this.image = image;
        this.timesInput = timesInput;
    }

    static GradientMap saliency(Question question, float[] image) {
        return new GradientMap(question, image, false);
    }

    static GradientMap timesInput(Question question, float[] image) {
        return new GradientMap(question, image, true);
    }

    @Override
    Optional<Relevance> slice(DigitNetwork network) {
        return gradients(network, () -> List.of(image)).flatMap(found -> relevance(pixels(found.get(0))));
    }

    private float[] pixels(float[] gradient) {
        float[] pixels = new float[gradient.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = timesInput ? image[i] * gradient[i] : Math.abs(gradient[i]);
        }
        return pixels;
    }
}
