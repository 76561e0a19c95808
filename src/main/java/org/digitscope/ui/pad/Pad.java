package org.digitscope.ui.pad;

/** The pad's own coordinates: a square from (0, 0) to ({@link #SIDE}, {@link #SIDE}), y down, whatever its size on screen. */
final class Pad {
    static final double SIDE = 280;

    private Pad() {}

    static boolean contains(double x, double y) {
        return x >= 0 && x <= SIDE && y >= 0 && y <= SIDE;
    }

    /** How far along the way from a point inside to one outside the edge is met, 0 to 1. */
    static double shareToEdge(double insideX, double insideY, double outsideX, double outsideY) {
        double share = 1;
        share = Math.min(share, shareToEdge(insideX, outsideX));
        return Math.min(share, shareToEdge(insideY, outsideY));
    }

    private static double shareToEdge(double inside, double outside) {
        if (outside < 0) {
            return inside / (inside - outside);
        }
        return outside > SIDE ? (SIDE - inside) / (outside - inside) : 1;
    }
}
