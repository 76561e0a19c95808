package org.digitscope.ui.explain;

import org.digitscope.explain.Method;

/**
 * The keys of what is said of a method.
 *
 * @param control its name; with {@code .name} and {@code .tip} those of its button
 * @param means what the colours mean, with the explained quantity as {0}
 * @param meansNot what they do not mean
 */
record MethodTexts(String control, String means, String meansNot) {
    static MethodTexts of(Method method) {
        return switch (method) {
            case SALIENCY -> new MethodTexts("method-saliency", "means.saliency", "not.saliency");
            case GRADIENT_X_INPUT ->
                new MethodTexts("method-gradient-x-input", "means.gradient-x-input", "not.gradient-x-input");
            case INTEGRATED_GRADIENTS ->
                new MethodTexts(
                        "method-integrated-gradients", "means.integrated-gradients", "not.integrated-gradients");
            case SMOOTHGRAD -> new MethodTexts("method-smoothgrad", "means.smoothgrad", "not.smoothgrad");
            case GRAD_CAM -> new MethodTexts("method-grad-cam", "means.grad-cam", "not.grad-cam");
            case OCCLUSION -> new MethodTexts("method-occlusion", "means.occlusion", "not.occlusion");
            case STROKE_OCCLUSION ->
                new MethodTexts("method-stroke-occlusion", "means.stroke-occlusion", "not.stroke-occlusion");
        };
    }

    /** Whether its values are never below zero. */
    static boolean isUnsigned(Method method) {
        return switch (method) {
            case SALIENCY, SMOOTHGRAD, GRAD_CAM -> true;
            case GRADIENT_X_INPUT, INTEGRATED_GRADIENTS, OCCLUSION, STROKE_OCCLUSION -> false;
        };
    }
}
