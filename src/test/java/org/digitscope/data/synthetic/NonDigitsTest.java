package org.digitscope.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkBounds;
import org.digitscope.ink.Point;
import org.junit.jupiter.api.Test;

final class NonDigitsTest {
    @Test
    void sameGeneratorGivesTheSameDrawingsOnEveryPlatform() {
        Fingerprint fingerprint = new Fingerprint();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            fingerprint.add(NonDigits.draw(random));
        }
        for (String kind : NonDigits.kinds()) {
            fingerprint.add(NonDigits.draw(kind, random));
        }
        assertThat(fingerprint.value()).isEqualTo("148cfbb517c2662d");
    }

    @Test
    void everyKindIsDrawnOnThePadInManyWays() {
        assertThat(NonDigits.kinds()).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        for (String kind : NonDigits.kinds()) {
            SplittableRandom random = new SplittableRandom(kind.hashCode());
            Set<Drawing> seen = new HashSet<>();
            for (int i = 0; i < 200; i++) {
                Drawing drawing = NonDigits.draw(kind, random);
                seen.add(drawing);
                assertThat(drawing.pointCount()).as(kind).isBetween(1, 400);
                InkBounds bounds = InkBounds.of(drawing).orElseThrow();
                assertThat(bounds.minX()).isBetween(0.0, 280.0);
                assertThat(bounds.minY()).isBetween(0.0, 280.0);
                assertThat(bounds.maxX()).isBetween(bounds.minX(), 280.0);
                assertThat(bounds.maxY()).isBetween(bounds.minY(), 280.0);
            }
            assertThat(seen).as(kind).hasSizeGreaterThan(190);
        }
    }

    @Test
    void mixesManyKindsByChance() {
        SplittableRandom random = new SplittableRandom(11);
        Set<Integer> strokeCounts = new HashSet<>();
        int dots = 0;
        for (int i = 0; i < 5000; i++) {
            Drawing drawing = NonDigits.draw(random);
            strokeCounts.add(drawing.strokes().size());
            dots += drawing.pointCount() == 1 ? 1 : 0;
        }
        assertThat(strokeCounts).contains(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(dots).isBetween(5, 100);
    }

    @Test
    void noSingleStraightLineStandsNearlyUpright() {
        SplittableRandom random = new SplittableRandom(5);
        int straight = 0;
        for (int i = 0; i < 20_000; i++) {
            Drawing drawing = NonDigits.draw(random);
            if (drawing.strokes().size() == 1
                    && isStraight(drawing.strokes().get(0).points())) {
                List<Point> points = drawing.strokes().get(0).points();
                Point first = points.get(0);
                Point last = points.get(points.size() - 1);
                double lean =
                        Math.toDegrees(Math.atan2(Math.abs(last.x() - first.x()), Math.abs(last.y() - first.y())));
                assertThat(lean).isGreaterThan(40);
                straight++;
            }
        }
        assertThat(straight).as("dashes and slashes are drawn").isGreaterThan(200);
    }

    /** Whether no point is farther from the line between the ends than a sixth of its length. */
    private static boolean isStraight(List<Point> points) {
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        double x = last.x() - first.x();
        double y = last.y() - first.y();
        double length = Math.hypot(x, y);
        return length > 0
                && points.stream().allMatch(point -> {
                    double across = ((point.x() - first.x()) * y - (point.y() - first.y()) * x) / length;
                    double along = ((point.x() - first.x()) * x + (point.y() - first.y()) * y) / length;
                    return Math.abs(across) < length / 6 && along > -length / 6 && along < length * 7 / 6;
                });
    }

    @Test
    void refusesAKindThatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> NonDigits.draw("seven", new SplittableRandom(1)));
    }
}
