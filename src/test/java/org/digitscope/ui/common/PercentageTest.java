package org.digitscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PercentageTest {
    private final Percentage english = new Percentage(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({"0, 0.0%", "0.0009, < 0.1%", "0.001, 0.1%", "0.5, 50.0%", "0.999, 99.9%", "0.9991, > 99.9%", "1, 100.0%"
    })
    void onlyNothingIsNothingAndOnlyAllIsAll(double probability, String written) {
        assertThat(english.of(probability)).isEqualTo(written);
    }

    @Test
    void isWrittenAsTheLanguageDoes() {
        assertThat(new Percentage(Locale.GERMAN).of(0.5)).isEqualTo("50,0\u00a0%");
    }
}
