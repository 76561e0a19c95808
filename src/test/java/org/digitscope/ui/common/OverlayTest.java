package org.digitscope.ui.common;

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

    private static int red(int argb) {
        return argb >> 16 & 0xFF;
    }

    private static int blue(int argb) {
        return argb & 0xFF;
    }
}
