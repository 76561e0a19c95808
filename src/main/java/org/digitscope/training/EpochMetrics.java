package org.digitscope.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one epoch went.
 *
 * @param epoch from 1
 * @param epochs planned
 * @param loss the plan's, mean over the training batches, as seen while training; of cross-entropy in nats
 * @param validationLoss the same on the held-out part, without label smoothing; NaN if there is none
 * @param validationAccuracy on the held-out part, 0 to 1; NaN if there is none
 * @param learningRate of the last step
 * @param imagesPerSecond trained
 * @param millis the epoch took
 */
public record EpochMetrics(
        int epoch,
        int epochs,
        double loss,
        double validationLoss,
        double validationAccuracy,
        double learningRate,
        double imagesPerSecond,
        long millis) {

    /** As one line of the metrics file. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("epoch", epoch);
        json.put("loss", loss);
        if (!Double.isNaN(validationLoss)) {
            json.put("validationLoss", validationLoss);
            json.put("validationAccuracy", validationAccuracy);
        }
        json.put("learningRate", learningRate);
        json.put("imagesPerSecond", Math.round(imagesPerSecond));
        json.put("millis", millis);
        return json;
    }
}
