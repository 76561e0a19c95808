package org.digitscope.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColorScaleTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void zeroIsNeutralAndTheSameFromBothSides(boolean dark) {
        ColorScale scale = ColorScale.forGround(dark);
        int zero = scale.argb(0, 1);
        assertThat(scale.argb(-0f, 1)).isEqualTo(zero);
        assertThat(scale.argb(0.0001f, 1)).isEqualTo(zero);
        assertThat(scale.argb(-0.0001f, 1)).isEqualTo(zero);
        assertThat(scale.argb(5, 0)).isEqualTo(zero);
        assertThat(saturation(zero)).isLessThan(12);
        assertThat(lightness(zero) > 128).isNotEqualTo(dark);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lightnessGoesOneWayWithMagnitude(boolean dark) {
        ColorScale scale = ColorScale.forGround(dark);
        for (int sign : new int[] {-1, 1}) {
            double before = lightness(scale.argb(0, 1));
            for (int step = 1; step <= 100; step++) {
                double now = lightness(scale.argb(sign * step / 100f, 1));
                assertThat(dark ? now - before : before - now)
                        .as("%s of 100", step)
                        .isGreaterThan(0);
                before = now;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void positiveIsOrangeAndNegativeBlue(boolean dark) {
        ColorScale scale = ColorScale.forGround(dark);
        for (float value : new float[] {0.3f, 0.5f, 0.8f}) {
            int positive = scale.argb(value, 1);
            int negative = scale.argb(-value, 1);
            assertThat(positive >> 16 & 0xFF).isGreaterThan(positive & 0xFF);
            assertThat(negative & 0xFF).isGreaterThan(negative >> 16 & 0xFF);
        }
    }

    @Test
    void colorsAreOpaqueAndEndAtTheMagnitude() {
        ColorScale scale = ColorScale.forGround(false);
        assertThat(scale.argb(0.4f, 1) >>> 24).isEqualTo(0xFF);
        assertThat(scale.argb(7, 2)).isEqualTo(scale.argb(2, 2));
        assertThat(scale.argb(-7, 2)).isEqualTo(scale.argb(-2, 2));
        assertThat(scale.argb(3, 6)).isEqualTo(scale.argb(1, 2));
    }

    private static double lightness(int argb) {
        return 0.2126 * (argb >> 16 & 0xFF) + 0.7152 * (argb >> 8 & 0xFF) + 0.0722 * (argb & 0xFF);
    }

    private static int saturation(int argb) {
        int red = argb >> 16 & 0xFF;
        int green = argb >> 8 & 0xFF;
        int blue = argb & 0xFF;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
    }
}
