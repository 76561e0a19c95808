package org.digitscope.cli;

/**
 * Colours of signed values in written pictures, those of the window on a light ground: zero is neutral, negative values
 * go to blue and positive ones to orange, which people with any kind of colour blindness tell apart. All are
 * 0xAARRGGBB and opaque.
 */
final class SignedColors {
    /** Of zero. */
    static final int NEUTRAL = 0xFFF4F5F7;

    private static final int[] POSITIVE = {NEUTRAL, 0xFFFDD9A8, 0xFFF59B42, 0xFFC9520B, 0xFF6B1E00};
    private static final int[] NEGATIVE = {NEUTRAL, 0xFFBFDCF2, 0xFF66A9DE, 0xFF1F69B3, 0xFF08306B};

    /** Seen on paper and ink, unlike the ends of the scale. */
    private static final int POSITIVE_OVER = 0xFFDB5A00;

    private static final int NEGATIVE_OVER = 0xFF1B66B8;
    private static final double MOST_OPAQUE = 0.92;

    private SignedColors() {}

    /**
     * @param value any; beyond the magnitude it has the strongest colour
     * @param magnitude the value of the strongest colour; with 0 everything is neutral
     */
    static int of(float value, float magnitude) {
        int[] stops = value < 0 ? NEGATIVE : POSITIVE;
        double at = strength(value, magnitude) * (stops.length - 1);
        int from = Math.min(stops.length - 2, (int) at);
        return mix(stops[from], stops[from + 1], at - from);
    }

    /**
     * A value laid over something: zero leaves it as it is, and the colour covers more with magnitude, but never all.
     *
     * @param below the colour under it
     */
    static int over(int below, float value, float magnitude) {
        // Steeper near zero, where the eye tells thin colours apart least.
        double opacity = MOST_OPAQUE * Math.pow(strength(value, magnitude), 0.75);
        return mix(below, value < 0 ? NEGATIVE_OVER : POSITIVE_OVER, opacity);
    }

    private static double strength(float value, float magnitude) {
        return magnitude > 0 && !Float.isNaN(value) ? Math.min(1, Math.abs(value) / magnitude) : 0;
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
