package org.digitscope.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.evaluation.Comparison;
import org.digitscope.evaluation.ConfusionMatrix;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.Interval;
import org.digitscope.text.Texts;

/** An evaluation as tables of text. */
final class EvaluationText {
    private final Texts texts;

    EvaluationText(Texts texts) {
        this.texts = texts;
    }

    void print(Evaluation evaluation, Optional<Comparison> comparison, Output out) throws IOException {
        out.line(texts.get(
                "evaluate.title",
                evaluation.model(),
                evaluation.data(),
                evaluation.confusion().count()));
        out.line("");
        figures(evaluation).print(out);
        if (comparison.isPresent()) {
            out.line("");
            comparison(comparison.get()).print(out);
        }
        out.line("");
        classes(evaluation.confusion()).print(out);
        out.line("");
        out.line(texts.get("evaluate.confusion"));
        confusion(evaluation.confusion()).print(out);
    }

    private Table figures(Evaluation evaluation) {
        ConfusionMatrix confusion = evaluation.confusion();
        Interval interval = Interval.wilson(confusion.right(), confusion.count());
        Table table = new Table()
                .row(
                        texts.get("evaluate.accuracy"),
                        Figures.percent(confusion.accuracy()),
                        texts.get(
                                "evaluate.interval", Figures.percent(interval.low()), Figures.percent(interval.high())))
                .row(texts.get("evaluate.macroF1"), Figures.decimals(confusion.macroF1(), 4))
                .row(texts.get("evaluate.loss"), Figures.decimals(evaluation.loss(), 4))
                .row(
                        texts.get("evaluate.ece"),
                        Figures.decimals(evaluation.reliability().expectedCalibrationError(), 4))
                .row(texts.get("evaluate.refused"), Figures.percent(evaluation.refusedShare()));
        if (evaluation.others() > 0) {
            double share = evaluation.othersRefused() / (double) evaluation.others();
            table.row(
                    texts.get("evaluate.others"),
                    Figures.percent(share),
                    texts.get("evaluate.others-of", evaluation.others()));
        }
        if (Double.isFinite(evaluation.auroc())) {
            table.row(texts.get("evaluate.auroc"), Figures.decimals(evaluation.auroc(), 4));
        }
        return table;
    }

    private Table comparison(Comparison pair) {
        return new Table()
                .row(
                        texts.get("evaluate.comparison.accuracy", pair.second().model()),
                        Figures.percent(pair.second().confusion().accuracy()))
                .row(texts.get("evaluate.comparison.both"), Long.toString(pair.bothRight()))
                .row(texts.get("evaluate.comparison.only", pair.first().model()), Long.toString(pair.onlyFirstRight()))
                .row(
                        texts.get("evaluate.comparison.only", pair.second().model()),
                        Long.toString(pair.onlySecondRight()))
                .row(texts.get("evaluate.comparison.neither"), Long.toString(pair.neitherRight()))
                .row(texts.get("evaluate.comparison.p"), String.format(Locale.ROOT, "%.3g", pair.pValue()));
    }

    private Table classes(ConfusionMatrix confusion) {
        Table table = Table.ofNumbers()
                .row(
                        texts.get("evaluate.digit"),
                        texts.get("evaluate.precision"),
                        texts.get("evaluate.recall"),
                        texts.get("evaluate.f1"),
                        texts.get("evaluate.support"));
        for (ConfusionMatrix.ClassFigures figures : confusion.classes()) {
            table.row(
                    Integer.toString(figures.digit()),
                    Figures.percent(figures.precision()),
                    Figures.percent(figures.recall()),
                    Figures.decimals(figures.f1(), 4),
                    Long.toString(figures.support()));
        }
        return table;
    }

    private static Table confusion(ConfusionMatrix confusion) {
        Table table = Table.ofNumbers();
        int classes = confusion.counts().length;
        String[] head = new String[classes + 1];
        head[0] = "";
        for (int digit = 0; digit < classes; digit++) {
            head[digit + 1] = Integer.toString(digit);
        }
        table.row(head);
        for (int truth = 0; truth < classes; truth++) {
            String[] cells = new String[classes + 1];
            cells[0] = Integer.toString(truth);
            for (int predicted = 0; predicted < classes; predicted++) {
                cells[predicted + 1] = Long.toString(confusion.counts()[truth][predicted]);
            }
            table.row(cells);
        }
        return table;
    }
}
