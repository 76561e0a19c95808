package org.digitscope.image;

import java.util.Arrays;

/**
 * What a network sees: 28×28 grey levels, 0 = paper, 1 = ink, each a multiple of 1/255; immutable.
 *
 * <p>Pixel (x, y) covers the square from (x, y) to (x + 1, y + 1); y goes down.
 */
public final class DigitImage {
    /** Pixels along each side. */
    public static final int SIZE = 28;

    private static final DigitImage BLANK = new DigitImage(new byte[SIZE * SIZE]);

    private final byte[] levels;

    private DigitImage(byte[] levels) {
        this.levels = levels;
    }

    /** Paper without ink. */
    public static DigitImage blank() {
        return BLANK;
    }

    /**
     * @param pixels 28×28, row-major, 0 to 1; rounded to the nearest 1/255
     * @throws IllegalArgumentException if the length is another or a value is outside
     */
    public static DigitImage of(float[] pixels) {
        requireLength(pixels.length);
        byte[] levels = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            if (!(pixels[i] >= 0 && pixels[i] <= 1)) {
                throw new IllegalArgumentException("pixel " + i + " is " + pixels[i] + ", not within 0 to 1");
            }
            levels[i] = (byte) (int) (pixels[i] * 255f + 0.5f);
        }
        return new DigitImage(levels);
    }

    /**
     * @param levels 28×28 bytes, row-major, unsigned, 0 = paper, 255 = ink: the layout of MNIST's files
     * @throws IllegalArgumentException if the length is another
     */
    public static DigitImage ofLevels(byte[] levels) {
        requireLength(levels.length);
        return new DigitImage(levels.clone());
    }

    /** The grey level at column {@code x} and row {@code y}, 0 to 255. */
    public int level(int x, int y) {
        return levels[y * SIZE + x] & 0xFF;
    }

    /** The grey level at column {@code x} and row {@code y}, 0 to 1. */
    public float pixel(int x, int y) {
        return level(x, y) / 255f;
    }

    /** All grey levels, 28×28, row-major, 0 to 1; a fresh array. */
    public float[] pixels() {
        float[] pixels = new float[levels.length];
        copyInto(pixels, 0);
        return pixels;
    }

    /** Writes the 784 grey levels, 0 to 1, row-major, to {@code target} from {@code offset} on. */
    public void copyInto(float[] target, int offset) {
        for (int i = 0; i < levels.length; i++) {
            target[offset + i] = (levels[i] & 0xFF) / 255f;
        }
    }

    /** All grey levels as unsigned bytes, row-major; a fresh array. */
    public byte[] levels() {
        return levels.clone();
    }

    /** True if there is no ink at all. */
    public boolean isBlank() {
        for (byte level : levels) {
            if (level != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DigitImage image && Arrays.equals(levels, image.levels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(levels);
    }

    private static void requireLength(int length) {
        if (length != SIZE * SIZE) {
            throw new IllegalArgumentException("28×28 pixels are 784, not " + length);
        }
    }
}
