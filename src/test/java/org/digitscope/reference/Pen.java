package org.digitscope.reference;

import java.util.ArrayList;
import java.util.List;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;

/**
 * Follows lines on the pad as a hand with a mouse does, and reports where it is every 10 to 12 ms: slow where the line
 * turns (the law of Lacquaniti, Terzuolo, Viviani 1983: speed goes with the cube root of the radius) and at the ends,
 * with a slight drift, on the grid of its mouse.
 */
final class Pen {
    private static final int[] GRIDS_TENTHS = {10, 5, 1};
    private static final double TICK_MILLIS = 11;
    private static final double BASE_TICKS = 30;
    private static final double TICKS_A_SIDE = 11.5;
    private static final double EASE = 0.35;

    private final Chance chance;
    private final int gridTenths;
    private final double tempo;
    private final double drift;
    private double driftX;
    private double driftY;
    private double nowMillis;

    Pen(Chance chance) {
        this.chance = chance;
        gridTenths = GRIDS_TENTHS[chance.whole(0, GRIDS_TENTHS.length - 1)];
        tempo = chance.between(0.85, 1.1);
        drift = chance.between(0.001, 0.0036);
    }

    /** The drawing of {@code lines}, evenly spaced spots in pad pixels, of a digit whose longer side is {@code side}. */
    Drawing draw(List<List<Spot>> lines, double side) {
        double wholeLength = 0;
        for (List<Spot> line : lines) {
            wholeLength += Curve.length(line);
        }
        double millisAPixel = tempo * TICK_MILLIS * (BASE_TICKS / wholeLength + TICKS_A_SIDE / side);
        List<Stroke> strokes = new ArrayList<>();
        for (List<Spot> line : lines) {
            if (!strokes.isEmpty()) {
                nowMillis += chance.whole(140, 330);
            }
            strokes.add(follow(line, side, millisAPixel * Curve.length(line)));
        }
        return new Drawing(strokes);
    }

    private Stroke follow(List<Spot> line, double side, double durationMillis) {
        double[] arrival = arrivalTimes(line, side, durationMillis);
        List<Point> points = new ArrayList<>();
        double begun = nowMillis;
        int i = 0;
        while (nowMillis - begun < durationMillis) {
            while (arrival[i + 1] < nowMillis - begun) {
                i++;
            }
            double share = (nowMillis - begun - arrival[i]) / (arrival[i + 1] - arrival[i]);
            report(line.get(i).towards(line.get(i + 1), share), side, points);
            nowMillis += chance.whole(10, 12);
        }
        report(line.get(line.size() - 1), side, points);
        return new Stroke(points);
    }

    private void report(Spot spot, double side, List<Point> points) {
        driftX = 0.85 * driftX + chance.around(drift) * side;
        driftY = 0.85 * driftY + chance.around(drift) * side;
        Point point = new Point(onGrid(spot.x() + driftX), onGrid(spot.y() + driftY), nowMillis);
        boolean moved = points.isEmpty()
                || points.get(points.size() - 1).x() != point.x()
                || points.get(points.size() - 1).y() != point.y();
        if (moved) {
            points.add(point);
        }
    }

    private double onGrid(double pixels) {
        return StrictMath.round(pixels * 10 / gridTenths) * gridTenths / 10.0;
    }

    /** When the pen is at each spot, from 0 to {@code durationMillis}. */
    private static double[] arrivalTimes(List<Spot> line, double side, double durationMillis) {
        int spots = line.size();
        int window = Math.max(1, (int) (0.05 * side / line.get(0).distance(line.get(1))));
        double[] slowness = new double[spots];
        for (int i = 0; i < spots; i++) {
            Spot before = line.get(Math.max(0, i - window));
            Spot after = line.get(Math.min(spots - 1, i + window));
            double bend = turn(before, line.get(i), after) / 0.1;
            double end = Math.min(1, EASE + (double) Math.min(i, spots - 1 - i) / (2 * window));
            slowness[i] = StrictMath.cbrt(0.3 + bend) / end;
        }
        double[] arrival = new double[spots];
        for (int i = 1; i < spots; i++) {
            arrival[i] = arrival[i - 1] + slowness[i - 1] + slowness[i];
        }
        double scale = durationMillis / arrival[spots - 1];
        for (int i = 1; i < spots; i++) {
            arrival[i] *= scale;
        }
        return arrival;
    }

    /** The angle between the way from {@code a} to {@code b} and that from {@code b} to {@code c}, from 0 to π. */
    private static double turn(Spot a, Spot b, Spot c) {
        double ux = b.x() - a.x();
        double uy = b.y() - a.y();
        double vx = c.x() - b.x();
        double vy = c.y() - b.y();
        return Math.abs(StrictMath.atan2(ux * vy - uy * vx, ux * vx + uy * vy));
    }
}
