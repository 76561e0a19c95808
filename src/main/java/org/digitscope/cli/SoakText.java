package org.digitscope.cli;

import java.io.IOException;
import java.util.List;
import org.digitscope.text.Texts;

/** A long run of the window as tables. */
final class SoakText {
    private final Texts texts;

    SoakText(Texts texts) {
        this.texts = texts;
    }

    void print(SoakFigures figures, Output out) throws IOException {
        Table frames = Table.ofNumbers()
                .row(texts.get("soak.frames"), texts.get("bench.median"), texts.get("bench.p99"), "p99.9", "max");
        int number = 1;
        for (SoakFigures.Frames quarter : figures.quarters()) {
            frames.row(
                    texts.get("soak.quarter", number++),
                    ms(quarter.p50Millis()),
                    ms(quarter.p99Millis()),
                    ms(quarter.p999Millis()),
                    ms(quarter.maximumMillis()));
        }
        frames.print(out);
        out.line(texts.get("soak.trend", Figures.decimals(figures.trend(), 2), figures.actions()));
        out.line("");
        Table held = Table.ofNumbers()
                .row(
                        texts.get("soak.held"),
                        texts.get("soak.heap"),
                        texts.get("soak.native"),
                        texts.get("soak.resident"),
                        texts.get("soak.threads"));
        held(held, "soak.start", figures.start());
        held(held, "soak.end", figures.end());
        held.print(out);
        List<String> faults = figures.problems();
        out.line(faults.isEmpty() ? texts.get("soak.nothing-uncaught") : texts.get("soak.uncaught", faults.size()));
        out.line(
                figures.growth().isEmpty()
                        ? texts.get("soak.no-growth")
                        : texts.get("soak.growth", String.join(", ", figures.growth())));
    }

    private void held(Table table, String key, SoakFigures.Footprint footprint) {
        table.row(
                texts.get(key),
                Figures.decimals(footprint.heapMegabytes(), 1),
                Figures.decimals(footprint.nativeMegabytes(), 1),
                Figures.decimals(footprint.residentMegabytes(), 1),
                Integer.toString(footprint.threads()));
    }

    private static String ms(double millis) {
        return Figures.decimals(millis, 1);
    }
}
