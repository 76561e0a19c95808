package org.digitscope.image;

/**
 * A decoded picture; immutable.
 *
 * <p>Pixels are 0xAARRGGBB in sRGB, not premultiplied, row-major from the top left.
 */
public final class Picture {
    /** No picture has more pixels than this. */
    public static final int MAX_PIXELS = 40_000_000;

    private final int width;
    private final int height;
    private final int[] argb;

    private Picture(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /**
     * @param argb width·height pixels, copied
     * @throws IllegalArgumentException if a side is not positive, the picture is larger than {@link #MAX_PIXELS}, or
     *     the length is another
     */
    public static Picture ofArgb(int width, int height, int[] argb) {
        return owning(width, height, argb.clone());
    }

    /**
     * An opaque grey picture.
     *
     * @param levels width·height unsigned bytes, 0 = black, 255 = white
     * @throws IllegalArgumentException as {@link #ofArgb}
     */
    public static Picture ofGrey(int width, int height, byte[] levels) {
        int[] argb = new int[levels.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = grey(levels[i] & 0xFF);
        }
        return owning(width, height, argb);
    }

    /**
     * An opaque grey picture.
     *
     * @param levels width·height values, 0 = black, 255 = white
     * @throws IllegalArgumentException as {@link #ofArgb}, or if a level is outside
     */
    public static Picture ofGrey(int width, int height, int[] levels) {
        int[] argb = new int[levels.length];
        for (int i = 0; i < argb.length; i++) {
            if (levels[i] < 0 || levels[i] > 255) {
                throw new IllegalArgumentException("level " + i + " is " + levels[i] + ", not within 0 to 255");
            }
            argb[i] = grey(levels[i]);
        }
        return owning(width, height, argb);
    }

    /** As {@link #ofArgb} without the copy: the caller gives the array away. */
    static Picture owning(int width, int height, int[] argb) {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a picture has no " + width + "×" + height + " pixels");
        }
        if ((long) width * height > MAX_PIXELS) {
            throw new IllegalArgumentException(width + "×" + height + " pixels are more than " + MAX_PIXELS);
        }
        if (argb.length != width * height) {
            throw new IllegalArgumentException(width + "×" + height + " pixels are not " + argb.length);
        }
        return new Picture(width, height, argb);
    }

    static int grey(int level) {
        return 0xFF000000 | level << 16 | level << 8 | level;
    }

    /** In pixels, at least 1. */
    public int width() {
        return width;
    }

    /** In pixels, at least 1. */
    public int height() {
        return height;
    }

    /** The pixel at column {@code x} and row {@code y} as 0xAARRGGBB. */
    public int argb(int x, int y) {
        return argb[y * width + x];
    }

    /**
     * The picture itself if no side is longer than {@code maxSide} pixels; else a smaller one whose pixels are averages
     * of squares of this one, weighted with opacity.
     */
    public Picture within(int maxSide) {
        int factor = (Math.max(width, height) + maxSide - 1) / maxSide;
        if (factor == 1) {
            return this;
        }
        int columns = Math.max(1, width / factor);
        int rows = Math.max(1, height / factor);
        int[] averages = new int[columns * rows];
        for (int i = 0; i < averages.length; i++) {
            averages[i] = average(i % columns * factor, i / columns * factor, factor);
        }
        return owning(columns, rows, averages);
    }

    private int average(int left, int top, int side) {
        long[] sums = new long[4];
        int count = 0;
        for (int y = top; y < Math.min(height, top + side); y++) {
            for (int x = left; x < Math.min(width, left + side); x++) {
                int pixel = argb[y * width + x];
                int alpha = pixel >>> 24;
                sums[0] += alpha;
                sums[1] += (long) alpha * (pixel >> 16 & 0xFF);
                sums[2] += (long) alpha * (pixel >> 8 & 0xFF);
                sums[3] += (long) alpha * (pixel & 0xFF);
                count++;
            }
        }
        long opacity = Math.max(1, sums[0]);
        return (int) (sums[0] / count << 24 | sums[1] / opacity << 16 | sums[2] / opacity << 8 | sums[3] / opacity);
    }

    /** All pixels, row-major, as 0xAARRGGBB; a fresh array. */
    public int[] argb() {
        return argb.clone();
    }
}
