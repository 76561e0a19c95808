package org.digitscope.ui.layers;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Numbers;

/** A sum as it is written on paper: what is added, line by line, and what comes out. */
final class SumColumn extends GridPane {
    private List<Line> lines = List.of();

    /** What a line is; each has its style. */
    enum Kind {
        TERM,
        TOTAL,
        RESULT,
        NOTE
    }

    /** @param number may be empty */
    record Line(Kind kind, String text, String number) {
        static Line term(String text, double number) {
            return new Line(Kind.TERM, text, Numbers.aligned(number));
        }

        static Line total(String text, double number) {
            return new Line(Kind.TOTAL, text, Numbers.aligned(number));
        }

        static Line note(String text) {
            return new Line(Kind.NOTE, text, "");
        }
    }

    SumColumn() {
        ColumnConstraints text = new ColumnConstraints();
        text.setHgrow(Priority.ALWAYS);
        text.setMinWidth(0);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(text, number);
        getStyleClass().add("sum");
        setMinHeight(USE_PREF_SIZE);
    }

    void show(List<Line> next) {
        boolean same = next.size() == lines.size();
        for (int i = 0; same && i < next.size(); i++) {
            same = next.get(i).kind() == lines.get(i).kind();
        }
        lines = List.copyOf(next);
        if (!same) {
            rebuild();
        }
        for (int row = 0; row < lines.size(); row++) {
            ((Label) getChildren().get(2 * row)).setText(lines.get(row).text());
            ((Label) getChildren().get(2 * row + 1)).setText(lines.get(row).number());
        }
    }

    private void rebuild() {
        getChildren().clear();
        for (int row = 0; row < lines.size(); row++) {
            Line line = lines.get(row);
            String style = "sum-" + line.kind().name().toLowerCase(java.util.Locale.ROOT);
            Label text = new Label();
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            text.setMaxWidth(Double.MAX_VALUE);
            text.getStyleClass().addAll("sum-text", style);
            Label number = new Label();
            number.setMinWidth(USE_PREF_SIZE);
            number.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            number.getStyleClass().addAll("number", style);
            boolean wide = line.kind() == Kind.NOTE;
            Controls.show(number, !wide);
            add(text, 0, row, wide ? 2 : 1, 1);
            add(number, 1, row);
        }
    }
}
