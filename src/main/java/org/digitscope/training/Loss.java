package org.digitscope.training;

import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;

/** What a training makes small; both are means over the images. */
public enum Loss {
    /** −Σ t ln p over the classes, in nats. */
    CROSS_ENTROPY,
    /** Σ (p − t)² over the classes, divided by their number (Brier, 1950, but for that divisor). */
    MEAN_SQUARED_ERROR;

    /** The loss of one image of class {@code label}, by its probabilities, which begin at {@code from}. */
    public double of(float[] probabilities, int from, int classes, int label) {
        if (this == CROSS_ENTROPY) {
            return -Math.log(Math.max(probabilities[from + label], 1e-30));
        }
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            double difference = probabilities[from + i] - (i == label ? 1 : 0);
            sum += difference * difference;
        }
        return sum / classes;
    }

    static Loss parse(JsonNode json) throws JsonProblem {
        return switch (json.asString()) {
            case "cross-entropy" -> CROSS_ENTROPY;
            case "mean-squared-error" -> MEAN_SQUARED_ERROR;
            default -> throw json.problem("part.plan-loss");
        };
    }
}
