package org.digitscope.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.digitscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The figures of a benchmark as a table, beside what is to be reached on two cores. */
final class BenchText {
    private static final String NONE = "";

    /** The highest value that is wanted; of two quantiles, p99 counts. */
    private static final Map<String, Double> TARGETS = Map.of(
            "inkToImageMillis", 1.0,
            "explanationSliceMillis", 5.0,
            "quickExplanationMillis", 16.0,
            "penToResultMillis", 16.0,
            "penToResultWhileExplainingMillis", 16.0,
            "windowShownMillis", 1500.0,
            "windowFirstAnswerMillis", 4000.0,
            "windowPenToResultMillis", 16.0,
            "windowResidentMegabytes", 500.0,
            "windowIdleCpuPercent", 1.0);

    private final Texts texts;

    BenchText(Texts texts) {
        this.texts = texts;
    }

    void print(Map<String, Object> figures, Output out) throws IOException {
        Table machine = new Table();
        Table measured = Table.ofNumbers()
                .row(
                        texts.get("bench.figure"),
                        texts.get("bench.median"),
                        texts.get("bench.p99"),
                        texts.get("bench.target"));
        figures.forEach((key, value) -> {
            String label = texts.get("bench." + key);
            if (value instanceof String || value instanceof Integer) {
                machine.row(label, value.toString());
            } else if (value instanceof Map<?, ?> quantiles) {
                Object p99 = quantiles.get("p99");
                measured.row(label, text(quantiles.get("p50")), text(p99), target(key, p99));
            } else {
                measured.row(label, text(value), NONE, target(key, value));
            }
        });
        machine.print(out);
        out.line(NONE);
        measured.print(out);
    }

    private String target(String key, @Nullable Object value) {
        Double target = TARGETS.get(key);
        if (target == null) {
            return NONE;
        }
        if (!(value instanceof Number number)) {
            return texts.get("bench.at-most", text(target));
        }
        return texts.get(number.doubleValue() <= target ? "bench.reached" : "bench.missed", text(target));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e9
                    ? String.format(Locale.ROOT, "%.0f", number)
                    : number.toString();
        }
        return value == null ? "–" : value.toString();
    }
}
