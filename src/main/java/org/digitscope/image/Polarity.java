package org.digitscope.image;

import java.util.Arrays;

/** Which side of a picture's lightness is paper and which is ink. */
final class Polarity {
    private static final int BINS = 256;

    /** A share of the variance between two classes above which a picture is of two tones; a mere ramp has 0.75. */
    private static final double TWO_TONES = 0.85;

    /** Nearer to a half than this, an area's share does not tell paper from ink. */
    private static final double DOUBTFUL = 0.125;

    private Polarity() {}

    /**
     * A first idea of the paper.
     *
     * @param ground its lightness
     * @param spread the standard deviation of its lightness, roughly
     */
    record Guess(double ground, double spread) {}

    /** @param evenlyLit if differences of lightness cannot come from the light */
    static Guess guess(Plane light, boolean evenlyLit) {
        double[] split = split(light);
        if (!evenlyLit && split[1] < TWO_TONES) {
            float[] border = border(light);
            double ground = Plane.quantile(border, border.length, 0.5);
            return new Guess(ground, spread(border, border.length, ground));
        }
        boolean brightPaper = brightIsPaper(light, split[0]);
        float[] paper = new float[light.size()];
        int count = 0;
        for (float value : light.values) {
            if (value > split[0] == brightPaper) {
                paper[count++] = value;
            }
        }
        double ground = Plane.quantile(paper, count, 0.5);
        return new Guess(ground, spread(paper, count, ground));
    }

    /** True if more of what stands out of the paper is darker than it; {@code rest} is lightness minus paper. */
    static boolean inkIsDark(Plane rest, double threshold) {
        int marginX = rest.width / 16;
        int marginY = rest.height / 16;
        double dark = 0;
        double bright = 0;
        for (int y = marginY; y < rest.height - marginY; y++) {
            for (int x = marginX; x < rest.width - marginX; x++) {
                double value = rest.at(x, y);
                if (value > threshold) {
                    bright += value * value;
                } else if (value < -threshold) {
                    dark += value * value;
                }
            }
        }
        return dark >= bright;
    }

    /** Paper has the border, the area and the corners, and what is not paper is in one piece. */
    private static boolean brightIsPaper(Plane light, double threshold) {
        boolean[] bright = new boolean[light.size()];
        double area = 0;
        double borderArea = 0;
        int border = 0;
        for (int y = 0; y < light.height; y++) {
            for (int x = 0; x < light.width; x++) {
                boolean onBorder = x == 0 || y == 0 || x == light.width - 1 || y == light.height - 1;
                int here = light.at(x, y) > threshold ? 1 : 0;
                bright[y * light.width + x] = here == 1;
                area += here;
                border += onBorder ? 1 : 0;
                borderArea += onBorder ? here : 0;
            }
        }
        int last = light.size() - 1;
        double corners = 0;
        for (int corner : new int[] {0, light.width - 1, last - light.width + 1, last}) {
            corners += bright[corner] ? 0.25 : 0;
        }
        double share = (3 * borderArea / border + 3 * area / light.size() + 2 * corners) / 8;
        if (Math.abs(share - 0.5) > DOUBTFUL) {
            return share > 0.5;
        }
        double brightInOnePiece =
                Components.of(bright, light.width, light.height).largestShare();
        for (int i = 0; i < bright.length; i++) {
            bright[i] = !bright[i];
        }
        double darkInOnePiece = Components.of(bright, light.width, light.height).largestShare();
        return share + (darkInOnePiece - brightInOnePiece) / 8 >= 0.5;
    }

    private static float[] border(Plane light) {
        int depth = Math.max(1, light.shortSide() / 25);
        float[] border = new float[light.size()];
        int count = 0;
        for (int y = 0; y < light.height; y++) {
            for (int x = 0; x < light.width; x++) {
                if (x < depth || y < depth || x >= light.width - depth || y >= light.height - depth) {
                    border[count++] = light.at(x, y);
                }
            }
        }
        return Arrays.copyOf(border, count);
    }

    private static double spread(float[] numbers, int count, double middle) {
        float[] sizes = new float[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = (float) Math.abs(numbers[i] - middle);
        }
        return 1.4826 * Plane.quantile(sizes, count, 0.5);
    }

    /**
     * The threshold that best parts the lightness in two classes (N. Otsu, A threshold selection method from gray-level
     * histograms, 1979), and the share of the variance that lies between them.
     */
    private static double[] split(Plane light) {
        long[] histogram = new long[BINS];
        double sum = 0;
        double squares = 0;
        for (float value : light.values) {
            int bin = Math.min(BINS - 1, Math.max(0, (int) (value * BINS)));
            histogram[bin]++;
            sum += bin;
            squares += (double) bin * bin;
        }
        double count = light.size();
        double variance = squares / count - (sum / count) * (sum / count);
        double below = 0;
        double sumBelow = 0;
        double best = 0;
        double first = 0;
        double last = 0;
        for (int bin = 0; bin < BINS - 1; bin++) {
            below += histogram[bin];
            sumBelow += (double) bin * histogram[bin];
            if (below == 0 || below == count) {
                continue;
            }
            double apart = sumBelow / below - (sum - sumBelow) / (count - below);
            double between = below * (count - below) / (count * count) * apart * apart;
            if (between > best * (1 + 1e-12)) {
                best = between;
                first = bin;
                last = bin;
            } else if (between >= best * (1 - 1e-12)) {
                last = bin;
            }
        }
        return new double[] {((first + last) / 2 + 1) / BINS, variance > 0 ? best / variance : 0};
    }
}
