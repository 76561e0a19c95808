package org.digitscope.image;

import java.util.Arrays;
import java.util.Random;

/** Pictures of digits drawn for the tests, and how alike two images are. */
final class PictureSamples {
    static final double[][][] ZERO = {oval(0.5, 0.5, 0.32, 0.5)};
    static final double[][][] ONE = {{{0.25, 0.25}, {0.5, 0}, {0.5, 1}}};
    static final double[][][] SEVEN = {{{0.1, 0}, {0.8, 0}, {0.4, 1}}};

    /** With its bar apart. */
    static final double[][][] FIVE = {
        {{0.3, 0.03}, {0.26, 0.42}, {0.5, 0.37}, {0.7, 0.5}, {0.74, 0.7}, {0.6, 0.92}, {0.4, 1}, {0.2, 0.93}},
        {{0.45, 0.0}, {0.8, 0.0}}
    };

    private PictureSamples() {}

    private static double[][] oval(double x, double y, double radiusX, double radiusY) {
        double[][] points = new double[41][];
        for (int i = 0; i < points.length; i++) {
            double angle = i * Math.PI / 20;
            points[i] = new double[] {x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)};
        }
        return points;
    }

    /** How much of each pixel strokes cover, drawn from ({@code left}, {@code top}) on, {@code size} px high. */
    static double[] ink(
            int width, int height, double[][][] strokes, double left, double top, double size, double penPx) {
        double[] ink = new double[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double nearest = Double.MAX_VALUE;
                for (double[][] stroke : strokes) {
                    for (int i = 1; i < stroke.length; i++) {
                        nearest = Math.min(
                                nearest,
                                distance(
                                        x + 0.5,
                                        y + 0.5,
                                        left + stroke[i - 1][0] * size,
                                        top + stroke[i - 1][1] * size,
                                        left + stroke[i][0] * size,
                                        top + stroke[i][1] * size));
                    }
                }
                ink[y * width + x] = Math.min(1, Math.max(0, penPx / 2 + 0.5 - nearest));
            }
        }
        return ink;
    }

    private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double along = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / Math.max(dx * dx + dy * dy, 1e-12)));
        return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
    }

    /** A drawing in the middle of a canvas of 280×280. */
    static double[] canvas(double[][][] strokes) {
        return ink(280, 280, strokes, 70, 40, 190, 18);
    }

    /** Grey levels from the paper's to the ink's. */
    static int[] levels(double[] ink, int paper, int full) {
        int[] levels = new int[ink.length];
        for (int i = 0; i < ink.length; i++) {
            levels[i] = (int) Math.rint(paper + (full - paper) * ink[i]);
        }
        return levels;
    }

    static Picture blackOnWhite(int width, int height, double[] ink) {
        return Picture.ofGrey(width, height, levels(ink, 255, 0));
    }

    static DigitImage normalized(double[][][] strokes) {
        return PictureNormalizer.normalize(blackOnWhite(280, 280, canvas(strokes)));
    }

    /** Ink of one colour, as opaque as there is ink. */
    static Picture transparent(int width, int height, double[] ink, int rgb) {
        int[] argb = new int[ink.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (int) Math.rint(255 * ink[i]) << 24 | rgb;
        }
        return Picture.ofArgb(width, height, argb);
    }

    /** Levels under light that falls from one side and darkens towards the corners, with a camera's noise. */
    static int[] photographed(int width, int[] levels, double slope, double vignette, double noise) {
        Random random = new Random(4);
        int height = levels.length / width;
        int[] seen = new int[levels.length];
        for (int i = 0; i < seen.length; i++) {
            double x = i % width / (double) width - 0.5;
            double y = i / width / (double) height - 0.5;
            double light = 0.95 / (1 + Math.abs(slope)) * (1 + slope * (x + y)) * (1 - vignette * (x * x + y * y));
            seen[i] = (int) Math.min(255, Math.max(0, levels[i] * light + noise * random.nextGaussian()));
        }
        return seen;
    }

    /** The ink in which two images differ as a share of the ink they have: 0 = same, 2 = nothing in common. */
    static double difference(DigitImage one, DigitImage other) {
        double apart = 0;
        for (int i = 0; i < one.pixels().length; i++) {
            apart += Math.abs(one.pixels()[i] - other.pixels()[i]);
        }
        return 2 * apart / (inkSum(one) + inkSum(other));
    }

    static double inkSum(DigitImage image) {
        double sum = 0;
        for (float pixel : image.pixels()) {
            sum += pixel;
        }
        return sum;
    }

    static double centreOfMass(DigitImage image, boolean alongX) {
        double sum = 0;
        for (int y = 0; y < DigitImage.SIZE; y++) {
            for (int x = 0; x < DigitImage.SIZE; x++) {
                sum += image.pixel(x, y) * ((alongX ? x : y) + 0.5);
            }
        }
        return sum / inkSum(image);
    }

    /** Left, top, right and bottom edge of what is inked to at least a half, whole pixels. */
    static int[] box(DigitImage image) {
        int[] box = {DigitImage.SIZE, DigitImage.SIZE, 0, 0};
        for (int y = 0; y < DigitImage.SIZE; y++) {
            for (int x = 0; x < DigitImage.SIZE; x++) {
                if (image.pixel(x, y) >= 0.5f) {
                    box[0] = Math.min(box[0], x);
                    box[1] = Math.min(box[1], y);
                    box[2] = Math.max(box[2], x + 1);
                    box[3] = Math.max(box[3], y + 1);
                }
            }
        }
        return box;
    }

    static int longerSide(DigitImage image) {
        int[] box = box(image);
        return Math.max(box[2] - box[0], box[3] - box[1]);
    }

    static int highest(DigitImage image) {
        int highest = 0;
        for (byte level : image.levels()) {
            highest = Math.max(highest, level & 0xFF);
        }
        return highest;
    }

    static int[] filled(int count, int level) {
        int[] levels = new int[count];
        Arrays.fill(levels, level);
        return levels;
    }
}
