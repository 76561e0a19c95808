package org.digitscope.ink;

import java.util.Optional;

/**
 * The smallest upright box around all points of a drawing, without the width of the pen; in the drawing's own unit.
 *
 * @param minX the left edge
 * @param minY the upper edge (y points downwards)
 * @param maxX the right edge, equal to {@code minX} for a dot or a vertical line
 * @param maxY the lower edge, equal to {@code minY} for a dot or a horizontal line
 */
public record InkBounds(double minX, double minY, double maxX, double maxY) {

    /** The box of {@code drawing}; none for a blank pad. */
    public static Optional<InkBounds> of(Drawing drawing) {
        if (drawing.isEmpty()) {
            return Optional.empty();
        }
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (Stroke stroke : drawing.strokes()) {
            for (Point point : stroke.points()) {
                minX = Math.min(minX, point.x());
                minY = Math.min(minY, point.y());
                maxX = Math.max(maxX, point.x());
                maxY = Math.max(maxY, point.y());
            }
        }
        return Optional.of(new InkBounds(minX, minY, maxX, maxY));
    }

    public double width() {
        return maxX - minX;
    }

    public double height() {
        return maxY - minY;
    }
}
