package org.digitscope.cli;

import java.util.Comparator;
import java.util.List;

/**
 * Tells what grows from what has come to rest.
 *
 * <p>A quarter's typical value is the median of its readings: one that is off by chance does not count. An amount has
 * grown if it rose by more than the slack from the first quarter to the last, and more than half the slack of it after
 * the second quarter. Caches that fill slower and slower pass; what grows at an even pace does two thirds of it after the
 * second quarter.
 *
 * <p>A leak of 5 MB a minute makes 30 MB between the middles of the first and the last quarter of ten minutes, of which the
 * first two are not looked at.
 */
final class SoakTrend {
    /** What a figure did. */
    enum Verdict {
        STEADY,
        GREW,
        UNKNOWN
    }

    private static final double SLOWER = 1.5;

    private final List<Double> typical;
    private final Verdict verdict;

    private SoakTrend(List<Double> typical, boolean grew) {
        this.typical = typical;
        if (typical.isEmpty() || typical.stream().anyMatch(value -> !Double.isFinite(value))) {
            this.verdict = Verdict.UNKNOWN;
        } else {
            this.verdict = grew ? Verdict.GREW : Verdict.STEADY;
        }
    }

    /**
     * @param quarters readings of something that is held
     * @param slack how much more is chance
     */
    static SoakTrend ofAmounts(List<List<Double>> quarters, double slack) {
        List<Double> typical = quarters.stream().map(SoakTrend::median).toList();
        int last = typical.size() - 1;
        boolean grew = last > 0
                && typical.get(last) - typical.get(0) > slack
                && typical.get(last) - typical.get(last / 2) > slack / 2;
        return new SoakTrend(typical, grew);
    }

    /**
     * Times have grown if even the better quarter of the second half is half as long again as the worse of the first, and
     * by more than the slack: other programs take the processor for a while, but not in one half alone.
     *
     * @param quarters a time each
     */
    static SoakTrend ofTimes(List<Double> quarters, double slack) {
        int half = quarters.size() / 2;
        double before = quarters.subList(0, half).stream()
                .max(Comparator.naturalOrder())
                .orElse(Double.NaN);
        double after = quarters.subList(half, quarters.size()).stream()
                .min(Comparator.naturalOrder())
                .orElse(Double.NaN);
        return new SoakTrend(quarters, after > before * SLOWER && after > before + slack);
    }

    /** One value a quarter. */
    List<Double> typical() {
        return typical;
    }

    Verdict verdict() {
        return verdict;
    }

    boolean grew() {
        return verdict == Verdict.GREW;
    }

    private static double median(List<Double> readings) {
        List<Double> sorted = readings.stream().sorted().toList();
        int count = sorted.size();
        return count == 0 ? Double.NaN : (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    }
}
