package org.digitscope.ui.common;

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

    private final int[] positive;
    private final int[] negative;

    private ColorScale(int[] positive, int[] negative) {
        this.positive = table(positive);
        this.negative = table(negative);
    }

    /** For a light or a dark ground. */
    public static ColorScale forGround(boolean dark) {
        return dark ? new ColorScale(DARK_POSITIVE, DARK_NEGATIVE) : new ColorScale(LIGHT_POSITIVE, LIGHT_NEGATIVE);
    }

    /**
     * @param value any; beyond the magnitude it has the strongest colour
     * @param magnitude the value of the strongest colour; with 0 everything is neutral
     * @return 0xAARRGGBB, opaque
     */
    public int argb(float value, float magnitude) {
        if (magnitude <= 0) {
            return positive[0];
        }
        int step = (int) (Math.min(1, Math.abs(value) / magnitude) * (STEPS - 1) + 0.5f);
        return value < 0 ? negative[step] : positive[step];
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
