package org.digitscope.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NumbersTest {
    @Test
    void hasFourDecimalsAndAProperMinus() {
        assertThat(Numbers.exact(0.12345)).isEqualTo("0.1235");
        assertThat(Numbers.exact(-1.5)).isEqualTo("−1.5000");
        assertThat(Numbers.exact(123.45678)).isEqualTo("123.457");
    }

    @Test
    void zeroHasNoSign() {
        assertThat(Numbers.exact(-0.00001)).isEqualTo("0.0000");
        assertThat(Numbers.exact(-0.0)).isEqualTo("0.0000");
        assertThat(Numbers.scaled(0)).isEqualTo("0.0000");
    }

    @Test
    void verySmallNumbersKeepTheirDigits() {
        assertThat(Numbers.scaled(3.214e-9)).isEqualTo("3.21·10⁻⁹");
        assertThat(Numbers.scaled(-1.5e-12)).isEqualTo("−1.50·10⁻¹²");
        assertThat(Numbers.scaled(0.0017125)).isEqualTo("0.001713");
        assertThat(Numbers.scaled(1)).isEqualTo("1.000000");
        assertThat(Numbers.scaled(12.5)).isEqualTo("12.5000");
    }
}
