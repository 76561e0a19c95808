package org.digitscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.paint.Color;
import org.digitscope.image.ColorScale;
import org.digitscope.image.ColorVision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CanvasColorsTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void numberInACellIsReadWhateverTheCellsColour(boolean dark) {
        ColorScale colors = ColorScale.forGround(dark);
        for (int step = -300; step <= 300; step++) {
            int cell = colors.argb(step, 300);
            assertThat(ColorVision.contrast(cell, argb(CanvasColors.on(cell))))
                    .as("%06x", cell & 0xFFFFFF)
                    .isGreaterThanOrEqualTo(CanvasColors.TYPE);
        }
        for (int grey = 0; grey < 256; grey++) {
            int cell = 0xFF000000 | grey << 16 | grey << 8 | grey;
            assertThat(ColorVision.contrast(cell, argb(CanvasColors.on(cell)))).isGreaterThan(CanvasColors.TYPE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void marksAreSeenOnTheirHaloAndOnTilesWithoutOutput(boolean dark) {
        CanvasColors colors = CanvasColors.of(dark);
        int zero = ColorScale.forGround(dark).argb(0, 1);
        for (Color mark : List.of(colors.chosen(), colors.pointed(), colors.changed(), colors.line())) {
            assertThat(CanvasColors.contrast(mark, colors.halo()))
                    .as("%s on its halo", mark)
                    .isGreaterThan(CanvasColors.GRAPHICS);
            assertThat(ColorVision.contrast(argb(mark), zero))
                    .as("%s on a tile", mark)
                    .isGreaterThan(CanvasColors.GRAPHICS);
        }
    }

    @Test
    void marksOnWhatTheNetworkSeesAreSeenOnTheirBlackHalo() {
        for (Color mark : List.of(CanvasColors.FIELD_ON_SEEN, CanvasColors.POINTED_ON_SEEN)) {
            assertThat(CanvasColors.contrast(mark, Color.BLACK)).isGreaterThan(CanvasColors.GRAPHICS);
        }
        assertThat(CanvasColors.contrast(CanvasColors.PEN, CanvasColors.PEN_EDGE))
                .isGreaterThan(CanvasColors.GRAPHICS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffffff", "#f6f8fa", "#0d1117", "#161b22", "#000000"})
    void linesOfAChartAreSeenTheirNamesReadAndAllToldApart(String grounds) {
        Color ground = Color.web(grounds);
        for (int one = 0; one < CanvasColors.series(); one++) {
            Color line = CanvasColors.series(one, ground, CanvasColors.GRAPHICS);
            assertThat(CanvasColors.contrast(line, ground)).isGreaterThanOrEqualTo(CanvasColors.GRAPHICS);
            assertThat(CanvasColors.contrast(CanvasColors.series(one, ground, CanvasColors.TYPE), ground))
                    .isGreaterThanOrEqualTo(CanvasColors.TYPE);
            for (int other = 0; other < one; other++) {
                Color second = CanvasColors.series(other, ground, CanvasColors.GRAPHICS);
                for (ColorVision vision : ColorVision.values()) {
                    assertThat(vision.distance(argb(line), argb(second)))
                            .as("%s: %d and %d on %s", vision, one, other, ground)
                            .isGreaterThan(8);
                }
            }
        }
    }

    private static int argb(Color color) {
        return 0xFF << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
