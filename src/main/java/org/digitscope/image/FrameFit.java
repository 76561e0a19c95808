package org.digitscope.image;

import java.util.Arrays;

/** Puts the ink of a digit into the 28×28: longer side, centre of mass, grey levels. */
final class FrameFit {
    /** How long the longer side of the inked box becomes, in pixels of the image. */
    static final double BOX = 20;

    private static final int SIZE = DigitImage.SIZE;
    private static final double MIDDLE = SIZE / 2.0;

    /** A picture that needs no more scaling than this is already of the right size, and stays as crisp as it is. */
    private static final double NO_SCALING = 0.07;

    private final Plane ink;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;

    FrameFit(Plane ink) {
        this.ink = ink;
        float[] columns = new float[ink.width];
        float[] rows = new float[ink.height];
        for (int y = 0; y < ink.height; y++) {
            for (int x = 0; x < ink.width; x++) {
                columns[x] = Math.max(columns[x], ink.at(x, y));
                rows[y] = Math.max(rows[y], ink.at(x, y));
            }
        }
        left = edge(columns, false);
        right = columns.length - edge(columns, true);
        top = edge(rows, false);
        bottom = rows.length - edge(rows, true);
    }

    /** The longer side of the inked box in pixels of the plane; 0 or less if there is no ink. */
    double boxPx() {
        return Math.max(right - left, bottom - top);
    }

    /** Where a profile rises through a half, between the pixels' centres; from its end if {@code backwards}. */
    private static double edge(float[] profile, boolean backwards) {
        double before = 0;
        for (int i = 0; i < profile.length; i++) {
            double here = profile[backwards ? profile.length - 1 - i : i];
            if (here >= 0.5) {
                return i - (here - 0.5) / Math.max(here - before, 1e-9) + 0.5;
            }
            before = here;
        }
        return profile.length;
    }

    /** @param scale image pixels per pixel of the plane */
    DigitImage image(double scale) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int y = 0; y < ink.height; y++) {
            for (int x = 0; x < ink.width; x++) {
                sum += ink.at(x, y);
                sumX += ink.at(x, y) * (x + 0.5);
                sumY += ink.at(x, y) * (y + 0.5);
            }
        }
        double shiftX = shift(MIDDLE - scale * sumX / sum, left * scale, right * scale);
        double shiftY = shift(MIDDLE - scale * sumY / sum, top * scale, bottom * scale);
        if (scale == 1) {
            shiftX = wholeShift(shiftX);
            shiftY = wholeShift(shiftY);
        }
        double[][] alongX = Resampling.weights(ink.width, SIZE, scale, shiftX);
        double[][] alongY = Resampling.weights(ink.height, SIZE, scale, shiftY);
        float[] pixels = Resampling.apply(ink, alongX, alongY);
        restorePeak(pixels);
        return DigitImage.of(pixels);
    }

    /** True if the ink is one blot about as wide as high. */
    boolean isDot() {
        double sum = 0;
        for (float value : ink.values) {
            sum += value;
        }
        double width = right - left;
        double height = bottom - top;
        return Math.min(width, height) >= 0.75 * boxPx() && sum >= 0.72 * width * height;
    }

    /** True if the ink may go into the image pixel by pixel. */
    boolean isOfRightSize() {
        return Math.abs(BOX / boxPx() - 1) <= NO_SCALING;
    }

    /** The inked box with {@code room} pixels all around. */
    Plane crop(int room) {
        int x = (int) Math.floor(left) - room;
        int y = (int) Math.floor(top) - room;
        return ink.crop(x, y, (int) Math.ceil(right) + room - x, (int) Math.ceil(bottom) + room - y);
    }

    /** Keeps the box from {@code low} to {@code high} inside the frame. */
    private static double shift(double wanted, double low, double high) {
        return Math.max(-low, Math.min(SIZE - high, wanted));
    }

    /**
     * MNIST's digits were moved by whole pixels too, to centres of mass from 14 to 15. They stay in place here, and
     * others of their size are moved to between the same bounds.
     */
    private static double wholeShift(double shift) {
        double toMiddleOfBounds = shift + 0.5;
        return Math.abs(toMiddleOfBounds) < 0.75 ? 0 : Math.rint(toMiddleOfBounds);
    }

    private static void restorePeak(float[] pixels) {
        float[] sorted = pixels.clone();
        Arrays.sort(sorted);
        int inked = 0;
        for (float pixel : pixels) {
            inked += pixel > 0.1f ? 1 : 0;
        }
        float peak = sorted[sorted.length - 1 - inked / 8];
        float gain = peak > 0 ? Math.min(2.5f, Math.max(1, 1 / peak)) : 1;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.min(1, Math.max(0, pixels[i] * gain));
        }
    }
}
