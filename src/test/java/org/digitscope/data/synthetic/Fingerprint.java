package org.digitscope.data.synthetic;

import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;

/** A number that changes with any bit of the drawings that were added. */
final class Fingerprint {
    private long hash = 1;

    void add(Drawing drawing) {
        for (Stroke stroke : drawing.strokes()) {
            hash = 31 * hash + stroke.points().size();
            for (Point point : stroke.points()) {
                hash = 31 * hash + Double.doubleToLongBits(point.x());
                hash = 31 * hash + Double.doubleToLongBits(point.y());
                hash = 31 * hash + Double.doubleToLongBits(point.tMillis());
            }
        }
    }

    /** In hexadecimal. */
    String value() {
        return Long.toHexString(hash);
    }
}
