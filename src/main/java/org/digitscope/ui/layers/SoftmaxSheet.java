package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitscope.explain.UnitArithmetic.Softmax;
import org.digitscope.explain.UnitArithmetic.Term;
import org.digitscope.explain.UnitArithmetic.WeightedSum;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Numbers;
import org.digitscope.ui.layers.NumberList.Column;
import org.digitscope.ui.layers.SumColumn.Line;

/**
 * A softmax: each class with every term of the formula, this unit's row marked, and where its logit comes from. The
 * chosen row's bar is marked among the answer's, and the row of the bar under the pointer is chosen.
 */
final class SoftmaxSheet implements Sheet<Softmax> {
    private static final int LEAST_ROWS = 11;

    private final LayersViewModel model;
    private final Texts texts;
    private final Endings endings;
    private final NumberList terms;
    private final SumColumn sum = new SumColumn();
    private final Label logitTitle = new Label();
    private final WeightedRows logit;
    private final SumColumn logitSum = new SumColumn();
    private final SideBySide logitBox;
    private final VBox box;
    // Held here alone: what they listen to outlives the sheet.
    private final ChangeListener<OptionalInt> onPointed = (property, before, digit) -> choose(digit);
    private final ChangeListener<Optional<Spot>> onPinned = (property, before, unit) -> forget(unit);
    private int classes;
    private Optional<Spot> unitShown = Optional.empty();

    SoftmaxSheet(LayersViewModel model, Texts texts, Endings endings) {
        this.model = model;
        this.texts = texts;
        this.endings = endings;
        Label formula = new Label(texts.get("unit.softmax"));
        formula.setWrapText(true);
        formula.getStyleClass().add("layer-title");
        terms = new NumberList(
                "unit-terms",
                List.of(
                        new Column(texts.get("unit.class"), 2),
                        new Column(texts.get("unit.logit"), Numbers.WIDTH + 1),
                        new Column(texts.get("unit.less"), Numbers.WIDTH + 1),
                        new Column(texts.get("unit.power"), Numbers.WIDTH + 4),
                        new Column(texts.get("unit.share"), Numbers.WIDTH + 4)));
        terms.setRows(LEAST_ROWS, Integer.MAX_VALUE);
        terms.setAccessibleName(texts.get("unit.softmax"));
        terms.chosenProperty().addListener((property, before, row) -> markBar(row.intValue()));
        model.pointedDigitProperty().addListener(new WeakChangeListener<>(onPointed));
        model.pinnedProperty().addListener(new WeakChangeListener<>(onPinned));
        logit = new WeightedRows("unit-contributions", texts, endings.places());
        logitTitle.getStyleClass().add("layer-title");
        logitTitle.setWrapText(true);
        SideBySide columns = new SideBySide(terms, sum, formula);
        logitBox = new SideBySide(logit.list(), logitSum, formula);
        VBox.setVgrow(logitBox, Priority.ALWAYS);
        box = new VBox(formula, columns, logitTitle, logitBox);
        box.getStyleClass().add("unit-sheet");
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Spot unit, Softmax softmax) {
        List<Term> all = softmax.terms();
        classes = all.size();
        terms.show(classes, row -> row(all.get(row), softmax), softmax.unit());
        if (!unitShown.equals(Optional.of(unit))) {
            unitShown = Optional.of(unit);
            terms.chooseInPlace(softmax.unit());
            markBar(softmax.unit());
        } else if (model.pointedDigitProperty().get().isEmpty()) {
            // The sheet was out of sight meanwhile.
            markBar(terms.chosenProperty().get());
        }
        Optional<WeightedSum> weighted = softmax.logit();
        List<Line> lines = new ArrayList<>();
        String digit = endings.places().digitName(softmax.unit(), all.size());
        lines.add(Line.term(texts.get("unit.max-logit"), softmax.largest()));
        lines.add(new Line(
                SumColumn.Kind.TERM,
                texts.get("unit.its-power", digit),
                Numbers.scaled(all.get(softmax.unit()).power())));
        lines.add(Line.term(texts.get("unit.all-powers"), softmax.sum()));
        lines.addAll(endings.result(unit, softmax, Numbers.scaled(softmax.shown())));
        if (Places.hasBar(softmax.unit(), all.size())) {
            lines.add(Line.note(texts.get("unit.calibrated", digit)));
        }
        sum.show(lines);
        Controls.show(logitTitle, weighted.isPresent());
        Controls.show(logitBox, weighted.isPresent());
        if (weighted.isPresent()) {
            WeightedSum products = weighted.get();
            logitTitle.setText(texts.get("unit.logit-of", digit));
            logit.show(products);
            List<Line> logitLines = new ArrayList<>(logit.lines(products));
            logitLines.add(Line.total(texts.get("unit.logit"), products.result()));
            logitSum.show(logitLines);
        }
    }

    private void choose(OptionalInt digit) {
        digit.ifPresent(row -> {
            if (row < classes) {
                terms.chooseInPlace(row);
            }
        });
    }

    private void forget(Optional<Spot> unit) {
        if (unit.isEmpty()) {
            unitShown = Optional.empty();
        }
    }

    /** The bar of a class among the answer's; none for what has no bar. */
    private void markBar(int unit) {
        model.pointDigit(Places.hasBar(unit, classes) ? OptionalInt.of(unit) : OptionalInt.empty());
    }

    private static List<String> row(Term term, Softmax softmax) {
        return List.of(
                Places.digit(term.unit(), softmax.terms().size()),
                Numbers.aligned(term.logit()),
                Numbers.aligned(term.logit() - softmax.largest()),
                Numbers.scaled(term.power()),
                Numbers.scaled(term.share()));
    }
}
