package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import org.digitscope.explain.UnitArithmetic.Contribution;
import org.digitscope.explain.UnitArithmetic.WeightedSum;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Numbers;
import org.digitscope.ui.layers.NumberList.Column;
import org.digitscope.ui.layers.SumColumn.Line;

/** The strongest products of a weighted sum, each with where its input stands, and the sum of all others. */
final class WeightedRows {
    /** How many have a row of their own. */
    private static final int STRONGEST = 20;

    private static final int LEAST_ROWS = 6;

    private final Texts texts;
    private final Places places;
    private final NumberList list;

    WeightedRows(String id, Texts texts, Places places) {
        this.texts = texts;
        this.places = places;
        list = new NumberList(
                id,
                List.of(
                        new Column(texts.get("unit.from"), 15),
                        new Column(texts.get("unit.value"), Numbers.WIDTH),
                        new Column(texts.get("unit.weight"), Numbers.WIDTH),
                        new Column(texts.get("unit.product"), Numbers.WIDTH)));
        list.setRows(LEAST_ROWS, STRONGEST);
        list.setAccessibleName(texts.get("unit.strongest"));
    }

    NumberList list() {
        return list;
    }

    void show(WeightedSum sum) {
        List<Contribution> all = sum.contributions();
        list.show(Math.min(STRONGEST, all.size()), row -> row(all.get(row)), -1);
    }

    /** What is added: those with a row of their own, all others, the bias. */
    List<Line> lines(WeightedSum sum) {
        List<Line> lines = new ArrayList<>();
        int all = sum.contributions().size();
        int own = Math.min(STRONGEST, all);
        double rest = sum.rest(own);
        lines.add(Line.term(texts.get("unit.strongest-sum", own), sum.result() - sum.bias() - rest));
        if (own < all) {
            lines.add(Line.term(texts.get("unit.others", all - own), rest));
        }
        lines.add(Line.term(texts.get("unit.bias"), sum.bias()));
        return lines;
    }

    private List<String> row(Contribution each) {
        return List.of(
                places.value(each.input()),
                Numbers.aligned(each.input().value()),
                Numbers.aligned(each.weight()),
                Numbers.aligned(each.product()));
    }
}
