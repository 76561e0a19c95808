package org.digitscope.image;

import java.util.Arrays;

/**
 * The paper below the ink: a smooth surface through what is not ink, first a polynomial fitted robustly, then the local
 * mean of what it leaves. From it the ink, 0 to 1.
 */
final class Ground {
    private static final int ROUNDS = 8;
    private static final double LEAST_LIMIT = 0.02;
    private static final double SMALL_GRAIN = 0.05;

    /** From this length on a side there is room for light that falls unevenly, from this on with any vignette. */
    private static final int UNEVEN_FROM = 36;

    private static final int VIGNETTE_FROM = 100;

    /** Less contrast than this against the paper (of black to white) is no ink. */
    private static final double LEAST_CONTRAST = 0.04;

    /** Ink stands out of the paper's grain at least this often the grain's standard deviation. */
    private static final double LEAST_SIGNAL = 5;

    private final Plane light;
    private final Plane rest;
    private final int order;

    private Ground(Plane light) {
        this.light = light;
        this.rest = new Plane(light.width, light.height);
        int side = light.shortSide();
        this.order = side >= VIGNETTE_FROM ? 4 : side >= UNEVEN_FROM ? 2 : 0;
    }

    /** How much ink lies at each place, 0 to 1; all 0 where there is no ink. */
    static Plane inkOf(Plane light) {
        Ground ground = new Ground(light);
        ground.fit();
        return ground.ink();
    }

    /** Fits the polynomial, trims what is far from it as ink, and again. */
    private void fit() {
        Polarity.Guess guess = Polarity.guess(light, order == 0);
        double spread = guess.spread();
        double[] surface = new double[Surface.terms(order)];
        surface[0] = guess.ground();
        for (int round = 0; round < ROUNDS && order > 0; round++) {
            Surface.subtract(light, surface, order, rest, Surface.step(light.width), Surface.step(light.height));
            spread = round == 0 ? spread : Math.min(spread, 1.2 * grain(Math.max(2.5 * spread, LEAST_LIMIT)));
            double limit = Math.max(2.5 * spread, LEAST_LIMIT);
            double borderWeight = round < 3 ? 30 : 2;
            surface = Surface.fit(light, rest, limit, borderWeight, Math.min(order, 1 + round / 2), order);
        }
        Surface.subtract(light, surface, order, rest, 1, 1);
    }

    /** The standard deviation of what is at most {@code limit} off the paper, from a quantile that ink hardly moves. */
    private double grain(double limit) {
        int stepX = Surface.step(rest.width);
        int stepY = Surface.step(rest.height);
        float[] sizes = new float[rest.size()];
        int count = 0;
        for (int y = 0; y < rest.height; y += stepY) {
            for (int x = 0; x < rest.width; x += stepX) {
                float size = Math.abs(rest.at(x, y));
                if (size <= limit) {
                    sizes[count++] = size;
                }
            }
        }
        return Plane.quantile(sizes, count, 0.3) / 0.385;
    }

    private Plane ink() {
        double grain = grain(0.15);
        double limit = Math.max(4 * grain, LEAST_CONTRAST);
        if (order > 0) {
            subtractLocalMean(limit);
            grain = grain(limit);
        } else {
            // Where a digit fills the whole of a small picture, most of the paper is its soft edge.
            grain = Math.min(grain, SMALL_GRAIN);
        }
        Plane seen = rest;
        for (int pass = 0; pass < 2 && grain > 0.012 && rest.shortSide() >= 100; pass++) {
            seen = seen.smoothed();
            grain *= pass == 0 ? 0.375 : 0.7;
        }
        double threshold = Math.max(4 * grain, LEAST_CONTRAST);
        boolean dark = Polarity.inkIsDark(seen, threshold);
        Plane ink = dark ? darkInk(seen) : brightInk(seen);
        double level = level(ink, threshold);
        if (level < Math.max(LEAST_SIGNAL * grain, LEAST_CONTRAST)) {
            return new Plane(seen.width, seen.height);
        }
        double floor = Math.min(2 * grain, 0.25 * level);
        for (int i = 0; i < ink.size(); i++) {
            ink.values[i] = (float) Math.min(1, Math.max(0, (ink.values[i] - floor) / (level - floor)));
        }
        return ink;
    }

    /** Dark ink takes a share of the light, so it stands out less where there is little. */
    private Plane darkInk(Plane seen) {
        double mean = 0;
        for (int i = 0; i < rest.size(); i++) {
            mean += (light.values[i] - rest.values[i]) / rest.size();
        }
        Plane ink = new Plane(seen.width, seen.height);
        for (int i = 0; i < ink.size(); i++) {
            double paper = Math.max(light.values[i] - rest.values[i], 0.3 * mean);
            ink.values[i] = (float) Math.max(0, -seen.values[i] * mean / paper);
        }
        return ink;
    }

    private static Plane brightInk(Plane seen) {
        Plane ink = new Plane(seen.width, seen.height);
        for (int i = 0; i < ink.size(); i++) {
            ink.values[i] = Math.max(0, seen.values[i]);
        }
        return ink;
    }

    /**
     * How dark full ink is: the upper quartile of what is nearer to it than to the paper. Sought from the darkest
     * thousandth on, so that the many lines of squared paper do not pass for ink.
     */
    private static double level(Plane ink, double threshold) {
        float[] strong = new float[ink.size()];
        int count = 0;
        for (float value : ink.values) {
            if (value > threshold) {
                strong[count++] = value;
            }
        }
        if (count == 0) {
            return 0;
        }
        Arrays.sort(strong, 0, count);
        double level = strong[Math.max(count - 1 - ink.size() / 1000, count / 2)];
        for (int round = 0; round < 4; round++) {
            int from = 0;
            while (from < count - 1 && strong[from] < level / 2) {
                from++;
            }
            level = strong[from + (count - from) * 3 / 4];
        }
        return level;
    }

    /** Takes away what the polynomial leaves of the light: the mean of the paper in a wide window. */
    private void subtractLocalMean(double limit) {
        Plane inked = new Plane(rest.width, rest.height);
        for (int i = 0; i < rest.size(); i++) {
            inked.values[i] = Math.abs(rest.values[i]) > limit ? 1 : 0;
        }
        Plane near = inked.boxSums(Math.max(1, rest.longSide() / 100));
        Plane paper = new Plane(rest.width, rest.height);
        Plane values = new Plane(rest.width, rest.height);
        for (int i = 0; i < rest.size(); i++) {
            if (near.values[i] < 0.5f) {
                paper.values[i] = 1;
                values.values[i] = rest.values[i];
            }
        }
        int radius = Math.max(2, rest.longSide() / 16);
        Plane counts = paper.boxSums(radius);
        Plane sums = values.boxSums(radius);
        float few = 0.1f * (2 * radius + 1) * (2 * radius + 1);
        for (int i = 0; i < rest.size(); i++) {
            rest.values[i] -= sums.values[i] / Math.max(few, counts.values[i]);
        }
    }
}
