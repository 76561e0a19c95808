package org.digitscope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.digitscope.reference.Shape.Node;

/** Lays a shape on the pad the way one person would on one day: uneven, leaning, of some size, somewhere. */
final class Hand {
    /** The pad is square; this is its side in pixels. */
    static final double PAD_SIDE = 280;

    private static final double MARGIN = 6;
    private static final double STEP = 0.5;
    private static final double UNEVENNESS = 3.6;
    private static final double STROKE_SHIFT = 1.6;
    private static final double BEND = 2.4;
    private static final double MOST_TURN_DEGREES = 8;

    private final Chance chance;

    Hand(Chance chance) {
        this.chance = chance;
    }

    /** The strokes of {@code shape} in pad pixels, as lines of closely and evenly spaced spots. */
    List<List<Spot>> lay(Shape shape) {
        List<List<Spot>> strokes = new ArrayList<>();
        int reach = (int) StrictMath.round(shape.posture().rounding / STEP);
        for (List<Node> nodes : shape.strokes()) {
            List<Spot> line = Curve.evenly(Curve.through(uneven(nodes, !strokes.isEmpty())), STEP);
            strokes.add(Curve.rounded(line, reach));
        }
        return placed(leaning(bent(strokes), shape.posture()));
    }

    private List<Node> uneven(List<Node> nodes, boolean afterLift) {
        double shiftX = afterLift ? chance.around(STROKE_SHIFT) : 0;
        double shiftY = afterLift ? chance.around(STROKE_SHIFT) : 0;
        List<Node> moved = new ArrayList<>();
        for (Node node : nodes) {
            double x = node.x() + shiftX + chance.around(UNEVENNESS);
            double y = node.y() + shiftY + chance.around(UNEVENNESS);
            moved.add(new Node(x, y, node.corner()));
        }
        return moved;
    }

    /** Slow waves over the whole digit, so that no two sides are alike. */
    private List<List<Spot>> bent(List<List<Spot>> strokes) {
        double bendX = chance.around(BEND);
        double bendY = chance.around(BEND);
        double paceX = chance.between(0.03, 0.06);
        double paceY = chance.between(0.03, 0.06);
        double phaseX = chance.between(0, 2 * Math.PI);
        double phaseY = chance.between(0, 2 * Math.PI);
        return mapped(
                strokes,
                spot -> spot.plus(
                        bendX * StrictMath.sin(paceX * spot.y() + phaseX),
                        bendY * StrictMath.sin(paceY * spot.x() + phaseY)));
    }

    private List<List<Spot>> leaning(List<List<Spot>> strokes, Shape.Posture posture) {
        double aspect = chance.between(0.87, 1.15);
        double slant = chance.between(posture.leastSlant, posture.mostSlant);
        double turn = chance.around(MOST_TURN_DEGREES) * Math.PI / 180;
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        return mapped(strokes, spot -> {
            double x = spot.x() * aspect - spot.y() * slant;
            return new Spot(x * cos - spot.y() * sin, x * sin + spot.y() * cos);
        });
    }

    private List<List<Spot>> placed(List<List<Spot>> strokes) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (List<Spot> stroke : strokes) {
            for (Spot spot : stroke) {
                left = Math.min(left, spot.x());
                right = Math.max(right, spot.x());
                top = Math.min(top, spot.y());
                bottom = Math.max(bottom, spot.y());
            }
        }
        double scale = chance.between(82, 228) / Math.max(right - left, bottom - top);
        double x = chance.between(MARGIN, PAD_SIDE - MARGIN - (right - left) * scale) - left * scale;
        double y = chance.between(MARGIN, PAD_SIDE - MARGIN - (bottom - top) * scale) - top * scale;
        return mapped(strokes, spot -> new Spot(spot.x() * scale + x, spot.y() * scale + y));
    }

    private static List<List<Spot>> mapped(List<List<Spot>> strokes, UnaryOperator<Spot> map) {
        return strokes.stream().map(stroke -> stroke.stream().map(map).toList()).toList();
    }
}
