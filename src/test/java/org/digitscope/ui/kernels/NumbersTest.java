package org.digitscope.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumbersTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(Numbers.exact(-0.12345)).isEqualTo("−0.1235");
        assertThat(Numbers.parse(Numbers.exact(-0.12345))).hasValue(-0.1235);
        assertThat(Numbers.parse(" -0,5 ")).hasValue(-0.5);
        assertThat(Numbers.exact(0)).isEqualTo("0");
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
}
