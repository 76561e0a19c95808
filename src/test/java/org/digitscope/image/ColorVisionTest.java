package org.digitscope.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scales of colour for eyes of every kind. */
final class ColorVisionTest {
    private static final double APART = 15;

    @ParameterizedTest
    @EnumSource(ColorVision.class)
    void negativeAndPositiveAreToldApart(ColorVision vision) {
        for (boolean dark : new boolean[] {false, true}) {
            ColorScale scale = ColorScale.forGround(dark);
            for (float value : new float[] {0.4f, 0.6f, 0.8f, 1}) {
                assertThat(vision.distance(scale.argb(value, 1), scale.argb(-value, 1)))
                        .as("%s, dark %s, ±%s", vision, dark, value)
                        .isGreaterThan(APART);
                int ground = dark ? 0xFF0D1117 : 0xFFFFFFFF;
                assertThat(vision.distance(scale.over(ground, value, 1), scale.over(ground, -value, 1)))
                        .as("%s over the ink, dark %s, ±%s", vision, dark, value)
                        .isGreaterThan(APART);
            }
            for (float end : new float[] {-1, 1}) {
                assertThat(vision.distance(scale.argb(end, 1), scale.argb(0, 1)))
                        .as("%s, dark %s, from zero to %s", vision, dark, end)
                        .isGreaterThan(3 * APART);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ColorVision.class)
    void lightnessGoesOneWayFromZeroToEachEnd(ColorVision vision) {
        for (boolean dark : new boolean[] {false, true}) {
            ColorScale scale = ColorScale.forGround(dark);
            for (int sign : new int[] {-1, 1}) {
                double before = vision.lightness(scale.argb(0, 1));
                for (int step = 1; step <= 32; step++) {
                    double now = vision.lightness(scale.argb(sign * step / 32f, 1));
                    assertThat(dark ? now - before : before - now)
                            .as("%s, dark %s, step %s", vision, dark, sign * step)
                            .isGreaterThan(0);
                    before = now;
                }
            }
        }
    }

    @Test
    void measuresAgreeWithPublishedValues() {
        assertThat(ColorVision.contrast(0xFF000000, 0xFFFFFFFF)).isEqualTo(21, within(1e-9));
        assertThat(ColorVision.contrast(0xFF777777, 0xFFFFFFFF)).isEqualTo(4.48, within(0.005));
        assertThat(ColorVision.USUAL.lightness(0xFF808080)).isEqualTo(53.585, within(0.01));
        assertThat(ColorVision.USUAL.distance(0xFFFF0000, 0xFF00FF00)).isEqualTo(170.58, within(0.1));
        // Red and green of like lightness come near each other for those who lack one of the two kinds of cone.
        assertThat(ColorVision.DEUTERANOPIA.distance(0xFFB05050, 0xFF6F7A3C))
                .isLessThan(0.5 * ColorVision.USUAL.distance(0xFFB05050, 0xFF6F7A3C));
    }
}
