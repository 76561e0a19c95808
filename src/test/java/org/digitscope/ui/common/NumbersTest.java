package org.digitscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumbersTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(Numbers.fourDecimals(-0.12345)).isEqualTo("−0.1235");
        assertThat(Numbers.parse(Numbers.fourDecimals(-0.12345))).hasValue(-0.1235);
        assertThat(Numbers.parse(" -0,5 ")).hasValue(-0.5);
        assertThat(Numbers.fourDecimals(0)).isEqualTo("0");
    }

    @Test
    void smallPlacesGetFewDigits() {
        assertThat(Numbers.brief(1.234)).isEqualTo("1.23");
        assertThat(Numbers.brief(-12.34)).isEqualTo("−12.3");
        assertThat(Numbers.brief(0)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "NaN", "Infinity", "1e99", "1.2.3"})
    void whatIsNoFiniteNumberIsNoWeight(String text) {
        assertThat(Numbers.parse(text)).isEmpty();
    }

    @Test
    void valuesHaveThreeDigitsThatCount() {
        assertThat(Numbers.significant(0)).isEqualTo("0");
        assertThat(Numbers.significant(-0f)).isEqualTo("0");
        assertThat(Numbers.significant(0.1234f)).isEqualTo("0.123");
        assertThat(Numbers.significant(-3.14159f)).isEqualTo("−3.14");
        assertThat(Numbers.significant(31.4159f)).isEqualTo("31.4");
        assertThat(Numbers.significant(314.159f)).isEqualTo("314");
        assertThat(Numbers.significant(0.000314f)).isEqualTo("3.1e−04");
    }

    @Test
    void hasFourDecimalsAndAProperMinus() {
        assertThat(Numbers.aligned(0.12345)).isEqualTo("0.1235");
        assertThat(Numbers.aligned(-1.5)).isEqualTo("−1.5000");
        assertThat(Numbers.aligned(123.45678)).isEqualTo("123.457");
    }

    @Test
    void zeroHasNoSign() {
        assertThat(Numbers.aligned(-0.00001)).isEqualTo("0.0000");
        assertThat(Numbers.aligned(-0.0)).isEqualTo("0.0000");
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
