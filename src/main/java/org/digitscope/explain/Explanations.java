package org.digitscope.explain;

import java.util.List;
import java.util.Optional;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.network.LayerInfo;

/** Begins explanations. The same question about the same image of the same network gets the same map. */
public final class Explanations {
    private Explanations() {}

    /**
     * An explanation of which nothing is computed yet. For a network that {@link #supports} does not accept, or a layer
     * that is no convolution, its first step throws {@link IllegalArgumentException}.
     *
     * @param image what the network saw
     * @param drawing the ink that it was made of; needed for {@link Method#STROKE_OCCLUSION} alone
     * @param rasterizer how it was made
     * @throws IllegalArgumentException if the method needs ink and there is none
     */
    public static Explanation begin(
            Question question, DigitImage image, Optional<Drawing> drawing, InkRasterizer rasterizer) {
        return switch (question.method()) {
            case SALIENCY -> GradientMap.saliency(question, image.pixels());
            case GRADIENT_X_INPUT -> GradientMap.timesInput(question, image.pixels());
            case INTEGRATED_GRADIENTS -> new IntegratedGradients(question, image.pixels());
            case SMOOTHGRAD -> new SmoothGrad(question, image.pixels());
            case GRAD_CAM -> new GradCam(question, image);
            case OCCLUSION -> new Occlusion(question, image.pixels());
            case STROKE_OCCLUSION -> {
                Drawing ink = drawing.orElseThrow(
                        () -> new IllegalArgumentException("strokes can be left out of ink alone, not of a picture"));
                yield new StrokeOcclusion(question, image.pixels(), ink, rasterizer);
            }
        };
    }

    /**
     * True if a method can explain what a network says.
     *
     * @param layers of the network
     * @param hasInk false if the network reads a picture instead of strokes
     */
    public static boolean supports(Method method, List<LayerInfo> layers, boolean hasInk) {
        return switch (method) {
            case GRAD_CAM -> !GradCam.convolutions(layers).isEmpty();
            case STROKE_OCCLUSION -> hasInk;
            case SALIENCY, GRADIENT_X_INPUT, INTEGRATED_GRADIENTS, SMOOTHGRAD, OCCLUSION -> true;
        };
    }
}
