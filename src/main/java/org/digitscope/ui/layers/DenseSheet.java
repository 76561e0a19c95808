package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitscope.explain.UnitArithmetic.Dense;
import org.digitscope.text.Texts;
import org.digitscope.ui.layers.SumColumn.Line;

/** A dense unit: what contributes most, the sum of the rest, and what comes out. */
final class DenseSheet implements Sheet<Dense> {
    private final Endings endings;
    private final WeightedRows rows;
    private final SumColumn sum = new SumColumn();
    private final VBox box;

    DenseSheet(Texts texts, Endings endings) {
        this.endings = endings;
        Label title = new Label(texts.get("unit.strongest"));
        title.getStyleClass().add("layer-title");
        title.setWrapText(true);
        rows = new WeightedRows("unit-contributions", texts, endings.places());
        SideBySide columns = new SideBySide(rows.list(), sum, title);
        VBox.setVgrow(columns, Priority.ALWAYS);
        box = new VBox(title, columns);
        box.getStyleClass().add("unit-sheet");
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Spot unit, Dense dense) {
        rows.show(dense.sum());
        List<Line> lines = new ArrayList<>(rows.lines(dense.sum()));
        lines.addAll(endings.activated(dense.activated()));
        lines.addAll(endings.result(unit, dense));
        sum.show(lines);
    }
}
