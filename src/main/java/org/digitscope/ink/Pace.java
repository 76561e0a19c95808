package org.digitscope.ink;

import java.util.List;

/** Times for ink that comes without: a point every 10 ms, 150 ms from the end of one stroke to the next. */
final class Pace {
    static final double POINT_MILLIS = 10;
    static final double GAP_MILLIS = 150;

    private Pace() {}

    /** When the stroke after these begins, in milliseconds. */
    static double nextStrokeMillis(List<Stroke> strokes) {
        if (strokes.isEmpty()) {
            return 0;
        }
        List<Point> last = strokes.get(strokes.size() - 1).points();
        return last.get(last.size() - 1).tMillis() + GAP_MILLIS;
    }
}
