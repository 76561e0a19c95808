package org.digitscope.image;

/** Frames drawn around a whole picture. */
final class Frames {
    /** How far inside a frame's inner edge may lie, as a share of the shorter side. */
    private static final double DEEPEST = 0.12;

    private static final int LEAST_SIDE = 24;
    private static final double CONTRAST = 0.15;

    /**
     * The share of a frame's line, and of the paper along it, that may be of another tone, as where a digit touches it.
     */
    private static final double OTHER = 0.25;

    private Frames() {}

    /** What lies inside of a frame of horizontal and vertical lines; the whole picture if it has none. */
    static Plane without(Plane light) {
        if (light.shortSide() < LEAST_SIDE) {
            return light;
        }
        float[] ring = new float[2 * (light.width + light.height)];
        for (int depth = (int) (DEEPEST * light.shortSide()); depth >= 0; depth--) {
            double line = middle(light, depth, ring);
            // Two further inside, because the line's edge may be soft.
            double paper = middle(light, depth + 2, ring);
            if (Math.abs(line - paper) > CONTRAST
                    && shareOfOther(light, depth, line) < OTHER
                    && shareOfOther(light, depth + 2, paper) < OTHER) {
                return inside(light, depth + 2);
            }
        }
        return light;
    }

    /** Without so many pixels on each side, unless nothing would be left to see. */
    private static Plane inside(Plane light, int margin) {
        Plane part = light.crop(margin, margin, light.width - 2 * margin, light.height - 2 * margin);
        float darkest = 1;
        float brightest = 0;
        for (float value : part.values) {
            darkest = Math.min(darkest, value);
            brightest = Math.max(brightest, value);
        }
        return brightest - darkest > CONTRAST ? part : light;
    }

    /** The median along the rectangle that lies {@code depth} pixels inside of the edge. */
    private static double middle(Plane light, int depth, float[] ring) {
        int count = 0;
        for (int x = depth; x < light.width - depth; x++) {
            ring[count++] = light.at(x, depth);
            ring[count++] = light.at(x, light.height - 1 - depth);
        }
        for (int y = depth; y < light.height - depth; y++) {
            ring[count++] = light.at(depth, y);
            ring[count++] = light.at(light.width - 1 - depth, y);
        }
        return Plane.quantile(ring, count, 0.5);
    }

    /** The share of that rectangle that is of another tone. */
    private static double shareOfOther(Plane light, int depth, double tone) {
        int count = 0;
        int other = 0;
        for (int y = depth; y < light.height - depth; y++) {
            boolean end = y == depth || y == light.height - 1 - depth;
            int step = end ? 1 : Math.max(1, light.width - 1 - 2 * depth);
            for (int x = depth; x < light.width - depth; x += step) {
                count++;
                other += Math.abs(light.at(x, y) - tone) > CONTRAST ? 1 : 0;
            }
        }
        return (double) other / count;
    }
}
