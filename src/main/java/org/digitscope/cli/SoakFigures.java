package org.digitscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a long run of the window showed.
 *
 * @param actions how much was done
 * @param quarters the frames of each quarter of the run
 * @param start of the steady part, after the first fifth of the run
 * @param end of the run
 * @param problems that nobody caught
 */
public record SoakFigures(int actions, List<Frames> quarters, Footprint start, Footprint end, List<String> problems) {
    private static final double HEAP_SLACK = 24;
    private static final double NATIVE_SLACK = 24;
    private static final double RESIDENT_SLACK = 96;
    private static final double GROWTH = 1.15;
    private static final int THREAD_SLACK = 3;

    /** Times from frame to frame. */
    public record Frames(int count, double p50Millis, double p99Millis, double p999Millis, double maximumMillis) {
        Map<String, Object> toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("count", count);
            json.put("p50", Figures.measured(p50Millis));
            json.put("p99", Figures.measured(p99Millis));
            json.put("p99.9", Figures.measured(p999Millis));
            json.put("maximum", Figures.measured(maximumMillis));
            return json;
        }
    }

    /**
     * What the process holds at rest.
     *
     * @param heapMegabytes after garbage collection
     * @param nativeMegabytes resident memory beyond what Java holds for its heap
     * @param residentMegabytes of the whole process; NaN where the system does not say
     */
    public record Footprint(double heapMegabytes, double nativeMegabytes, double residentMegabytes, int threads) {
        Map<String, Object> toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("heapMegabytes", Figures.measured(heapMegabytes));
            json.put("nativeMegabytes", Figures.measured(nativeMegabytes));
            json.put("residentMegabytes", Double.isNaN(residentMegabytes) ? null : Figures.measured(residentMegabytes));
            json.put("threads", threads);
            return json;
        }
    }

    public SoakFigures {
        quarters = List.copyOf(quarters);
        problems = List.copyOf(problems);
    }

    /** What grew beyond all chance, by the names of the keys; empty if nothing did. */
    public List<String> growth() {
        List<String> grown = new ArrayList<>();
        if (end.heapMegabytes > start.heapMegabytes * GROWTH + HEAP_SLACK) {
            grown.add("heapMegabytes");
        }
        if (end.nativeMegabytes > start.nativeMegabytes * GROWTH + NATIVE_SLACK) {
            grown.add("nativeMegabytes");
        }
        if (end.residentMegabytes > start.residentMegabytes * GROWTH + RESIDENT_SLACK) {
            grown.add("residentMegabytes");
        }
        if (end.threads > start.threads + THREAD_SLACK) {
            grown.add("threads");
        }
        return grown;
    }

    /** The last quarter's 99th percentile by the first's; 1 if they are alike. */
    double trend() {
        return quarters.get(quarters.size() - 1).p99Millis() / quarters.get(0).p99Millis();
    }

    Map<String, Object> toJson(double minutes, long seed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("soakMinutes", minutes);
        json.put("seed", seed);
        json.put("actions", actions);
        json.put("frameMillis", quarters.stream().map(Frames::toJson).toList());
        json.put("frameP99TrendRatio", Figures.measured(trend()));
        json.put("steadyStart", start.toJson());
        json.put("steadyEnd", end.toJson());
        json.put("growth", growth());
        json.put("uncaught", problems);
        return json;
    }
}
