package org.digitscope.cli;

import java.util.Arrays;
import org.digitscope.image.Picture;

/** A picture that is put together of rectangles and numbers, the same to the bit on every machine. */
final class PixelSheet {
    private static final String GLYPHS = "0123456789-.e";

    /** Rows of three bits each, from the top, for each of {@link #GLYPHS}: no font of the system is needed. */
    private static final int[] ROWS = {
        0b111_101_101_101_111, 0b010_110_010_010_111, 0b111_001_111_100_111, 0b111_001_111_001_111,
        0b101_101_111_001_001, 0b111_100_111_001_111, 0b111_100_111_101_111, 0b111_001_001_010_010,
        0b111_101_111_101_111, 0b111_101_111_001_111, 0b000_000_111_000_000, 0b000_000_000_000_010,
        0b000_111_111_100_111
    };

    private static final int GLYPH_WIDTH = 3;
    private static final int GLYPH_HEIGHT = 5;

    private final int width;
    private final int height;
    private final int[] argb;

    PixelSheet(int width, int height, int ground) {
        this.width = width;
        this.height = height;
        this.argb = new int[width * height];
        Arrays.fill(argb, ground);
    }

    void fill(int left, int top, int wide, int high, int color) {
        for (int y = top; y < top + high; y++) {
            Arrays.fill(argb, y * width + left, y * width + left + wide, color);
        }
    }

    /**
     * @param number of digits, signs, points and {@code e} alone
     * @param dot side of the squares that it is made of
     */
    void number(String number, int left, int top, int dot, int color) {
        for (int i = 0; i < number.length(); i++) {
            int rows = ROWS[GLYPHS.indexOf(number.charAt(i))];
            for (int at = 0; at < GLYPH_WIDTH * GLYPH_HEIGHT; at++) {
                int bit = GLYPH_WIDTH * GLYPH_HEIGHT - 1 - at;
                if (((rows >> bit) & 1) != 0) {
                    int x = left + (i * (GLYPH_WIDTH + 1) + at % GLYPH_WIDTH) * dot;
                    fill(x, top + at / GLYPH_WIDTH * dot, dot, dot, color);
                }
            }
        }
    }

    static int numberWidth(String number, int dot) {
        return (number.length() * (GLYPH_WIDTH + 1) - 1) * dot;
    }

    Picture picture() {
        return Picture.ofArgb(width, height, argb);
    }
}
