package org.digitscope.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Confidence against accuracy in 15 bins of equal width (Guo et al., <i>On calibration of modern neural networks</i>, 2017). */
public final class Reliability {
    /** The number of bins. */
    public static final int BINS = 15;

    private final long[] counts = new long[BINS];
    private final long[] right = new long[BINS];
    private final double[] confidences = new double[BINS];

    /** One bin; the rates are 0 if it is empty. */
    public record Bin(double low, double high, long count, double confidence, double accuracy) {}

    void add(double confidence, boolean isRight) {
        int bin = Math.min(BINS - 1, (int) (confidence * BINS));
        counts[bin]++;
        right[bin] += isRight ? 1 : 0;
        confidences[bin] += confidence;
    }

    public List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            double n = Math.max(1, counts[i]);
            bins.add(new Bin(i / (double) BINS, (i + 1) / (double) BINS, counts[i], confidences[i] / n, right[i] / n));
        }
        return bins;
    }

    /** The expected calibration error: the mean distance of confidence and accuracy, weighted by count; 0 to 1. */
    public double expectedCalibrationError() {
        double distance = 0;
        long total = 0;
        for (int i = 0; i < BINS; i++) {
            distance += Math.abs(confidences[i] - right[i]);
            total += counts[i];
        }
        return total == 0 ? Double.NaN : distance / total;
    }
}
