package org.digitscope.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Median and 99th percentile of times, in milliseconds; NaN without any. */
record Quantiles(double p50, double p99) {

    /** @param nanos in any order; sorted afterwards */
    static Quantiles ofNanos(long[] nanos) {
        Arrays.sort(nanos);
        return new Quantiles(at(nanos, 0.5), at(nanos, 0.99));
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("p50", Double.isNaN(p50) ? null : Figures.measured(p50));
        json.put("p99", Double.isNaN(p99) ? null : Figures.measured(p99));
        return json;
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}
