package org.digitscope.ui.lesson;

import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** Finds the place of a card on which it hides least. */
final class CardPlace {
    /** Between a card and the edges of the area. */
    static final double GAP = 14;

    private static final double STEP = 12;

    private CardPlace() {}

    /**
     * What would be a pity to hide.
     *
     * @param bounds in the coordinates of the area
     * @param weight of each hidden pixel
     */
    record Precious(Bounds bounds, double weight) {}

    /**
     * The left upper corner of a card in an area: never over the target if there is any such place, over precious things
     * as little as possible, and else near the target.
     *
     * @param target absent if there is none; then the card goes to the middle
     */
    static Point2D find(
            double areaWidth,
            double areaHeight,
            double width,
            double height,
            Optional<Bounds> target,
            List<Precious> precious) {
        Bounds aim = target.orElse(new BoundingBox(areaWidth / 2, areaHeight / 2, 0, 0));
        Point2D best = new Point2D(0, 0);
        double least = Double.MAX_VALUE;
        double right = Math.max(GAP, areaWidth - width - GAP);
        double bottom = Math.max(GAP, areaHeight - height - GAP);
        for (double y = GAP; y <= bottom; y = next(y, bottom)) {
            for (double x = GAP; x <= right; x = next(x, right)) {
                double cost = distance(aim, x, y, width, height);
                if (target.isPresent()) {
                    cost += 1000 * hidden(aim, x - GAP / 2, y - GAP / 2, width + GAP, height + GAP);
                }
                for (Precious thing : precious) {
                    cost += thing.weight() * hidden(thing.bounds(), x - 3, y - 3, width + 6, height + 6);
                }
                if (cost < least) {
                    least = cost;
                    best = new Point2D(Math.round(x), Math.round(y));
                }
            }
        }
        return best;
    }

    /** The edge itself is tried, too. */
    private static double next(double place, double last) {
        return place < last ? Math.min(last, place + STEP) : place + 1;
    }

    private static double hidden(Bounds thing, double x, double y, double width, double height) {
        double w = Math.min(thing.getMaxX(), x + width) - Math.max(thing.getMinX(), x);
        double h = Math.min(thing.getMaxY(), y + height) - Math.max(thing.getMinY(), y);
        return w > 0 && h > 0 ? w * h : 0;
    }

    /** Between the middles, for a card beside the middle of its target looks as if it belonged to it. */
    private static double distance(Bounds aim, double x, double y, double width, double height) {
        return Math.hypot(x + width / 2 - aim.getCenterX(), y + height / 2 - aim.getCenterY());
    }
}
