package org.digitscope.evaluation;

/**
 * How well a score tells digits from what is none: the area under the ROC curve, which is the probability that a digit
 * has the higher score of a pair drawn by chance (Hanley and McNeil, <i>The meaning and use of the area under a receiver
 * operating characteristic curve</i>, 1982); a draw counts half. Scores are counted in narrow bins of their log odds, so
 * memory does not grow with their number. For one thread.
 */
final class Separation {
    private static final int BINS = 1 << 14;
    private static final double LARGEST_LOG_ODDS = 40;

    private final long[] digits = new long[BINS];
    private final long[] others = new long[BINS];

    /** @param score 0 to 1 */
    void add(double score, boolean digit) {
        double logOdds = Math.log(score) - Math.log1p(-score);
        double place = (logOdds + LARGEST_LOG_ODDS) / (2 * LARGEST_LOG_ODDS) * BINS;
        int bin = (int) Math.max(0, Math.min(BINS - 1, place));
        (digit ? digits : others)[bin]++;
    }

    /** From 0 to 1, 0.5 by chance; NaN unless there were both. */
    double area() {
        double pairs = 0;
        long othersBelow = 0;
        long digitsInAll = 0;
        for (int bin = 0; bin < BINS; bin++) {
            pairs += digits[bin] * (othersBelow + others[bin] / 2.0);
            othersBelow += others[bin];
            digitsInAll += digits[bin];
        }
        return pairs / ((double) digitsInAll * othersBelow);
    }
}
