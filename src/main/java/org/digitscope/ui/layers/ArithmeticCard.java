package org.digitscope.ui.layers;

import java.util.Optional;
import javafx.scene.control.Label;
import org.digitscope.explain.UnitArithmetic;
import org.digitscope.explain.UnitPatch;
import org.digitscope.image.ColorScale;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.PlainScrollPane;

/** How the pinned value comes about, in numbers. */
final class ArithmeticCard extends PlainScrollPane {
    private final Label waiting;
    private final ConvolutionSheet convolution;
    private final PoolingSheet pooling;
    private final DenseSheet dense;
    private final SoftmaxSheet softmax;
    private final StepsSheet steps;
    private Optional<Sheet<?>> sheet = Optional.empty();

    /**
     * A card for the layers that the model has now.
     *
     * @param onChange told when somebody chooses another part of what the value depends on
     */
    ArithmeticCard(LayersViewModel model, Texts texts, ColorScale colors, Runnable onChange) {
        Endings endings = new Endings(model, texts);
        waiting = new Label(texts.get("unit.waiting"));
        waiting.setWrapText(true);
        convolution = new ConvolutionSheet(model, texts, endings, colors, onChange);
        pooling = new PoolingSheet(model, texts, endings, colors);
        dense = new DenseSheet(texts, endings);
        softmax = new SoftmaxSheet(model, texts, endings);
        steps = new StepsSheet(texts, endings);
        setId("arithmetic");
        getStyleClass().addAll("arithmetic", "edge-to-edge");
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        setMinSize(0, 0);
        setContent(waiting);
    }

    void setColors(ColorScale colors) {
        convolution.setColors(colors);
        pooling.setColors(colors);
    }

    /** Shows the newest arithmetic of a unit, or that there is none yet. */
    void show(Spot unit, Optional<UnitArithmetic> arithmetic) {
        Optional<Sheet<?>> next = arithmetic.map(known -> fill(unit, known));
        if (!next.equals(sheet)) {
            sheet = next;
            setContent(sheet.isPresent() ? sheet.get().node() : waiting);
            setVvalue(0);
        }
    }

    /** What of the maps before is being shown. */
    Optional<UnitPatch> patch() {
        return sheet.flatMap(Sheet::patch);
    }

    private Sheet<?> fill(Spot unit, UnitArithmetic arithmetic) {
        if (arithmetic instanceof UnitArithmetic.Convolution known) {
            convolution.show(unit, known);
            return convolution;
        }
        if (arithmetic instanceof UnitArithmetic.Pooling known) {
            pooling.show(unit, known);
            return pooling;
        }
        if (arithmetic instanceof UnitArithmetic.Dense known) {
            dense.show(unit, known);
            return dense;
        }
        if (arithmetic instanceof UnitArithmetic.Softmax known) {
            softmax.show(unit, known);
            return softmax;
        }
        steps.show(unit, arithmetic);
        return steps;
    }
}
