package org.digitscope.image;

/**
 * Exact Euclidean distances (P. Felzenszwalb, D. Huttenlocher, Distance transforms of sampled functions, 2012, section
 * 2).
 */
final class DistanceField {
    private static final double FAR = 1e12;

    private DistanceField() {}

    /** From each pixel's centre to the nearest centre within the mask, in pixels; huge if the mask is empty. */
    static Plane to(boolean[] mask, int width, int height) {
        double[] squares = new double[mask.length];
        for (int i = 0; i < mask.length; i++) {
            squares[i] = mask[i] ? 0 : FAR;
        }
        int longest = Math.max(width, height);
        double[] line = new double[longest];
        int[] places = new int[longest];
        double[] borders = new double[longest + 1];
        for (int x = 0; x < width; x++) {
            transform(squares, x, width, height, line, places, borders);
        }
        for (int y = 0; y < height; y++) {
            transform(squares, y * width, 1, width, line, places, borders);
        }
        Plane distances = new Plane(width, height);
        for (int i = 0; i < mask.length; i++) {
            distances.values[i] = (float) Math.sqrt(squares[i]);
        }
        return distances;
    }

    /** The lower envelope of parabolas along one line of {@code count} values, {@code step} apart. */
    private static void transform(
            double[] squares, int start, int step, int count, double[] line, int[] places, double[] borders) {
        for (int i = 0; i < count; i++) {
            line[i] = squares[start + i * step];
        }
        int last = 0;
        places[0] = 0;
        borders[0] = Double.NEGATIVE_INFINITY;
        borders[1] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < count; i++) {
            double crossing = crossing(line, i, places[last]);
            while (crossing <= borders[last]) {
                last--;
                crossing = crossing(line, i, places[last]);
            }
            last++;
            places[last] = i;
            borders[last] = crossing;
            borders[last + 1] = Double.POSITIVE_INFINITY;
        }
        int parabola = 0;
        for (int i = 0; i < count; i++) {
            while (borders[parabola + 1] < i) {
                parabola++;
            }
            double away = i - places[parabola];
            squares[start + i * step] = away * away + line[places[parabola]];
        }
    }

    private static double crossing(double[] line, int later, int earlier) {
        return (line[later] + (double) later * later - line[earlier] - (double) earlier * earlier)
                / (2.0 * (later - earlier));
    }
}
