package org.digitscope.ink;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing as it was at any moment while it was drawn.
 *
 * <p>Pure; safe for any thread.
 */
public final class Replay {
    private Replay() {}

    /**
     * What had been drawn at a moment, that moment included. A stroke in progress ends at its last point by then (its
     * points are taken up to the first later one); a stroke not yet begun is left out.
     *
     * @param millis on the clock of the drawing's points, which need not begin at 0: see {@link #startMillis}
     */
    public static Drawing at(Drawing drawing, double millis) {
        List<Stroke> drawn = new ArrayList<>();
        for (Stroke stroke : drawing.strokes()) {
            int count = countUntil(stroke.points(), millis);
            if (count == stroke.points().size()) {
                drawn.add(stroke);
            } else if (count > 0) {
                drawn.add(new Stroke(stroke.points().subList(0, count)));
            }
        }
        return new Drawing(drawn);
    }

    /** When the earliest point was drawn, in milliseconds; 0 for a blank pad. The replay ends at {@link Drawing#endMillis}. */
    public static double startMillis(Drawing drawing) {
        return drawing.strokes().stream()
                .flatMap(stroke -> stroke.points().stream())
                .mapToDouble(Point::tMillis)
                .min()
                .orElse(0);
    }

    private static int countUntil(List<Point> points, double millis) {
        int count = 0;
        while (count < points.size() && points.get(count).tMillis() <= millis) {
            count++;
        }
        return count;
    }
}
