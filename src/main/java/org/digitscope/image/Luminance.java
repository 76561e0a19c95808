package org.digitscope.image;

import java.util.Arrays;

/**
 * From colours to lightness, 0 = black to 1 = white, of a picture reduced to at most {@value #LONG_SIDE} pixels on its
 * longer side. What is transparent is laid on a ground that tells it from the opaque part.
 */
final class Luminance {
    /** Enough for the thinnest pen, and little enough for the time and memory of what follows. */
    static final int LONG_SIDE = 480;

    /** Thousandths of red, green and blue (ITU-R BT.601). */
    private static final int[] LIGHTNESS = {299, 587, 114};

    private static final int[][] COLOURS = {{1000, 0, 0}, {0, 1000, 0}, {0, 0, 1000}};

    /** A picture whose lightness varies less than this is looked at in each colour too. */
    private static final double FEW_TONES = 0.2;

    /** Opaque parts whose lightness varies less than this are one ink. */
    private static final double ONE_INK = 0.25;

    private final Plane weighted;
    private final Plane alpha;

    private Luminance(Plane weighted, Plane alpha) {
        this.weighted = weighted;
        this.alpha = alpha;
    }

    static Plane of(Picture picture) {
        int factor = (Math.max(picture.width(), picture.height()) + LONG_SIDE - 1) / LONG_SIDE;
        Plane light = reduce(picture, factor, LIGHTNESS).onGround();
        double range = range(light);
        if (range > FEW_TONES) {
            return light;
        }
        // Yellow on white or red on green: one of the colours alone may tell what lightness does not.
        double leastRange = 2 * range;
        for (int[] colour : COLOURS) {
            Plane other = reduce(picture, factor, colour).onGround();
            if (range(other) > leastRange) {
                leastRange = range(other);
                light = other;
            }
        }
        return light;
    }

    private static double range(Plane plane) {
        float lowest = 1;
        float highest = 0;
        for (float value : plane.values) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return highest - lowest;
    }

    /** Area averages over squares of {@code factor} pixels, lightness weighted with opacity. */
    private static Luminance reduce(Picture picture, int factor, int[] mixture) {
        int width = (picture.width() + factor - 1) / factor;
        int height = (picture.height() + factor - 1) / factor;
        Plane light = new Plane(width, height);
        Plane alpha = new Plane(width, height);
        long[] lightSums = new long[width];
        long[] alphaSums = new long[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(lightSums, 0);
            Arrays.fill(alphaSums, 0);
            int bottom = Math.min(picture.height(), (y + 1) * factor);
            for (int v = y * factor; v < bottom; v++) {
                addRow(picture, v, factor, mixture, lightSums, alphaSums);
            }
            for (int x = 0; x < width; x++) {
                int right = Math.min(picture.width(), (x + 1) * factor);
                double pixels = (bottom - y * factor) * (double) (right - x * factor);
                light.values[y * width + x] = (float) (lightSums[x] / (pixels * 255 * 255 * 1000));
                alpha.values[y * width + x] = (float) (alphaSums[x] / (pixels * 255));
            }
        }
        return new Luminance(light, alpha);
    }

    private static void addRow(Picture picture, int v, int factor, int[] mixture, long[] lightSums, long[] alphaSums) {
        int red = mixture[0];
        int green = mixture[1];
        int blue = mixture[2];
        int cell = 0;
        int left = factor;
        for (int u = 0; u < picture.width(); u++) {
            int argb = picture.argb(u, v);
            int opacity = argb >>> 24;
            int light = red * (argb >> 16 & 0xFF) + green * (argb >> 8 & 0xFF) + blue * (argb & 0xFF);
            lightSums[cell] += (long) light * opacity;
            alphaSums[cell] += opacity;
            if (--left == 0) {
                left = factor;
                cell++;
            }
        }
    }

    private Plane onGround() {
        double opaque = 0;
        double light = 0;
        for (int i = 0; i < alpha.size(); i++) {
            opaque += alpha.values[i];
            light += weighted.values[i];
        }
        double share = opaque / alpha.size();
        if (share > 0.9999 || opaque == 0) {
            return weighted;
        }
        double ground = light / opaque < 0.5 ? 1 : 0;
        float[] levels = new float[alpha.size()];
        int count = 0;
        for (int i = 0; i < levels.length; i++) {
            if (alpha.values[i] > 0.5f) {
                levels[count++] = weighted.values[i] / alpha.values[i];
            }
        }
        float dark = Plane.quantile(levels, count, 0.02);
        float bright = Plane.quantile(levels, count, 0.98);
        if (share > 0.5 && bright - dark > ONE_INK) {
            // Paper with ink on it and a hole or a margin: what is missing becomes paper.
            ground = Plane.quantile(levels, count, 0.5);
        }
        Plane whole = new Plane(alpha.width, alpha.height);
        for (int i = 0; i < whole.size(); i++) {
            whole.values[i] = (float) (weighted.values[i] + (1 - alpha.values[i]) * ground);
        }
        return whole;
    }
}
