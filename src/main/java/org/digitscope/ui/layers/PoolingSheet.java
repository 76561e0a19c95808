package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitscope.explain.UnitArithmetic.Pooling;
import org.digitscope.explain.UnitPatch;
import org.digitscope.explain.UnitValue;
import org.digitscope.image.ColorScale;
import org.digitscope.text.Texts;
import org.digitscope.ui.layers.SumColumn.Line;

/** A pooling: its window, with the winner marked if there is one. */
final class PoolingSheet implements Sheet<Pooling> {
    private final LayersViewModel model;
    private final Texts texts;
    private final Endings endings;
    private final Label from = new Label();
    private final NumberGrid window;
    private final SumColumn sum = new SumColumn();
    private final VBox box;
    private Optional<UnitPatch> patch = Optional.empty();

    PoolingSheet(LayersViewModel model, Texts texts, Endings endings, ColorScale colors) {
        this.model = model;
        this.texts = texts;
        this.endings = endings;
        window = new NumberGrid("unit-window", colors);
        from.getStyleClass().add("layer-title");
        from.setWrapText(true);
        FlowPane flow = new FlowPane(window, sum);
        flow.getStyleClass().add("unit-flow");
        box = new VBox(from, flow);
        box.getStyleClass().add("unit-sheet");
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Optional<UnitPatch> patch() {
        return patch;
    }

    @Override
    public void setColors(ColorScale colors) {
        window.setColors(colors);
    }

    @Override
    public void show(Spot unit, Pooling pooling) {
        UnitPatch covered = pooling.patch();
        patch = Optional.of(covered);
        from.setText(texts.get("unit.channel", endings.places().map(covered.layer(), covered.map())));
        Cells cells = Cells.of(covered, model.magnitude(covered.layer()));
        int winner = pooling.winner().map(value -> cell(covered, value)).orElse(-1);
        window.show(texts.get("unit.window"), cells.marking(winner));
        List<Line> lines = new ArrayList<>();
        lines.add(Line.total(summary(pooling), pooling.result()));
        lines.addAll(endings.result(unit, pooling));
        sum.show(lines);
    }

    private static int cell(UnitPatch patch, UnitValue value) {
        int column = (value.x() - patch.left()) / patch.dilation();
        return (value.y() - patch.top()) / patch.dilation() * patch.width() + column;
    }

    private String summary(Pooling pooling) {
        int count = pooling.patch().values().length;
        return switch (pooling.summary()) {
            case MAXIMUM ->
                pooling.winner()
                        .map(winner -> texts.get("unit.largest", count, winner.x(), winner.y()))
                        .orElse(texts.get("unit.largest-none", count));
            case MEAN -> texts.get("unit.mean", count);
            case MEAN_WITH_PADDING -> texts.get("unit.mean-padded", count);
            case SUM -> texts.get("unit.sum-of", count);
            case EUCLIDEAN_NORM -> texts.get("unit.norm", count);
        };
    }
}
