package org.digitscope.evaluation;

/**
 * Where a rate probably lies.
 *
 * @param low from 0
 * @param high up to 1
 */
public record Interval(double low, double high) {
    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * The 95 % interval of a rate (Wilson, <i>Probable inference, the law of succession, and statistical inference</i>,
     * 1927), good for rates near 0 and 1 too.
     *
     * @param successes 0 to {@code trials}
     * @param trials with 0 the interval is everything
     */
    public static Interval wilson(long successes, long trials) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double n = trials;
        double rate = successes / n;
        double middle = (rate + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(rate * (1 - rate) / n + Z * Z / (4 * n * n));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
