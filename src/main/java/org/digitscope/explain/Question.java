package org.digitscope.explain;

import java.util.OptionalInt;
import org.digitscope.network.Readout;

/**
 * What is to be explained: the logit of a class, or how far it lies above that of another.
 *
 * @param method how
 * @param digit the class, 0 to 9, or {@link Readout#NO_DIGIT}
 * @param against the other class of a contrast ("why 7 and not 1")
 * @param layer for {@link Method#GRAD_CAM}: index of the convolution to look at; absent for the last
 */
public record Question(Method method, int digit, OptionalInt against, OptionalInt layer) {
    public Question {
        if (!isClass(digit) || against.isPresent() && !isClass(against.getAsInt())) {
            throw new IllegalArgumentException("digit " + digit + " against " + against);
        }
    }

    private static boolean isClass(int index) {
        return index >= 0 && index <= Readout.NO_DIGIT;
    }

    /** Why this digit. */
    public static Question why(Method method, int digit) {
        return new Question(method, digit, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * The weights of the logits in the sum that is explained.
     *
     * @param outputs of the network, 10 or 11
     * @throws IllegalArgumentException if "no digit" is asked about and there are ten
     */
    public float[] logitWeights(int outputs) {
        if (Math.max(digit, against.orElse(0)) >= outputs) {
            throw new IllegalArgumentException("no output for \"no digit\"");
        }
        float[] weights = new float[outputs];
        weights[digit] += 1;
        against.ifPresent(other -> weights[other] -= 1);
        return weights;
    }
}
