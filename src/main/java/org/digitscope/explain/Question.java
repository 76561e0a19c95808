package org.digitscope.explain;

import java.util.OptionalInt;

/**
 * What is to be explained: the logit of a class, or how far it lies above that of another.
 *
 * @param method how
 * @param digit the class, 0 to 9
 * @param against the other class of a contrast ("why 7 and not 1")
 * @param layer for {@link Method#GRAD_CAM}: index of the convolution to look at; absent for the last
 */
public record Question(Method method, int digit, OptionalInt against, OptionalInt layer) {
    public Question {
        if (digit < 0 || digit > 9 || against.isPresent() && (against.getAsInt() < 0 || against.getAsInt() > 9)) {
            throw new IllegalArgumentException("digit " + digit + " against " + against);
        }
    }

    /** Why this digit. */
    public static Question why(Method method, int digit) {
        return new Question(method, digit, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * The weights of the logits in the sum that is explained.
     *
     * @param outputs of the network, 10 or 11
     */
    public float[] logitWeights(int outputs) {
        float[] weights = new float[outputs];
        weights[digit] += 1;
        against.ifPresent(other -> weights[other] -= 1);
        return weights;
    }
}
