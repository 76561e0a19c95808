package org.digitscope.ui.explain;

import org.digitscope.image.ColorScale;

/**
 * The colours of paper and ink below the values, in light or dark.
 *
 * @param paper 0xRRGGBB
 * @param ink 0xRRGGBB; a middle grey, on which the colours of both signs are seen
 */
record Ground(int paper, int ink, ColorScale colors) {
    static Ground of(boolean dark) {
        return dark
                ? new Ground(0x14181D, 0x6E7884, ColorScale.forGround(true))
                : new Ground(0xFAFBFC, 0xA9B1BB, ColorScale.forGround(false));
    }

    boolean isDark() {
        return colors.isForDark();
    }

    /**
     * The colour of a pixel with a value over it.
     *
     * @param level of ink, 0 to 1
     * @param value of what lies over it
     * @param magnitude the value of the strongest colour
     * @return 0xAARRGGBB, opaque
     */
    int argb(float level, float value, float magnitude) {
        int over = colors.overlay(value, magnitude);
        double clear = 1 - (over >>> 24) / 255.0;
        int argb = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double below = (paper >> shift & 0xFF) + ((ink >> shift & 0xFF) - (paper >> shift & 0xFF)) * level;
            int mixed = (int) Math.round((over >> shift & 0xFF) + below * clear);
            argb = argb << 8 | Math.min(255, mixed);
        }
        return argb;
    }
}
