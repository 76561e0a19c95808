package org.digitscope.explain;

import java.util.List;
import java.util.Optional;
import org.digitscope.network.DigitNetwork;

/** |∂S/∂x| for the explained sum S (Simonyan, Vedaldi, Zisserman, <i>Deep inside convolutional networks</i>, 2014). */
final class Saliency extends SlicedExplanation {
    private final float[] image;

    Saliency(Question question, float[] image) {
        super(question);
        this.image = image;
    }

    @Override
    Optional<Relevance> slice(DigitNetwork network) {
        float[] gradient =
                network.imageGradients(List.of(image), weights(network)).get(0);
        float[] pixels = new float[gradient.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.abs(gradient[i]);
        }
        return relevance(pixels);
    }
}
