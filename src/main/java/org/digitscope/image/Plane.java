package org.digitscope.image;

import java.util.Arrays;

/** A grid of numbers, row-major; the values may be changed in place by who made it. */
final class Plane {
    final int width;
    final int height;
    final float[] values;

    Plane(int width, int height) {
        this(width, height, new float[width * height]);
    }

    Plane(int width, int height, float[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    int size() {
        return values.length;
    }

    int longSide() {
        return Math.max(width, height);
    }

    int shortSide() {
        return Math.min(width, height);
    }

    /** The part from ({@code left}, {@code top}) on; what lies outside this plane is 0. */
    Plane crop(int left, int top, int newWidth, int newHeight) {
        Plane part = new Plane(newWidth, newHeight);
        int from = Math.max(0, left);
        int to = Math.min(width, left + newWidth);
        for (int y = Math.max(0, top); y < Math.min(height, top + newHeight); y++) {
            for (int x = from; x < to; x++) {
                part.values[(y - top) * newWidth + x - left] = at(x, y);
            }
        }
        return part;
    }

    /** Means over squares of {@code factor} by {@code factor}; the last ones of a row or column may be smaller. */
    Plane reduced(int factor) {
        if (factor <= 1) {
            return this;
        }
        Plane small = new Plane((width + factor - 1) / factor, (height + factor - 1) / factor);
        for (int y = 0; y < small.height; y++) {
            int bottom = Math.min(height, (y + 1) * factor);
            for (int x = 0; x < small.width; x++) {
                int right = Math.min(width, (x + 1) * factor);
                double sum = 0;
                for (int v = y * factor; v < bottom; v++) {
                    for (int u = x * factor; u < right; u++) {
                        sum += at(u, v);
                    }
                }
                small.values[y * small.width + x] =
                        (float) (sum / ((bottom - y * factor) * (double) (right - x * factor)));
            }
        }
        return small;
    }

    /** Smoothed once by the weights 1, 2, 1 along both axes; the border repeats. */
    Plane smoothed() {
        Plane rows = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                rows.values[y * width + x] =
                        (at(Math.max(0, x - 1), y) + 2 * at(x, y) + at(Math.min(width - 1, x + 1), y)) / 4;
            }
        }
        Plane both = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                both.values[y * width + x] = (rows.at(x, Math.max(0, y - 1))
                                + 2 * rows.at(x, y)
                                + rows.at(x, Math.min(height - 1, y + 1)))
                        / 4;
            }
        }
        return both;
    }

    /** Sums over the square of {@code 2·radius + 1} around each place, as far as it lies inside. */
    Plane boxSums(int radius) {
        double[] table = new double[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            double row = 0;
            for (int x = 0; x < width; x++) {
                row += at(x, y);
                table[(y + 1) * (width + 1) + x + 1] = table[y * (width + 1) + x + 1] + row;
            }
        }
        Plane sums = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - radius) * (width + 1);
            int bottom = Math.min(height, y + radius + 1) * (width + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - radius);
                int right = Math.min(width, x + radius + 1);
                sums.values[y * width + x] =
                        (float) (table[bottom + right] - table[bottom + left] - table[top + right] + table[top + left]);
            }
        }
        return sums;
    }

    /** The value below which the share {@code part} (0 to 1) of {@code count} values lies; sorts them; 0 if none. */
    static float quantile(float[] numbers, int count, double part) {
        if (count == 0) {
            return 0;
        }
        Arrays.sort(numbers, 0, count);
        return numbers[(int) Math.min(count - 1, Math.floor(part * count))];
    }
}
