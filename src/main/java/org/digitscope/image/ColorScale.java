package org.digitscope.image;

/**
 * Colours of signed values. Zero is always the neutral colour; negative values go to blue and positive ones to orange,
 * which people with any kind of colour blindness tell apart, and lightness changes evenly with magnitude.
 */
public final class ColorScale {
    private static final int STEPS = 256;

    private static final int[] LIGHT_POSITIVE = {0xF4F5F7, 0xFDD9A8, 0xF59B42, 0xC9520B, 0x6B1E00};
    private static final int[] LIGHT_NEGATIVE = {0xF4F5F7, 0xBFDCF2, 0x66A9DE, 0x1F69B3, 0x08306B};
    private static final int[] DARK_POSITIVE = {0x1A1E24, 0x6B3410, 0xC96A14, 0xF5A94A, 0xFFF0C9};
    private static final int[] DARK_NEGATIVE = {0x1A1E24, 0x123F68, 0x2577BD, 0x69B4EE, 0xDDF1FF};

    /** The strongest colours of a layer over ink and paper; seen on both, unlike the ends of the scale. */
    private static final int LIGHT_POSITIVE_OVER = 0xDB5A00;

    private static final int LIGHT_NEGATIVE_OVER = 0x1B66B8;
    private static final int DARK_POSITIVE_OVER = 0xFF8A1C;
    private static final int DARK_NEGATIVE_OVER = 0x3D9BF2;
    private static final double MOST_OPAQUE = 0.92;

    private final int[] positive;
    private final int[] negative;
    private final int[] positiveOver;
    private final int[] negativeOver;

    private final boolean forDark;

    private ColorScale(boolean forDark, int[] positive, int[] negative, int positiveOver, int negativeOver) {
        this.forDark = forDark;
        this.positive = table(positive);
        this.negative = table(negative);
        this.positiveOver = translucentTable(positiveOver);
        this.negativeOver = translucentTable(negativeOver);
    }

    /** For a light or a dark ground. */
    public static ColorScale forGround(boolean dark) {
        return dark
                ? new ColorScale(true, DARK_POSITIVE, DARK_NEGATIVE, DARK_POSITIVE_OVER, DARK_NEGATIVE_OVER)
                : new ColorScale(false, LIGHT_POSITIVE, LIGHT_NEGATIVE, LIGHT_POSITIVE_OVER, LIGHT_NEGATIVE_OVER);
    }

    /** Whether these are for a dark ground. */
    public boolean isForDark() {
        return forDark;
    }

    /**
     * @param value any; beyond the magnitude it has the strongest colour
     * @param magnitude the value of the strongest colour; with 0 everything is neutral
     * @return 0xAARRGGBB, opaque
     */
    public int argb(float value, float magnitude) {
        int step = step(value, magnitude);
        return value < 0 ? negative[step] : positive[step];
    }

    /**
     * The same for values that lie over something else: zero is clear, and the colour covers more with magnitude, but
     * never all.
     *
     * @return 0xAARRGGBB, premultiplied
     */
    public int overlay(float value, float magnitude) {
        int step = step(value, magnitude);
        return value < 0 ? negativeOver[step] : positiveOver[step];
    }

    /**
     * The {@link #overlay} of a value, laid over a colour.
     *
     * @param below 0xAARRGGBB, opaque
     * @return 0xAARRGGBB, opaque
     */
    public int over(int below, float value, float magnitude) {
        int layer = overlay(value, magnitude);
        int clear = 255 - (layer >>> 24);
        int argb = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int through = (below >> shift & 0xFF) * clear / 255;
            argb = argb << 8 | Math.min(255, (layer >> shift & 0xFF) + through);
        }
        return argb;
    }

    private static int step(float value, float magnitude) {
        return magnitude <= 0 ? 0 : (int) (Math.min(1, Math.abs(value) / magnitude) * (STEPS - 1) + 0.5f);
    }

    private static int[] translucentTable(int rgb) {
        int[] table = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            // Steeper near zero, where the eye tells thin colours apart least.
            double opacity = MOST_OPAQUE * Math.pow(i / (double) (STEPS - 1), 0.75);
            table[i] = (int) Math.round(opacity * 255) << 24 | (mix(0, rgb, opacity) & 0xFFFFFF);
        }
        return table;
    }

    private static int[] table(int[] stops) {
        int[] table = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double at = i / (double) (STEPS - 1) * (stops.length - 1);
            int from = Math.min(stops.length - 2, (int) at);
            table[i] = mix(stops[from], stops[from + 1], at - from);
        }
        return table;
    }

    private static int mix(int from, int to, double share) {
        int argb = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xFF;
            int b = to >> shift & 0xFF;
            argb = argb << 8 | (int) Math.round(a + (b - a) * share);
        }
        return argb;
    }
}
