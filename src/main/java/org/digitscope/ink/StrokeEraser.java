package org.digitscope.ink;

import java.util.List;

/**
 * A round eraser that takes away every stroke it touches, as a whole. A stroke is its polyline without width, so a
 * caller who shows a broad pen adds half of its width to the radius.
 *
 * <p>Pure; safe for any thread.
 */
public final class StrokeEraser {
    private StrokeEraser() {}

    /**
     * The drawing without the strokes that come within {@code radius} (0 or more) of a point; the same object if there
     * are none.
     */
    public static Drawing erase(Drawing drawing, double x, double y, double radius) {
        return erase(drawing, x, y, x, y, radius);
    }

    /**
     * The drawing without the strokes that come within {@code radius} (0 or more) of the straight way from one position
     * of the eraser to the next; the same object if there are none.
     */
    public static Drawing erase(Drawing drawing, double fromX, double fromY, double toX, double toY, double radius) {
        if (!(radius >= 0)) {
            throw new IllegalArgumentException("radius " + radius);
        }
        Segment way = new Segment(fromX, fromY, toX, toY);
        List<Stroke> kept = drawing.strokes().stream()
                .filter(stroke -> !touches(stroke, way, radius))
                .toList();
        return kept.size() == drawing.strokes().size() ? drawing : new Drawing(kept);
    }

    private static boolean touches(Stroke stroke, Segment way, double radius) {
        Point previous = stroke.points().get(0);
        for (Point point : stroke.points()) {
            Segment chord = new Segment(previous.x(), previous.y(), point.x(), point.y());
            if (chord.squaredDistance(way) <= radius * radius) {
                return true;
            }
            previous = point;
        }
        return false;
    }

    /** A straight line between two points, which may be one. */
    private record Segment(double x0, double y0, double x1, double y1) {

        /** Two segments that do not cross are nearest to each other at one of the four ends. */
        double squaredDistance(Segment other) {
            if (crosses(other)) {
                return 0;
            }
            double toOthersEnds = Math.min(squaredDistance(other.x0, other.y0), squaredDistance(other.x1, other.y1));
            double toOwnEnds = Math.min(other.squaredDistance(x0, y0), other.squaredDistance(x1, y1));
            return Math.min(toOthersEnds, toOwnEnds);
        }

        /** Whether each has an end on either side of the other. Touching ends are left to the distances. */
        private boolean crosses(Segment other) {
            return side(other.x0, other.y0) * side(other.x1, other.y1) < 0
                    && other.side(x0, y0) * other.side(x1, y1) < 0;
        }

        private double side(double x, double y) {
            return Math.signum((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0));
        }

        private double squaredDistance(double x, double y) {
            double dx = x1 - x0;
            double dy = y1 - y0;
            double squaredLength = dx * dx + dy * dy;
            double along = squaredLength == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / squaredLength;
            double clamped = Math.max(0, Math.min(1, along));
            double offX = x0 + clamped * dx - x;
            double offY = y0 + clamped * dy - y;
            return offX * offX + offY * offY;
        }
    }
}
