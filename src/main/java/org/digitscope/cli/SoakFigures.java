package org.digitscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a long run of the window showed, after the first fifth of it, in which Java and the window get warm.
 *
 * @param actions how much was done
 * @param quarters of the rest, in their order
 * @param problems that nobody caught
 */
public record SoakFigures(int actions, List<Quarter> quarters, List<String> problems) {
    private static final double MEMORY_SLACK = 16;
    /** Pages of the heap count here, which the system holds from their first use on. */
    private static final double RESIDENT_SLACK = 96;

    private static final double THREAD_SLACK = 3;

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
     * @param heapMegabytes in use after garbage collection
     * @param nativeMegabytes resident memory beyond the resident part of Java's heap; NaN where the system does not say
     * @param residentMegabytes of the whole process; NaN where the system does not say
     */
    public record Footprint(double heapMegabytes, double nativeMegabytes, double residentMegabytes, int threads) {}

    /**
     * A quarter of the run.
     *
     * @param held from its first rest to its last, at least one
     */
    public record Quarter(Frames frames, List<Footprint> held) {
        public Quarter {
            held = List.copyOf(held);
        }
    }

    /** One of the figures, quarter by quarter; the text's key and JSON's. */
    record Row(String textKey, String jsonKey, SoakTrend trend) {}

    public SoakFigures {
        quarters = List.copyOf(quarters);
        problems = List.copyOf(problems);
    }

    /** All figures that are judged. */
    List<Row> rows() {
        return List.of(
                held("soak.heap", "heapMegabytes", Footprint::heapMegabytes, MEMORY_SLACK),
                held("soak.native", "nativeMegabytes", Footprint::nativeMegabytes, MEMORY_SLACK),
                held("soak.resident", "residentMegabytes", Footprint::residentMegabytes, RESIDENT_SLACK),
                held("soak.threads", "threads", Footprint::threads, THREAD_SLACK),
                frames("soak.p99", "frameP99Millis", Frames::p99Millis, 8),
                frames("soak.p999", "frameP99.9Millis", Frames::p999Millis, 40),
                frames("soak.maximum", "frameMaximumMillis", Frames::maximumMillis, 400));
    }

    /** What grew beyond all chance, by the keys of JSON; empty if nothing did. */
    public List<String> growth() {
        return rows().stream()
                .filter(row -> row.trend().grew())
                .map(Row::jsonKey)
                .toList();
    }

    Map<String, Object> toJson(double minutes, long seed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("soakMinutes", minutes);
        json.put("seed", seed);
        json.put("actions", actions);
        json.put(
                "frameMillis",
                quarters.stream().map(quarter -> quarter.frames().toJson()).toList());
        for (Row row : rows()) {
            Map<String, Object> figures = new LinkedHashMap<>();
            List<Object> typical = new ArrayList<>();
            // JSON has no word for a number that is not known.
            row.trend()
                    .typical()
                    .forEach(value -> typical.add(Double.isFinite(value) ? Figures.measured(value) : null));
            figures.put("quarters", typical);
            figures.put("verdict", row.trend().verdict().name().toLowerCase(Locale.ROOT));
            json.put(row.jsonKey(), figures);
        }
        json.put("growth", growth());
        json.put("uncaught", problems);
        return json;
    }

    private Row held(String textKey, String jsonKey, ToDoubleFunction<Footprint> figure, double slack) {
        List<List<Double>> readings = quarters.stream()
                .map(quarter ->
                        quarter.held().stream().map(figure::applyAsDouble).toList())
                .toList();
        return new Row(textKey, jsonKey, SoakTrend.ofAmounts(readings, slack));
    }

    private Row frames(String textKey, String jsonKey, ToDoubleFunction<Frames> figure, double slack) {
        List<Double> times = quarters.stream()
                .map(quarter -> figure.applyAsDouble(quarter.frames()))
                .toList();
        return new Row(textKey, jsonKey, SoakTrend.ofTimes(times, slack));
    }
}
