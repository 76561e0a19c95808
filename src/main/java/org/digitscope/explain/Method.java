package org.digitscope.explain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways to say which ink an answer rests on. */
public enum Method {
    /** The magnitude of the gradient (Simonyan et al., <i>Deep inside convolutional networks</i>, 2014). */
    SALIENCY(false),
    /** Gradient times grey level (Shrikumar et al., 2016). */
    GRADIENT_X_INPUT(false),
    /** Gradients gathered on the way from a blank image (Sundararajan et al., <i>Axiomatic attribution</i>, 2017). */
    INTEGRATED_GRADIENTS(true),
    /** The mean gradient over noisy copies (Smilkov et al., <i>SmoothGrad</i>, 2017). */
    SMOOTHGRAD(true),
    /** Where a layer's maps speak for the class (Selvaraju et al., <i>Grad-CAM</i>, 2017). */
    GRAD_CAM(false),
    /** How much the logit falls if a patch is covered with paper (Zeiler, Fergus, 2014). */
    OCCLUSION(true),
    /** How much the logit falls if a stroke is left out. */
    STROKE_OCCLUSION(true);

    private final boolean slow;

    Method(boolean slow) {
        this.slow = slow;
    }

    /** True if it takes many passes and comes when the pen rests. */
    public boolean isSlow() {
        return slow;
    }

    /** As the command line and the texts call it, like {@code gradient-x-input}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The method of that name. */
    public static Optional<Method> named(String key) {
        return Arrays.stream(values())
                .filter(method -> method.key().equals(key))
                .findFirst();
    }
}
