package org.digitscope.image;

/** How thick the strokes of a digit are, and the same digit with another pen. */
final class PenWidth {
    private final Plane ink;
    private final boolean[] mask;
    private final boolean[] middle;
    private final double px;

    private PenWidth(Plane ink) {
        this.ink = ink;
        mask = new boolean[ink.size()];
        double area = 0;
        for (int i = 0; i < mask.length; i++) {
            mask[i] = ink.values[i] >= 0.5f;
            area += ink.values[i];
        }
        middle = Thinning.of(mask, ink.width, ink.height);
        double length = Thinning.length(middle, ink.width, ink.height);
        // A stroke covers its length, which thinning has shortened by about its width, times its width.
        px = (Math.sqrt(length * length + 4 * area) - length) / 2;
    }

    static PenWidth of(Plane ink) {
        return new PenWidth(ink);
    }

    /** The mean width from area and outline alone: a little too small, but found at once. */
    static double roughly(Plane ink) {
        double area = 0;
        int outline = 0;
        for (int y = 0; y < ink.height; y++) {
            for (int x = 0; x < ink.width; x++) {
                boolean here = ink.at(x, y) >= 0.5f;
                area += here ? 1 : 0;
                outline += x > 0 && here != ink.at(x - 1, y) >= 0.5f ? 1 : 0;
                outline += y > 0 && here != ink.at(x, y - 1) >= 0.5f ? 1 : 0;
            }
        }
        return outline == 0 ? 0 : 2 * area / outline;
    }

    /** The mean width of the strokes in pixels of the plane. */
    double px() {
        return px;
    }

    /** The strokes with {@code margin} pixels more on each side; the plane must have room for them. */
    Plane thicker(double margin) {
        Plane outside = DistanceField.to(mask, ink.width, ink.height);
        Plane wide = new Plane(ink.width, ink.height);
        for (int i = 0; i < wide.size(); i++) {
            double coverage = mask[i] ? 1 : margin + 1 - outside.values[i];
            wide.values[i] = (float) Math.max(ink.values[i], Math.min(1, Math.max(0, coverage)));
        }
        return wide;
    }

    /** The strokes with {@code margin} pixels less on each side, but none thinner than {@code least}. */
    Plane thinner(double margin, double least) {
        boolean[] paper = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            paper[i] = !mask[i];
        }
        Plane inside = DistanceField.to(paper, ink.width, ink.height);
        Plane fromMiddle = DistanceField.to(middle, ink.width, ink.height);
        Plane thin = new Plane(ink.width, ink.height);
        for (int i = 0; i < thin.size(); i++) {
            double eroded = inside.values[i] - margin;
            double line = least / 2 + 0.5 - fromMiddle.values[i];
            double coverage = Math.min(1, Math.max(0, Math.max(eroded, line)));
            thin.values[i] = (float) Math.min(coverage, ink.values[i]);
        }
        return thin;
    }
}
