package org.digitscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void findsNoDifferenceWhereTheModelsDisagreeEvenlyOrNever() {
        assertThat(Comparison.pValue(0, 0)).isEqualTo(1);
        assertThat(Comparison.pValue(7, 7)).isEqualTo(1);
    }

    @Test
    void isTheExactBinomialProbability() {
        // 2 · (1 + 10) / 2^10 and 2 · (1 + 16 + 120 + 560) / 2^16, counted by hand.
        assertThat(Comparison.pValue(1, 9)).isCloseTo(22 / 1024.0, within(1e-12));
        assertThat(Comparison.pValue(13, 3)).isCloseTo(2 * 697 / 65536.0, within(1e-12));
    }

    @Test
    void doesNotUnderflowWithManyDisagreements() {
        assertThat(Comparison.pValue(50_000, 50_000)).isEqualTo(1);
        assertThat(Comparison.pValue(5_000, 5_100)).isBetween(0.31, 0.33);
    }
}
