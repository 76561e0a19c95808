package org.digitscope.ink;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Ink for tests, chosen and random. */
final class Inks {
    private Inks() {}

    /** A stroke through x, y, x, y, … with a point every 10 ms from 0 on. */
    static Stroke stroke(double... coordinates) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            points.add(new Point(coordinates[i], coordinates[i + 1], 5.0 * i));
        }
        return new Stroke(points);
    }

    static Drawing drawing(Stroke... strokes) {
        return new Drawing(List.of(strokes));
    }

    /** Drawings, blank ones too, of numbers that have at most three decimals, as ink files keep them. */
    static Arbitrary<Drawing> drawings() {
        Arbitrary<Double> coordinates = Arbitraries.doubles().between(-1e6, 1e6).ofScale(3);
        Arbitrary<Double> times = Arbitraries.doubles().between(0, 1e6).ofScale(3);
        return Combinators.combine(coordinates, coordinates, times)
                .as(Point::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(Stroke::new)
                .list()
                .ofMaxSize(5)
                .map(Drawing::new);
    }
}
