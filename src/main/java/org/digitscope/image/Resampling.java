package org.digitscope.image;

/** Scaling and shifting along one axis after the other. */
final class Resampling {
    /** Samples a pixel when enlarging. */
    private static final int SAMPLES = 8;

    private Resampling() {}

    /**
     * For each of {@code count} new pixels the weights of the {@code length} old ones, where new = old · scale + shift:
     * exact means over the pixel when shrinking, means of cubic interpolation (Catmull and Rom) when enlarging.
     */
    static double[][] weights(int length, int count, double scale, double shift) {
        double[][] weights = new double[count][length];
        for (int i = 0; i < count; i++) {
            double from = (i - shift) / scale;
            double to = (i + 1 - shift) / scale;
            if (scale <= 1) {
                for (int k = Math.max(0, (int) Math.floor(from)); k < Math.min(length, Math.ceil(to)); k++) {
                    weights[i][k] = Math.max(0, Math.min(to, k + 1) - Math.max(from, k)) * scale;
                }
                continue;
            }
            for (int sample = 0; sample < SAMPLES; sample++) {
                double place = from + (to - from) * (sample + 0.5) / SAMPLES - 0.5;
                int first = (int) Math.floor(place) - 1;
                for (int k = Math.max(0, first); k < Math.min(length, first + 4); k++) {
                    weights[i][k] += cubic(Math.abs(place - k)) / SAMPLES;
                }
            }
        }
        return weights;
    }

    /** The plane {@code factor} times as large, values between 0 and 1. */
    static Plane enlarged(Plane plane, int factor) {
        double[][] alongX = weights(plane.width, plane.width * factor, factor, 0);
        double[][] alongY = weights(plane.height, plane.height * factor, factor, 0);
        float[] values = apply(plane, alongX, alongY);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(1, Math.max(0, values[i]));
        }
        return new Plane(plane.width * factor, plane.height * factor, values);
    }

    private static double cubic(double distance) {
        if (distance < 1) {
            return (1.5 * distance - 2.5) * distance * distance + 1;
        }
        return distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0;
    }

    static float[] apply(Plane plane, double[][] alongX, double[][] alongY) {
        int newWidth = alongX.length;
        double[] rows = new double[newWidth * plane.height];
        for (int y = 0; y < plane.height; y++) {
            for (int i = 0; i < newWidth; i++) {
                double sum = 0;
                for (int x = 0; x < plane.width; x++) {
                    sum += alongX[i][x] * plane.at(x, y);
                }
                rows[y * newWidth + i] = sum;
            }
        }
        float[] pixels = new float[newWidth * alongY.length];
        for (int j = 0; j < alongY.length; j++) {
            for (int i = 0; i < newWidth; i++) {
                double sum = 0;
                for (int y = 0; y < plane.height; y++) {
                    sum += alongY[j][y] * rows[y * newWidth + i];
                }
                pixels[j * newWidth + i] = (float) sum;
            }
        }
        return pixels;
    }
}
