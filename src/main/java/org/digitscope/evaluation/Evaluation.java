package org.digitscope.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation found.
 *
 * @param model the model's name
 * @param data the data set's name
 * @param confusion of the samples labelled 0 to 9
 * @param loss their mean cross-entropy with calibrated probabilities, in nats; NaN without such samples
 * @param reliability of their best probabilities
 * @param refused how many of them were called no digit
 * @param others samples with other labels
 * @param othersRefused how many of those were called no digit
 * @param auroc how well the score tells the digits from the others: the area under the ROC curve; NaN unless there are
 *     both
 * @param mistakes the surest mistakes, the worst first; not all of them
 * @param accepted the others that were taken for digits, the surest first; not all of them
 * @param writers accuracy by writer, in the order of their names; empty where the set does not say or has too many
 */
public record Evaluation(
        String model,
        String data,
        ConfusionMatrix confusion,
        double loss,
        Reliability reliability,
        long refused,
        long others,
        long othersRefused,
        double auroc,
        List<Mistake> mistakes,
        List<Accepted> accepted,
        List<WriterFigures> writers) {

    /** Of one writer's digits. */
    public record WriterFigures(String writer, long count, double accuracy) {}

    public Evaluation {
        mistakes = List.copyOf(mistakes);
        accepted = List.copyOf(accepted);
        writers = List.copyOf(writers);
    }

    /** The share of the digits that were called no digit, 0 to 1. */
    public double refusedShare() {
        return confusion.count() == 0 ? 0 : refused / (double) confusion.count();
    }

    /** As plain JSON values, with the keys that {@code evaluate --format json} promises; NaN becomes null. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        Interval interval = Interval.wilson(confusion.right(), confusion.count());
        json.put("model", model);
        json.put("data", data);
        json.put("count", confusion.count());
        put(json, "accuracy", confusion.accuracy());
        json.put("accuracyInterval", List.of(interval.low(), interval.high()));
        put(json, "loss", loss);
        put(json, "macroF1", confusion.macroF1());
        json.put("classes", confusion.classes().stream().map(Evaluation::toJson).toList());
        json.put("confusion", rows());
        put(json, "ece", reliability.expectedCalibrationError());
        json.put("refused", confusion.count() == 0 && others > 0 ? othersRefused / (double) others : refusedShare());
        if (others > 0) {
            json.put("others", others);
            json.put("othersRefused", othersRefused / (double) others);
            put(json, "auroc", auroc);
        }
        return json;
    }

    private static Map<String, Object> toJson(ConfusionMatrix.ClassFigures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("digit", figures.digit());
        json.put("precision", figures.precision());
        json.put("recall", figures.recall());
        json.put("f1", figures.f1());
        json.put("support", figures.support());
        return json;
    }

    private List<List<Long>> rows() {
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : confusion.counts()) {
            List<Long> cells = new ArrayList<>();
            for (long cell : row) {
                cells.add(cell);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static void put(Map<String, Object> json, String key, double value) {
        json.put(key, Double.isNaN(value) ? null : value);
    }
}
