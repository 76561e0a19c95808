package org.digitscope.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * How often each digit was taken for each.
 *
 * @param counts {@code counts[truth][prediction]}, 10×10; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // a table that is read, not compared
public record ConfusionMatrix(long[][] counts) {
    private static final int CLASSES = 10;

    /** Of one digit. All rates are 0 where they are not defined. */
    public record ClassFigures(int digit, double precision, double recall, double f1, long support) {}

    public long count() {
        long sum = 0;
        for (long[] row : counts) {
            for (long cell : row) {
                sum += cell;
            }
        }
        return sum;
    }

    /** The share that was right, 0 to 1; NaN without samples. */
    public double accuracy() {
        return right() / (double) count();
    }

    public long right() {
        long right = 0;
        for (int digit = 0; digit < CLASSES; digit++) {
            right += counts[digit][digit];
        }
        return right;
    }

    public List<ClassFigures> classes() {
        List<ClassFigures> figures = new ArrayList<>();
        for (int digit = 0; digit < CLASSES; digit++) {
            long support = 0;
            long predicted = 0;
            for (int other = 0; other < CLASSES; other++) {
                support += counts[digit][other];
                predicted += counts[other][digit];
            }
            double precision = predicted == 0 ? 0 : counts[digit][digit] / (double) predicted;
            double recall = support == 0 ? 0 : counts[digit][digit] / (double) support;
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            figures.add(new ClassFigures(digit, precision, recall, f1, support));
        }
        return figures;
    }

    /** The mean F1 of the digits that occur, 0 to 1. */
    public double macroF1() {
        return classes().stream()
                .filter(figures -> figures.support() > 0)
                .mapToDouble(ClassFigures::f1)
                .average()
                .orElse(Double.NaN);
    }
}
