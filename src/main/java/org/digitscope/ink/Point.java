package org.digitscope.ink;

/**
 * One position of the pen.
 *
 * @param x to the right, in the drawing's own unit (pad pixels for ink drawn here); finite
 * @param y downwards, in the same unit; finite
 * @param tMillis when, in milliseconds since the drawing was begun; finite
 */
public record Point(double x, double y, double tMillis) {
    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(tMillis)) {
            throw new IllegalArgumentException("not finite: (" + x + ", " + y + ") at " + tMillis);
        }
    }
}
