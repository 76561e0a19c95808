package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.digitscope.cli.SoakTrend.Verdict;
import org.junit.jupiter.api.Test;

final class SoakTrendTest {
    private static final double SLACK = 16;
    private static final double NOISE = 3;
    private static final int READINGS = 6;

    @Test
    void findsLeakOfFiveMegabytesAMinuteInTenMinutes() {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(verdict(10, seed, minute -> 120 + 5 * minute)).isEqualTo(Verdict.GREW);
        }
    }

    @Test
    void findsLeakOfHalfAMegabyteAMinuteInNinetyMinutes() {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(verdict(90, seed, minute -> 120 + 0.5 * minute)).isEqualTo(Verdict.GREW);
        }
    }

    @Test
    void findsLeakThatBeginsInTheMiddle() {
        assertThat(verdict(30, 1, minute -> 120 + 5 * Math.max(0, minute - 15))).isEqualTo(Verdict.GREW);
    }

    @Test
    void letsCachesPassThatHaveFilled() {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(verdict(10, seed, minute -> 120 + 60 * (1 - Math.exp(-minute / 2))))
                    .isEqualTo(Verdict.STEADY);
        }
    }

    @Test
    void letsNoisePass() {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(verdict(10, seed, minute -> 120)).isEqualTo(Verdict.STEADY);
        }
    }

    @Test
    void fewOddReadingsDoNotCount() {
        List<List<Double>> quarters = List.of(
                List.of(120.0, 121.0, 119.0),
                List.of(120.0, 122.0, 121.0),
                List.of(121.0, 120.0, 120.0),
                List.of(121.0, 220.0, 119.0));
        assertThat(SoakTrend.ofAmounts(quarters, SLACK).verdict()).isEqualTo(Verdict.STEADY);
    }

    @Test
    void whatTheSystemDoesNotTellIsNotJudged() {
        List<List<Double>> quarters = List.of(List.of(Double.NaN), List.of(1.0), List.of(2.0), List.of(300.0));
        assertThat(SoakTrend.ofAmounts(quarters, SLACK).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void framesThatStaySlowHaveGrownAndOneSlowQuarterIsChance() {
        assertThat(SoakTrend.ofTimes(List.of(20.0, 22.0, 45.0, 50.0), 8).verdict())
                .isEqualTo(Verdict.GREW);
        assertThat(SoakTrend.ofTimes(List.of(20.0, 22.0, 25.0, 90.0), 8).verdict())
                .isEqualTo(Verdict.STEADY);
        assertThat(SoakTrend.ofTimes(List.of(2.0, 2.0, 4.0, 4.0), 8).verdict()).isEqualTo(Verdict.STEADY);
    }

    /** Of an amount that is read as a run of so many minutes reads it, after the first fifth. */
    private static Verdict verdict(double minutes, int seed, DoubleUnaryOperator amount) {
        Random noise = new Random(seed);
        List<List<Double>> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            List<Double> readings = new ArrayList<>();
            for (int reading = 1; reading <= READINGS; reading++) {
                double minute = minutes * (0.2 + 0.2 * (quarter + (double) reading / READINGS));
                readings.add(amount.applyAsDouble(minute) + NOISE * noise.nextGaussian());
            }
            quarters.add(readings);
        }
        return SoakTrend.ofAmounts(quarters, SLACK).verdict();
    }
}
