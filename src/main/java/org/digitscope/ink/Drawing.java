package org.digitscope.ink;

import java.util.ArrayList;
import java.util.List;

/** Strokes in the order in which they were drawn; immutable. The empty drawing is a blank pad. */
public record Drawing(List<Stroke> strokes) {
    private static final Drawing EMPTY = new Drawing(List.of());

    public Drawing {
        strokes = List.copyOf(strokes);
    }

    public static Drawing empty() {
        return EMPTY;
    }

    public boolean isEmpty() {
        return strokes.isEmpty();
    }

    /** This drawing with one more stroke at its end. */
    public Drawing plus(Stroke stroke) {
        List<Stroke> more = new ArrayList<>(strokes);
        more.add(stroke);
        return new Drawing(more);
    }

    /** When the last point was drawn, in milliseconds; 0 for a blank pad. */
    public double endMillis() {
        double end = 0;
        for (Stroke stroke : strokes) {
            for (Point point : stroke.points()) {
                end = Math.max(end, point.tMillis());
            }
        }
        return end;
    }

    /** The number of points in all strokes. */
    public int pointCount() {
        return strokes.stream().mapToInt(stroke -> stroke.points().size()).sum();
    }
}
