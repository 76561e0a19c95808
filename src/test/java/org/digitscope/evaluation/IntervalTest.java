package org.digitscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class IntervalTest {
    @Test
    void agreesWithPublishedExamples() {
        // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        assertInterval(Interval.wilson(81, 263), 0.2553, 0.3662);
        assertInterval(Interval.wilson(15, 148), 0.0624, 0.1605);
        assertInterval(Interval.wilson(0, 20), 0.0000, 0.1611);
        assertInterval(Interval.wilson(1, 29), 0.0061, 0.1718);
    }

    @Test
    void staysWithinZeroToOne() {
        assertThat(Interval.wilson(0, 1).low()).isZero();
        assertThat(Interval.wilson(10_000, 10_000).high()).isEqualTo(1);
        assertThat(Interval.wilson(10_000, 10_000).low()).isBetween(0.9995, 0.9999);
    }

    @Test
    void withoutTrialsEverythingIsPossible() {
        assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }
}
