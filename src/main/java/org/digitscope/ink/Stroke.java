package org.digitscope.ink;

import java.util.List;

/**
 * What the pen drew between touching down and lifting: a polyline, or a dot if there is but one point.
 *
 * @param points at least one
 */
public record Stroke(List<Point> points) {
    public Stroke {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a stroke has at least one point");
        }
    }
}
