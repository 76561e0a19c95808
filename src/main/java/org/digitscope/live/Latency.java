package org.digitscope.live;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A histogram of times with a relative error below 2 %, from a microsecond to about a minute; constant memory.
 *
 * <p>Safe for any thread.
 */
public final class Latency {
    private static final int BUCKETS_PER_DOUBLING = 36;
    private static final int DOUBLINGS = 26;
    private static final double SMALLEST_NANOS = 1_000;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS_PER_DOUBLING * DOUBLINGS);

    public void record(long nanos) {
        double doublings = Math.log(Math.max(nanos, SMALLEST_NANOS) / SMALLEST_NANOS) / Math.log(2);
        counts.incrementAndGet(Math.min(counts.length() - 1, (int) (doublings * BUCKETS_PER_DOUBLING)));
    }

    public long count() {
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /**
     * The time that a share of the records does not exceed, in milliseconds; NaN without records.
     *
     * @param share 0 to 1, 0.5 for the median
     */
    public double quantileMillis(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count()));
        long seen = 0;
        for (int i = 0; i < counts.length(); i++) {
            seen += counts.get(i);
            if (seen >= rank) {
                return SMALLEST_NANOS * Math.pow(2, (i + 0.5) / BUCKETS_PER_DOUBLING) / 1e6;
            }
        }
        return Double.NaN;
    }

    /** Forgets all records. */
    public void clear() {
        for (int i = 0; i < counts.length(); i++) {
            counts.set(i, 0);
        }
    }
}
