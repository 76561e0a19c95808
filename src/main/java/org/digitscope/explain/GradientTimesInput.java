package org.digitscope.explain;

import java.util.List;
import java.util.Optional;
import org.digitscope.network.DigitNetwork;

/** x · ∂S/∂x for the explained sum S (Shrikumar et al., <i>Not just a black box</i>, 2016); paper gets nothing. */
final class GradientTimesInput extends SlicedExplanation {
    private final float[] image;

    GradientTimesInput(Question question, float[] image) {
        super(question);
        this.image = image;
    }

    @Override
    Optional<Relevance> slice(DigitNetwork network) {
        float[] gradient =
                network.imageGradients(List.of(image), weights(network)).get(0);
        float[] pixels = new float[gradient.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = image[i] * gradient[i];
        }
        return relevance(pixels);
    }
}
