package org.digitscope.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;

/** Drawings for tests and what can be measured on their images. */
final class TestInk {
    private TestInk() {}

    /** One stroke through x0, y0, x1, y1, … */
    static Stroke stroke(double... coordinates) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            points.add(new Point(coordinates[i], coordinates[i + 1], 10.0 * i));
        }
        return new Stroke(points);
    }

    /** A drawing of one stroke. */
    static Drawing drawing(double... coordinates) {
        return new Drawing(List.of(stroke(coordinates)));
    }

    /** Every point replaced. */
    static Drawing map(Drawing drawing, UnaryOperator<Point> change) {
        return new Drawing(drawing.strokes().stream()
                .map(stroke -> new Stroke(stroke.points().stream().map(change).toList()))
                .toList());
    }

    static Drawing moved(Drawing drawing, double dx, double dy) {
        return map(drawing, point -> new Point(point.x() + dx, point.y() + dy, point.tMillis()));
    }

    static Drawing scaled(Drawing drawing, double factor) {
        return map(drawing, point -> new Point(point.x() * factor, point.y() * factor, point.tMillis()));
    }

    /** The same chords, each in {@code parts} pieces. */
    static Drawing denser(Drawing drawing, int parts) {
        List<Stroke> strokes = new ArrayList<>();
        for (Stroke stroke : drawing.strokes()) {
            List<Point> points = new ArrayList<>();
            points.add(stroke.points().get(0));
            for (int i = 1; i < stroke.points().size(); i++) {
                Point from = stroke.points().get(i - 1);
                Point to = stroke.points().get(i);
                for (int part = 1; part < parts; part++) {
                    double share = part / (double) parts;
                    points.add(new Point(
                            from.x() + (to.x() - from.x()) * share,
                            from.y() + (to.y() - from.y()) * share,
                            from.tMillis()));
                }
                points.add(to);
            }
            strokes.add(new Stroke(points));
        }
        return new Drawing(strokes);
    }

    /** The sum of all pixels: the inked area in square pixels. */
    static double ink(DigitImage image) {
        double sum = 0;
        for (float pixel : image.pixels()) {
            sum += pixel;
        }
        return sum;
    }

    /** The centre of mass in continuous coordinates. */
    static double[] centreOfMass(DigitImage image) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int row = 0; row < DigitImage.SIZE; row++) {
            for (int column = 0; column < DigitImage.SIZE; column++) {
                double ink = image.level(column, row);
                sum += ink;
                x += ink * (column + 0.5);
                y += ink * (row + 0.5);
            }
        }
        return new double[] {x / sum, y / sum};
    }

    /** The largest difference of two images in one pixel, in levels of 1/255. */
    static int largestDifference(DigitImage one, DigitImage other) {
        int largest = 0;
        for (int y = 0; y < DigitImage.SIZE; y++) {
            for (int x = 0; x < DigitImage.SIZE; x++) {
                largest = Math.max(largest, Math.abs(one.level(x, y) - other.level(x, y)));
            }
        }
        return largest;
    }

    /** First and last inked column, first and last inked row. */
    static int[] inkedBox(DigitImage image) {
        int[] box = {DigitImage.SIZE, -1, DigitImage.SIZE, -1};
        for (int y = 0; y < DigitImage.SIZE; y++) {
            for (int x = 0; x < DigitImage.SIZE; x++) {
                if (image.level(x, y) > 0) {
                    box[0] = Math.min(box[0], x);
                    box[1] = Math.max(box[1], x);
                    box[2] = Math.min(box[2], y);
                    box[3] = Math.max(box[3], y);
                }
            }
        }
        return box;
    }
}
