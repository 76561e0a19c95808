package org.digitscope.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Two models on the same digits, with McNemar's exact test (McNemar, <i>Note on the sampling error of the difference
 * between correlated proportions</i>, 1947): only the digits that one of them alone reads right tell them apart.
 *
 * @param first what the first model did
 * @param second what the second did
 * @param bothRight digits that both read right
 * @param onlyFirstRight digits that the first alone read right
 * @param onlySecondRight digits that the second alone read right
 * @param neitherRight digits that both read wrong
 */
public record Comparison(
        Evaluation first,
        Evaluation second,
        long bothRight,
        long onlyFirstRight,
        long onlySecondRight,
        long neitherRight) {

    /**
     * How probable a difference at least as large is if both models are equally good: two-sided and exact, 0 to 1.
     * Small means that chance hardly explains the difference.
     */
    public double pValue() {
        return pValue(onlyFirstRight, onlySecondRight);
    }

    /** As plain JSON values: what {@code evaluate --compare} adds to the first model's object. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        double accuracy = second.confusion().accuracy();
        json.put("model", second.model());
        json.put("accuracy", Double.isNaN(accuracy) ? null : accuracy);
        json.put("bothRight", bothRight);
        json.put("onlyFirstRight", onlyFirstRight);
        json.put("onlySecondRight", onlySecondRight);
        json.put("neitherRight", neitherRight);
        json.put("pValue", pValue());
        return json;
    }

    /** Twice the binomial tail with chance one half, summed from logarithms because the terms underflow. */
    static double pValue(long onlyFirst, long onlySecond) {
        long n = onlyFirst + onlySecond;
        long fewer = Math.min(onlyFirst, onlySecond);
        double logTerm = -n * Math.log(2);
        double tail = 0;
        for (long k = 0; k <= fewer; k++) {
            tail += Math.exp(logTerm);
            logTerm += Math.log((double) n - k) - Math.log(k + 1.0);
        }
        return Math.min(1, 2 * tail);
    }
}
