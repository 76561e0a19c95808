package org.digitscope.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LatencyTest {
    private final Latency latency = new Latency();

    @Test
    void withoutRecordsThereIsNoQuantile() {
        assertThat(latency.count()).isZero();
        assertThat(latency.quantileMillis(0.5)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 1_234, 77_000, 1_000_000, 16_400_000, 999_999_999, 50_000_000_000L})
    void aTimeIsKeptWithinTwoPercent(long nanos) {
        latency.record(nanos);

        assertThat(latency.quantileMillis(0.5)).isCloseTo(nanos / 1e6, withinPercentage(2));
        assertThat(latency.quantileMillis(0)).isEqualTo(latency.quantileMillis(1));
    }

    @Test
    void quantilesAreRanksOfWhatWasRecorded() {
        for (int millis = 1; millis <= 100; millis++) {
            latency.record(millis * 1_000_000L);
        }

        assertThat(latency.count()).isEqualTo(100);
        assertThat(latency.quantileMillis(0.5)).isCloseTo(50, withinPercentage(2));
        assertThat(latency.quantileMillis(0.99)).isCloseTo(99, withinPercentage(2));
        assertThat(latency.quantileMillis(1)).isCloseTo(100, withinPercentage(2));
        assertThat(latency.quantileMillis(0.01)).isCloseTo(1, withinPercentage(2));
    }

    @Test
    void timesOutOfRangeFallIntoTheOutermostBuckets() {
        latency.record(-5);
        latency.record(0);
        latency.record(Long.MAX_VALUE);

        assertThat(latency.count()).isEqualTo(3);
        assertThat(latency.quantileMillis(0)).isCloseTo(0.001, withinPercentage(2));
        assertThat(latency.quantileMillis(1)).isGreaterThan(60_000);
    }

    @Test
    void clearForgetsEverything() {
        latency.record(5_000_000);

        latency.clear();

        assertThat(latency.count()).isZero();
        assertThat(latency.quantileMillis(0.5)).isNaN();
    }
}
