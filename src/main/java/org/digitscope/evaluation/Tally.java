package org.digitscope.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.digitscope.data.Sample;
import org.digitscope.network.Answer;

/** Counts one network's answers; memory does not grow with their number. For one thread. */
final class Tally {
    private static final int CLASSES = 10;

    /** Beyond so many, who wrote what is no table that anybody reads. */
    private static final int MAX_WRITERS = 2_000;

    private static final double SMALLEST = 1e-30;

    private final long[][] confusion = new long[CLASSES][CLASSES];
    private final Reliability reliability = new Reliability();
    private final Separation separation = new Separation();
    private final Worst<Mistake> mistakes = new Worst<>(Mistake.WORST_FIRST);
    private final Worst<Accepted> accepted = new Worst<>(Accepted.WORST_FIRST);
    private final Map<String, long[]> writers = new TreeMap<>();
    private double lossSum;
    private long refused;
    private long others;
    private long othersRefused;
    private boolean tooManyWriters;

    /** Counts one answer; true if the sample is a digit and was read right. */
    boolean add(long index, Sample sample, Answer answer) {
        OptionalInt digit = sample.digit();
        if (digit.isEmpty()) {
            sample.label().ifPresent(label -> addOther(index, sample, label, answer));
            return false;
        }
        separation.add(answer.digitScore(), true);
        int truth = digit.getAsInt();
        boolean right = answer.prediction() == truth;
        confusion[truth][answer.prediction()]++;
        reliability.add(answer.confidence(), right);
        lossSum -= Math.log(Math.max(answer.probabilities()[truth], SMALLEST));
        refused += answer.isDigit() ? 0 : 1;
        sample.writer().ifPresent(writer -> addWriter(writer, right));
        if (!right) {
            mistakes.add(new Mistake(index, sample.image(), truth, answer, sample.writer()));
        }
        return right;
    }

    Evaluation result(String model, String data) {
        ConfusionMatrix matrix = new ConfusionMatrix(confusion);
        double loss = matrix.count() == 0 ? Double.NaN : lossSum / matrix.count();
        List<Evaluation.WriterFigures> byWriter = new ArrayList<>();
        writers.forEach((writer, counts) ->
                byWriter.add(new Evaluation.WriterFigures(writer, counts[0], counts[1] / (double) counts[0])));
        return new Evaluation(
                model,
                data,
                matrix,
                loss,
                reliability,
                refused,
                others,
                othersRefused,
                separation.area(),
                mistakes.inOrder(),
                accepted.inOrder(),
                byWriter);
    }

    private void addOther(long index, Sample sample, String label, Answer answer) {
        others++;
        separation.add(answer.digitScore(), false);
        if (answer.isDigit()) {
            accepted.add(new Accepted(index, sample.image(), label, answer, sample.writer()));
        } else {
            othersRefused++;
        }
    }

    private void addWriter(String writer, boolean right) {
        if (tooManyWriters) {
            return;
        }
        long[] counts = writers.computeIfAbsent(writer, name -> new long[2]);
        counts[0]++;
        counts[1] += right ? 1 : 0;
        if (writers.size() > MAX_WRITERS) {
            tooManyWriters = true;
            writers.clear();
        }
    }
}
