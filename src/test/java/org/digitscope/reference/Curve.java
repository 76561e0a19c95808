package org.digitscope.reference;

import java.util.ArrayList;
import java.util.List;
import org.digitscope.reference.Shape.Node;

/** Turns the nodes of a stroke into a smooth line of closely and evenly spaced spots. */
final class Curve {
    private static final int SPOTS_A_SPAN = 40;
    private static final int SMOOTHING_PASSES = 3;

    private Curve() {}

    /**
     * Centripetal Catmull-Rom splines (Yuksel, Schaefer, Keyser: Parameterization and Applications of Catmull-Rom
     * Curves, 2011) through {@code nodes}, one from corner to corner.
     */
    static List<Spot> through(List<Node> nodes) {
        List<Spot> line = new ArrayList<>();
        List<Spot> piece = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Spot spot = new Spot(node.x(), node.y());
            piece.add(spot);
            if (i == nodes.size() - 1 || (node.corner() && i > 0)) {
                addSpline(piece, line);
                piece = new ArrayList<>(List.of(spot));
            }
        }
        return line;
    }

    private static void addSpline(List<Spot> knots, List<Spot> line) {
        int last = knots.size() - 1;
        for (int i = 0; i < last; i++) {
            Spot from = knots.get(i);
            Spot to = knots.get(i + 1);
            Spot before = i > 0 ? knots.get(i - 1) : to.towards(from, 2);
            Spot after = i + 1 < last ? knots.get(i + 2) : from.towards(to, 2);
            addSpan(before, from, to, after, line);
        }
    }

    /** The span as a cubic Bézier curve. */
    private static void addSpan(Spot before, Spot from, Spot to, Spot after, List<Spot> line) {
        double into = Math.sqrt(before.distance(from));
        double along = Math.sqrt(from.distance(to));
        double onward = Math.sqrt(to.distance(after));
        Spot control1 = handle(before, from, to, into, along);
        Spot control2 = handle(after, to, from, onward, along);
        for (int k = 0; k <= SPOTS_A_SPAN; k++) {
            double u = (double) k / SPOTS_A_SPAN;
            Spot a = from.towards(control1, u);
            Spot b = control1.towards(control2, u);
            Spot c = control2.towards(to, u);
            line.add(a.towards(b, u).towards(b.towards(c, u), u));
        }
    }

    private static Spot handle(Spot outer, Spot knot, Spot inner, double outerRoot, double innerRoot) {
        double outerSquare = outerRoot * outerRoot;
        double innerSquare = innerRoot * innerRoot;
        double own = 2 * outerSquare + 3 * outerRoot * innerRoot + innerSquare;
        double whole = 3 * outerRoot * (outerRoot + innerRoot);
        return new Spot(
                (outerSquare * inner.x() - innerSquare * outer.x() + own * knot.x()) / whole,
                (outerSquare * inner.y() - innerSquare * outer.y() + own * knot.y()) / whole);
    }

    /** Spots about {@code step} apart on the same line, its ends included. */
    static List<Spot> evenly(List<Spot> line, double step) {
        double length = length(line);
        int pieces = Math.max(2, (int) Math.ceil(length / step));
        List<Spot> even = new ArrayList<>();
        double walked = 0;
        for (int i = 1; i < line.size(); i++) {
            double stretch = line.get(i - 1).distance(line.get(i));
            while (even.size() < pieces && even.size() * length / pieces < walked + stretch) {
                double share = (even.size() * length / pieces - walked) / stretch;
                even.add(line.get(i - 1).towards(line.get(i), share));
            }
            walked += stretch;
        }
        even.add(line.get(line.size() - 1));
        return even;
    }

    /** Evenly spaced spots averaged over {@code reach} neighbours on each side; the ends stay where they are. */
    static List<Spot> rounded(List<Spot> line, int reach) {
        List<Spot> before = line;
        for (int pass = 0; pass < SMOOTHING_PASSES; pass++) {
            List<Spot> after = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                int side = Math.min(reach, Math.min(i, before.size() - 1 - i));
                double x = 0;
                double y = 0;
                for (Spot spot : before.subList(i - side, i + side + 1)) {
                    x += spot.x();
                    y += spot.y();
                }
                after.add(new Spot(x / (2 * side + 1), y / (2 * side + 1)));
            }
            before = after;
        }
        return before;
    }

    static double length(List<Spot> line) {
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            length += line.get(i - 1).distance(line.get(i));
        }
        return length;
    }
}
