package org.digitscope.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OverlayTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void zeroIsClearAndMoreCoversMoreButNeverAll(boolean dark) {
        ColorScale colors = ColorScale.forGround(dark);
        assertThat(colors.overlay(0, 5)).isZero();
        assertThat(colors.overlay(3, 0)).isZero();
        int before = 0;
        for (float value = 1; value <= 5; value++) {
            int alpha = colors.overlay(value, 5) >>> 24;
            assertThat(alpha).isBetween(before + 1, 254);
            assertThat(colors.overlay(-value, 5) >>> 24).isEqualTo(alpha);
            before = alpha;
        }
        assertThat(colors.overlay(9, 5)).isEqualTo(colors.overlay(5, 5));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void signsAreOrangeAndBlue(boolean dark) {
        ColorScale colors = ColorScale.forGround(dark);
        assertThat(red(colors.overlay(1, 1))).isGreaterThan(blue(colors.overlay(1, 1)) + 100);
        assertThat(blue(colors.overlay(-1, 1))).isGreaterThan(red(colors.overlay(-1, 1)) + 100);
    }

    @Test
    void coloursArePremultiplied() {
        for (int step = 0; step <= 100; step++) {
            int argb = ColorScale.forGround(true).overlay(step / 100f, 1);
            assertThat(red(argb)).isLessThanOrEqualTo(argb >>> 24);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatLiesBelowShowsThroughLessAndLess(boolean dark) {
        ColorScale colors = ColorScale.forGround(dark);
        int paper = 0xFFFAFAFA;
        assertThat(colors.over(paper, 0, 1)).isEqualTo(paper);
        for (int step = 1; step <= 10; step++) {
            int weaker = colors.over(paper, (step - 1) / 10f, 1);
            int stronger = colors.over(paper, step / 10f, 1);
            assertThat(blue(stronger)).isLessThan(blue(weaker));
            assertThat(stronger >>> 24).isEqualTo(0xFF);
        }
    }

    private static int red(int argb) {
        return argb >> 16 & 0xFF;
    }

    private static int blue(int argb) {
        return argb & 0xFF;
    }
}
