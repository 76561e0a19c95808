package org.digitscope.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NumbersTest {
    @Test
    void valuesHaveThreeDigitsThatCount() {
        assertThat(Numbers.format(0)).isEqualTo("0");
        assertThat(Numbers.format(-0f)).isEqualTo("0");
        assertThat(Numbers.format(0.1234f)).isEqualTo("0.123");
        assertThat(Numbers.format(-3.14159f)).isEqualTo("−3.14");
        assertThat(Numbers.format(31.4159f)).isEqualTo("31.4");
        assertThat(Numbers.format(314.159f)).isEqualTo("314");
        assertThat(Numbers.format(0.000314f)).isEqualTo("3.1e−04");
    }
}
