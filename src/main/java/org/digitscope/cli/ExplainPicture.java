package org.digitscope.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import org.digitscope.explain.Method;
import org.digitscope.explain.Relevance;
import org.digitscope.image.ColorScale;
import org.digitscope.image.DigitImage;
import org.digitscope.image.Picture;

/**
 * The 28×28 in grey with the relevance laid over it, each pixel a square of {@link #SCALE}; below it the scale, with the
 * values of its strongest colours.
 */
final class ExplainPicture {
    private static final ColorScale COLORS = ColorScale.forGround(false);
    /** Side of a pixel of the 28×28. */
    static final int SCALE = 16;

    private static final int SIDE = DigitImage.SIZE * SCALE;
    private static final int MARGIN = 10;
    private static final int BAR_HEIGHT = 16;
    private static final int BAR_WIDTH = SIDE - 2 * MARGIN;
    private static final int DOT = 3;
    private static final int NUMBER_TOP = SIDE + MARGIN + BAR_HEIGHT + 6;
    private static final int HEIGHT = NUMBER_TOP + 5 * DOT + MARGIN;

    private static final int PAPER_LEVEL = 250;
    /** A middle grey, on which the colours of both signs are seen. */
    private static final int INK_LEVEL = 174;

    private static final int TEXT = 0xFF1B2430;

    private ExplainPicture() {}

    static Picture of(DigitImage image, Relevance relevance) {
        float magnitude = relevance.largestMagnitude();
        PixelSheet sheet = new PixelSheet(SIDE, HEIGHT, grey(0));
        for (int y = 0; y < DigitImage.SIZE; y++) {
            for (int x = 0; x < DigitImage.SIZE; x++) {
                float value = relevance.pixels()[y * DigitImage.SIZE + x];
                int color = COLORS.over(grey(image.pixel(x, y)), value, magnitude);
                sheet.fill(x * SCALE, y * SCALE, SCALE, SCALE, color);
            }
        }
        legend(sheet, magnitude, isSigned(relevance.question().method()));
        return sheet.picture();
    }

    private static void legend(PixelSheet sheet, float magnitude, boolean signed) {
        for (int x = 0; x < BAR_WIDTH; x++) {
            double share = x / (double) (BAR_WIDTH - 1);
            float value = magnitude == 0 ? 0 : (float) (signed ? 2 * share - 1 : share);
            sheet.fill(MARGIN + x, SIDE + MARGIN, 1, BAR_HEIGHT, COLORS.over(grey(0), value, 1));
        }
        int zero = signed ? SIDE / 2 : MARGIN;
        sheet.fill(zero, SIDE + MARGIN - 2, 1, BAR_HEIGHT + 4, TEXT);
        int zeroWidth = PixelSheet.numberWidth("0", DOT);
        sheet.number("0", signed ? zero - zeroWidth / 2 : zero, NUMBER_TOP, DOT, TEXT);
        if (magnitude == 0 || !Float.isFinite(magnitude)) {
            return;
        }
        String high = number(magnitude);
        sheet.number(high, SIDE - MARGIN - PixelSheet.numberWidth(high, DOT), NUMBER_TOP, DOT, TEXT);
        if (signed) {
            sheet.number(number(-magnitude), MARGIN, NUMBER_TOP, DOT, TEXT);
        }
    }

    /** Three digits that count, like {@code 0.0123} or {@code 1.23e-7}. */
    private static String number(float value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
        double magnitude = Math.abs(value);
        return magnitude >= 1e-4 && magnitude < 1e6
                ? rounded.toPlainString()
                : Double.toString(rounded.doubleValue()).replace('E', 'e');
    }

    private static boolean isSigned(Method method) {
        return switch (method) {
            case SALIENCY, SMOOTHGRAD, GRAD_CAM -> false;
            case GRADIENT_X_INPUT, INTEGRATED_GRADIENTS, OCCLUSION, STROKE_OCCLUSION -> true;
        };
    }

    private static int grey(float ink) {
        int level = Math.round(PAPER_LEVEL + (INK_LEVEL - PAPER_LEVEL) * ink);
        return 0xFF000000 | level << 16 | level << 8 | level;
    }
}
