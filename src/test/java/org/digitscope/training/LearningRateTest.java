package org.digitscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.digitscope.training.LearningRate.Schedule;
import org.junit.jupiter.api.Test;

final class LearningRateTest {
    private static final int STEPS = 101;

    @Test
    void constantStaysTheSame() {
        LearningRate rate = rate(Schedule.CONSTANT);

        assertThat(rate.at(0, STEPS, 10)).isEqualTo(0.1);
        assertThat(rate.at(100, STEPS, 10)).isEqualTo(0.1);
    }

    @Test
    void stepFallsByTheFactorEveryFewEpochs() {
        LearningRate rate = rate(Schedule.STEP);

        assertThat(rate.at(0, STEPS, 10)).isEqualTo(0.1);
        assertThat(rate.at(29, STEPS, 10)).isEqualTo(0.1);
        assertThat(rate.at(30, STEPS, 10)).isCloseTo(0.05, within(1e-12));
        assertThat(rate.at(65, STEPS, 10)).isCloseTo(0.025, within(1e-12));
    }

    @Test
    void cosineGoesFromTheRateThroughItsHalfToZero() {
        LearningRate rate = rate(Schedule.COSINE);

        assertThat(rate.at(0, STEPS, 10)).isCloseTo(0.1, within(1e-12));
        assertThat(rate.at(50, STEPS, 10)).isCloseTo(0.05, within(1e-12));
        assertThat(rate.at(25, STEPS, 10)).isCloseTo(0.1 * (1 + Math.sqrt(0.5)) / 2, within(1e-12));
        assertThat(rate.at(100, STEPS, 10)).isCloseTo(0, within(1e-12));
    }

    @Test
    void oneCycleWarmsUpAndFallsToAlmostNothing() {
        LearningRate rate = rate(Schedule.ONE_CYCLE);

        assertThat(rate.at(0, STEPS, 10)).isCloseTo(0.1 / 25, within(1e-12));
        assertThat(rate.at(15, STEPS, 10)).isCloseTo((0.1 + 0.1 / 25) / 2, within(1e-12));
        assertThat(rate.at(30, STEPS, 10)).isCloseTo(0.1, within(1e-12));
        assertThat(rate.at(100, STEPS, 10)).isCloseTo(0.1 / 25 / 10_000, within(1e-12));
        for (int step = 31; step <= 100; step++) {
            assertThat(rate.at(step, STEPS, 10)).isLessThan(rate.at(step - 1, STEPS, 10));
        }
    }

    @Test
    void oneCycleWithoutWarmUpBeginsAtTheTop() {
        LearningRate rate = new LearningRate(Schedule.ONE_CYCLE, 0.1, 1, 1, 0);

        assertThat(rate.at(0, STEPS, 10)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void aTrainingOfOneStepLearns() {
        for (Schedule schedule : Schedule.values()) {
            assertThat(rate(schedule).at(0, 1, 1)).as("%s", schedule).isPositive();
        }
    }

    private static LearningRate rate(Schedule schedule) {
        return new LearningRate(schedule, 0.1, 0.5, 3, 0.3);
    }
}
