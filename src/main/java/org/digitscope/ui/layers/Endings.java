package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.explain.UnitArithmetic;
import org.digitscope.explain.UnitArithmetic.Activated;
import org.digitscope.explain.UnitArithmetic.BatchNormalisation;
import org.digitscope.network.LayerInfo;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Numbers;
import org.digitscope.ui.layers.SumColumn.Line;

/** The last lines of every sum: the activation, the number in the map, and what the next layers make of it. */
final class Endings {
    private static final String IDENTITY = "identity";

    private final LayersViewModel model;
    private final Texts texts;
    private final Places places;

    Endings(LayersViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        List<LayerInfo> layers = model.layersProperty().get();
        this.places = new Places(texts, layers);
    }

    Places places() {
        return places;
    }

    /** The value before the function, and after it if there is one. */
    List<Line> activated(Activated activated) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.total(texts.get("unit.total"), activated.preActivation()));
        String function = activated.function().name();
        if (!function.equals(IDENTITY)) {
            lines.add(Line.term(texts.get("unit.function", function), activated.result()));
        }
        return lines;
    }

    /** The terms of a batch normalisation, from the value that comes in on. */
    List<Line> normalisation(BatchNormalisation norm) {
        double deviation = Math.sqrt(norm.variance() + norm.epsilon());
        String root = texts.get("unit.deviation", Numbers.aligned(norm.variance()), Numbers.scaled(norm.epsilon()));
        return List.of(
                Line.term(texts.get("unit.less-mean"), norm.mean()),
                Line.total(texts.get("unit.centred"), norm.input().value() - norm.mean()),
                Line.term(root, deviation),
                Line.total(texts.get("unit.normalised"), norm.normalised()),
                Line.term(texts.get("unit.gamma"), norm.gamma()),
                Line.term(texts.get("unit.beta"), norm.beta()));
    }

    /** The number in the map, and the layers after it. */
    List<Line> result(Spot unit, UnitArithmetic arithmetic) {
        return result(unit, arithmetic, Numbers.aligned(arithmetic.shown()));
    }

    /** The same with the number as it is written in this sum. */
    List<Line> result(Spot unit, UnitArithmetic arithmetic, String written) {
        List<Line> lines = new ArrayList<>();
        String name = model.shape(unit).isUnits()
                ? texts.get("unit.result-unit")
                : texts.get("unit.result", unit.x(), unit.y());
        lines.add(new Line(SumColumn.Kind.RESULT, name, written));
        if (!arithmetic.agrees()) {
            lines.add(Line.note(texts.get("unit.differs", Numbers.aligned(arithmetic.result()))));
        }
        for (Spot next : model.units().followers(unit)) {
            Optional<UnitArithmetic> then = model.units().arithmetic(next);
            then.ifPresent(known -> {
                if (known instanceof BatchNormalisation norm) {
                    lines.addAll(normalisation(norm));
                }
                lines.add(Line.term(texts.get("unit.then", places.layer(next.layer())), known.shown()));
            });
        }
        return lines;
    }
}
