package org.digitscope.data.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Strokes being planned, x to the right and y downwards, in any unit. Each node goes a little astray, by up to the
 * looseness of the sketch, so that no two sketches are alike.
 */
final class Sketch {
    private static final int SPAN_PIECES = 9;
    private static final double ARC_DEGREES = 12;

    private final Dice dice;
    private final double looseness;
    private final List<double[]> strokes = new ArrayList<>();
    private double[] line = new double[128];
    private int used;

    Sketch(Dice dice, double looseness) {
        this.dice = dice;
        this.looseness = looseness;
    }

    /** Lifts the pen and puts it down at a place. */
    Sketch pen(double x, double y) {
        lift();
        add(astray(x), astray(y));
        return this;
    }

    /** A stroke of one point. */
    Sketch dot(double x, double y) {
        pen(x, y);
        lift();
        return this;
    }

    /** A straight line from where the pen is. */
    Sketch to(double x, double y) {
        add(astray(x), astray(y));
        return this;
    }

    /** A smooth line from where the pen is through these nodes, x before y. */
    Sketch through(double... nodes) {
        double[] knots = new double[nodes.length + 2];
        knots[0] = line[used - 2];
        knots[1] = line[used - 1];
        for (int i = 0; i < nodes.length; i++) {
            knots[i + 2] = astray(nodes[i]);
        }
        for (int i = 0; i + 3 < knots.length; i += 2) {
            addSpan(knots, i);
        }
        return this;
    }

    /** {@link #arc(double, double, double, double, double, double, double)} that keeps its radii. */
    Sketch arc(double x, double y, double rx, double ry, double from, double sweep) {
        return arc(x, y, rx, ry, from, sweep, 1);
    }

    /**
     * A part of an ellipse or several turns of it; goes on from where the pen is, if it is down.
     *
     * @param from in degrees, 0 at the right, 90 at the bottom
     * @param sweep in degrees, clockwise if positive
     * @param growth the radii at the end, as a multiple of those at the beginning
     */
    Sketch arc(double x, double y, double rx, double ry, double from, double sweep, double growth) {
        double middleX = astray(x);
        double middleY = astray(y);
        int pieces = Math.max(4, (int) StrictMath.ceil(Math.abs(sweep) / ARC_DEGREES));
        double turn = StrictMath.toRadians(sweep / pieces);
        double turnCos = StrictMath.cos(turn);
        double turnSin = StrictMath.sin(turn);
        double cos = StrictMath.cos(StrictMath.toRadians(from));
        double sin = StrictMath.sin(StrictMath.toRadians(from));
        for (int i = 0; i <= pieces; i++) {
            double size = 1 + (growth - 1) * i / pieces;
            add(middleX + rx * size * cos, middleY + ry * size * sin);
            double next = cos * turnCos - sin * turnSin;
            sin = sin * turnCos + cos * turnSin;
            cos = next;
        }
        return this;
    }

    /** Ends the stroke. */
    Sketch lift() {
        if (used > 0) {
            strokes.add(Arrays.copyOf(line, used));
            used = 0;
        }
        return this;
    }

    /** Lays another sketch into this one: its box scaled to a height, its left upper corner at a place. */
    Sketch lay(Sketch other, double left, double top, double height) {
        lift();
        double[] box = other.box();
        double scale = height / Math.max(box[3] - box[1], (box[2] - box[0]) / 3);
        for (double[] stroke : other.strokes()) {
            double[] moved = new double[stroke.length];
            for (int i = 0; i < stroke.length; i += 2) {
                moved[i] = left + (stroke[i] - box[0]) * scale;
                moved[i + 1] = top + (stroke[i + 1] - box[1]) * scale;
            }
            strokes.add(moved);
        }
        return this;
    }

    /** Left, top, right and bottom of all strokes. */
    double[] box() {
        lift();
        return box(strokes);
    }

    static double[] box(List<double[]> strokes) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (double[] stroke : strokes) {
            for (int i = 0; i < stroke.length; i += 2) {
                box[0] = Math.min(box[0], stroke[i]);
                box[1] = Math.min(box[1], stroke[i + 1]);
                box[2] = Math.max(box[2], stroke[i]);
                box[3] = Math.max(box[3], stroke[i + 1]);
            }
        }
        return box;
    }

    /** Where the pen is. */
    double x() {
        return line[used - 2];
    }

    double y() {
        return line[used - 1];
    }

    /** What was drawn: for each stroke its points, x before y. */
    List<double[]> strokes() {
        lift();
        return strokes;
    }

    private double astray(double place) {
        return looseness == 0 ? place : place + dice.around(looseness);
    }

    private void add(double x, double y) {
        if (used + 2 > line.length) {
            line = Arrays.copyOf(line, 2 * line.length);
        }
        line[used++] = x;
        line[used++] = y;
    }

    /** One span of a Catmull-Rom spline whose knots are spaced by the square roots of their distances. */
    private void addSpan(double[] knots, int from) {
        int to = from + 2;
        double span = spacing(knots, from, to);
        double[] leave = new double[2];
        double[] arrive = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            double chord = (knots[to + axis] - knots[from + axis]) / span;
            leave[axis] = from == 0 ? chord : slope(knots, from - 2, from, to, axis);
            arrive[axis] = to + 2 >= knots.length ? chord : slope(knots, from, to, to + 2, axis);
        }
        for (int i = 1; i <= SPAN_PIECES; i++) {
            double t = (double) i / SPAN_PIECES;
            double rest = 1 - t;
            double end = t * t * (3 - 2 * t);
            double out = span * t * rest * rest;
            double in = span * t * t * rest;
            add(
                    knots[from] * (1 - end) + knots[to] * end + leave[0] * out - arrive[0] * in,
                    knots[from + 1] * (1 - end) + knots[to + 1] * end + leave[1] * out - arrive[1] * in);
        }
    }

    private static double slope(double[] knots, int before, int here, int after, int axis) {
        double in = spacing(knots, before, here);
        double out = spacing(knots, here, after);
        double first = knots[here + axis] - knots[before + axis];
        double second = knots[after + axis] - knots[here + axis];
        return first / in + second / out - (first + second) / (in + out);
    }

    private static double spacing(double[] knots, int from, int to) {
        double x = knots[to] - knots[from];
        double y = knots[to + 1] - knots[from + 1];
        return Math.max(1e-6, Math.sqrt(Math.sqrt(x * x + y * y)));
    }
}
