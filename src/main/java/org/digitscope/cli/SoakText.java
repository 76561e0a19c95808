package org.digitscope.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.digitscope.text.Texts;

/** A long run of the window as a table, a row a figure. */
final class SoakText {
    private final Texts texts;

    SoakText(Texts texts) {
        this.texts = texts;
    }

    void print(SoakFigures figures, Output out) throws IOException {
        Table table = Table.ofNumbers();
        List<String> heads = new ArrayList<>(List.of(texts.get("soak.held")));
        for (int quarter = 1; quarter <= figures.quarters().size(); quarter++) {
            heads.add(texts.get("soak.quarter", quarter));
        }
        heads.add(texts.get("soak.verdict"));
        table.row(heads.toArray(String[]::new));
        for (SoakFigures.Row row : figures.rows()) {
            List<String> cells = new ArrayList<>(List.of(texts.get(row.textKey())));
            row.trend().typical().forEach(value -> cells.add(Figures.decimals(value, 1)));
            cells.add(texts.get("soak." + row.trend().verdict().name().toLowerCase(Locale.ROOT)));
            table.row(cells.toArray(String[]::new));
        }
        table.print(out);
        List<String> faults = figures.problems();
        out.line(texts.get("soak.actions", figures.actions()));
        out.line(faults.isEmpty() ? texts.get("soak.nothing-uncaught") : texts.get("soak.uncaught", faults.size()));
        out.line(
                figures.growth().isEmpty()
                        ? texts.get("soak.no-growth")
                        : texts.get("soak.growth", String.join(", ", figures.growth())));
    }
}
