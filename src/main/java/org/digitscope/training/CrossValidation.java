package org.digitscope.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cross-validation found.
 *
 * @param accuracies of each fold's network on the samples that it was not trained on, 0 to 1, in the order of the folds;
 *     at least two
 */
public record CrossValidation(List<Double> accuracies) {
    public CrossValidation {
        accuracies = List.copyOf(accuracies);
    }

    /** The mean accuracy, each fold counted once. */
    public double mean() {
        return accuracies.stream().mapToDouble(Double::doubleValue).sum() / accuracies.size();
    }

    /** The sample standard deviation of the accuracies, with one less than their number below the line. */
    public double standardDeviation() {
        double mean = mean();
        double squares = accuracies.stream()
                .mapToDouble(accuracy -> (accuracy - mean) * (accuracy - mean))
                .sum();
        return Math.sqrt(squares / (accuracies.size() - 1));
    }

    /** As one line of the metrics file. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("crossValidation", accuracies.size());
        json.put("accuracies", accuracies);
        json.put("meanAccuracy", mean());
        json.put("standardDeviation", standardDeviation());
        return json;
    }
}
