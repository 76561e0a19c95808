package org.digitscope.ui.kernels;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.digitscope.explain.ReceptiveField;
import org.digitscope.image.DigitImage;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.PixelImage;

/** A 28×28, or a part of it, with square pixels, ink on paper as the theme has it. */
final class DigitPicture extends Canvas {
    private static final ReceptiveField ALL = new ReceptiveField(0, 0, DigitImage.SIZE, DigitImage.SIZE);
    private static final int LIGHT_PAPER = 0xFFFFFF;
    private static final int LIGHT_INK = 0x1B2430;
    private static final int DARK_PAPER = 0x1A1E24;
    private static final int DARK_INK = 0xF4F6F8;

    private final PixelImage pixels = new PixelImage(DigitImage.SIZE, DigitImage.SIZE);

    /**
     * @param levels 28×28, row-major, 0 = paper, 1 = ink
     * @param field to be outlined
     * @param side of the picture, in pixels
     */
    void show(float[] levels, Optional<ReceptiveField> field, double side, boolean dark) {
        paint(levels, ALL, side, side, dark);
        double cell = side / DigitImage.SIZE;
        GraphicsContext context = getGraphicsContext2D();
        field.ifPresent(area -> {
            CanvasColors marks = CanvasColors.of(dark);
            marks.outline(
                    context,
                    marks.pointed(),
                    2,
                    area.left() * cell + 1,
                    area.top() * cell + 1,
                    (area.right() - area.left()) * cell - 2,
                    (area.bottom() - area.top()) * cell - 2);
        });
    }

    /**
     * Shows a part of the 28×28 alone.
     *
     * @param side of the longer side of the picture, in pixels
     */
    void showPart(float[] levels, ReceptiveField part, double side, boolean dark) {
        double width = part.right() - part.left();
        double height = part.bottom() - part.top();
        double cell = side / Math.max(width, height);
        paint(levels, part, width * cell, height * cell, dark);
    }

    private void paint(float[] levels, ReceptiveField part, double width, double height, boolean dark) {
        setWidth(width);
        setHeight(height);
        int paper = dark ? DARK_PAPER : LIGHT_PAPER;
        int ink = dark ? DARK_INK : LIGHT_INK;
        for (int i = 0; i < levels.length; i++) {
            pixels.argb()[i] = mix(paper, ink, Math.max(0, Math.min(1, levels[i])));
        }
        pixels.show();
        GraphicsContext context = getGraphicsContext2D();
        context.setImageSmoothing(false);
        context.clearRect(0, 0, width, height);
        context.drawImage(
                pixels.image(),
                part.left(),
                part.top(),
                part.right() - part.left(),
                part.bottom() - part.top(),
                0,
                0,
                width,
                height);
        context.setStroke(CanvasColors.of(dark).line());
        context.setLineWidth(1);
        context.strokeRect(0.5, 0.5, width - 1, height - 1);
    }

    private static int mix(int from, int to, float share) {
        int argb = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xFF;
            int b = to >> shift & 0xFF;
            argb = argb << 8 | Math.round(a + (b - a) * share);
        }
        return argb;
    }
}
