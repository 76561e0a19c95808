package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitscope.explain.UnitArithmetic;
import org.digitscope.explain.UnitArithmetic.Activation;
import org.digitscope.explain.UnitArithmetic.Addition;
import org.digitscope.explain.UnitArithmetic.BatchNormalisation;
import org.digitscope.explain.UnitArithmetic.Passed;
import org.digitscope.explain.UnitValue;
import org.digitscope.text.Texts;
import org.digitscope.ui.layers.SumColumn.Line;

/** Layers that need a few lines only: normalisation, activation, addition, and those that pass a value on. */
final class StepsSheet implements Sheet<UnitArithmetic> {
    private static final double WIDTH = 28;

    private final Texts texts;
    private final Endings endings;
    private final Label title = new Label();
    private final SumColumn sum = new SumColumn();
    private final VBox box = new VBox(title, sum);

    StepsSheet(Texts texts, Endings endings) {
        this.texts = texts;
        this.endings = endings;
        title.getStyleClass().add("layer-title");
        title.setWrapText(true);
        title.fontProperty()
                .addListener(changed -> sum.setMaxWidth(WIDTH * title.getFont().getSize()));
        box.getStyleClass().add("unit-sheet");
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Spot unit, UnitArithmetic arithmetic) {
        List<Line> lines = new ArrayList<>();
        if (arithmetic instanceof BatchNormalisation norm) {
            title.setText(texts.get("unit.normalisation"));
            lines.add(line(norm.input()));
            lines.addAll(endings.normalisation(norm));
            lines.add(Line.total(texts.get("unit.total"), norm.result()));
        } else if (arithmetic instanceof Activation activation) {
            String function = activation.activated().function().name();
            title.setText(texts.get("unit.function", function));
            lines.add(line(activation.input()));
            lines.add(Line.total(
                    texts.get("unit.function", function), activation.activated().result()));
        } else if (arithmetic instanceof Addition addition) {
            title.setText(texts.get("unit.addition"));
            addition.inputs().forEach(input -> lines.add(line(input)));
            lines.add(Line.total(texts.get("unit.total"), addition.result()));
        } else if (arithmetic instanceof Passed passed) {
            title.setText(texts.get("unit.passed"));
            lines.add(passed.from().map(this::line).orElse(Line.term(texts.get("unit.padding"), 0)));
        } else {
            title.setText(texts.get("unit.unknown"));
        }
        lines.addAll(endings.result(unit, arithmetic));
        sum.show(lines);
    }

    private Line line(UnitValue value) {
        return Line.term(endings.places().longValue(value), value.value());
    }
}
