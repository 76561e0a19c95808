package org.digitscope.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrokeEraserTest {
    private static final Stroke TOP = Inks.stroke(0, 0, 100, 0);
    private static final Stroke BOTTOM = Inks.stroke(0, 50, 100, 50);

    @Test
    void removesTheWholeStrokeThatIsTouchedBetweenItsPoints() {
        assertThat(StrokeEraser.erase(Inks.drawing(TOP, BOTTOM), 50, 4, 5)).isEqualTo(Inks.drawing(BOTTOM));
    }

    @Test
    void keepsTheSameDrawingIfNothingIsTouched() {
        Drawing drawing = Inks.drawing(TOP, BOTTOM);

        assertThat(StrokeEraser.erase(drawing, 50, 25, 24.9)).isSameAs(drawing);
    }

    @Test
    void touchesAtExactlyItsRadius() {
        assertThat(StrokeEraser.erase(Inks.drawing(TOP), 50, 5, 5)).isEqualTo(Drawing.empty());
        assertThat(StrokeEraser.erase(Inks.drawing(TOP), -3, -4, 5)).isEqualTo(Drawing.empty());
    }

    @Test
    void doesNotReachBeyondTheEndsOfAStroke() {
        assertThat(StrokeEraser.erase(Inks.drawing(TOP), 106, 0, 5)).isEqualTo(Inks.drawing(TOP));
    }

    @Test
    void removesADot() {
        assertThat(StrokeEraser.erase(Inks.drawing(Inks.stroke(7, 7)), 10, 11, 5))
                .isEqualTo(Drawing.empty());
        assertThat(StrokeEraser.erase(Inks.drawing(Inks.stroke(7, 7)), 10, 12, 5))
                .isEqualTo(Inks.drawing(Inks.stroke(7, 7)));
    }

    @Test
    void doesNotJumpOverAStrokeWhenTheMouseIsFast() {
        assertThat(StrokeEraser.erase(Inks.drawing(TOP, BOTTOM), 50, -500, 50, 20, 1))
                .isEqualTo(Inks.drawing(BOTTOM));
    }

    @ParameterizedTest
    @CsvSource({
        "40, 10, 60, 10, 10, true", // parallel above
        "40, 10, 60, 10, 9.99, false",
        "110, -10, 110, 10, 10, true", // passes the end
        "110, -10, 110, 10, 9.99, false",
        "100, 0, 200, 0, 0, true", // continues the stroke
        "20, 0, 30, 0, 0, true", // lies on it
        "0, -1, 100, 1, 0, true", // crosses at a small angle
        "-10, 0, -5, 0, 4.99, false", // in line, but before it
    })
    void measuresTheExactDistanceOfTwoSegments(
            double fromX, double fromY, double toX, double toY, double radius, boolean touched) {
        assertThat(StrokeEraser.erase(Inks.drawing(TOP), fromX, fromY, toX, toY, radius)
                        .isEmpty())
                .isEqualTo(touched);
    }

    @Test
    void refusesARadiusThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> StrokeEraser.erase(Drawing.empty(), 0, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> StrokeEraser.erase(Drawing.empty(), 0, 0, Double.NaN));
    }

    @Property
    void removesExactlyTheStrokesThatSamplesOfTheWayComeNear(
            @ForAll("gridDrawings") Drawing drawing,
            @ForAll @IntRange(max = 20) int fromX,
            @ForAll @IntRange(max = 20) int fromY,
            @ForAll @IntRange(max = 20) int toX,
            @ForAll @IntRange(max = 20) int toY,
            @ForAll @DoubleRange(min = 0, max = 8) double radius) {
        List<Stroke> left =
                StrokeEraser.erase(drawing, fromX, fromY, toX, toY, radius).strokes();

        List<Stroke> near = new ArrayList<>();
        List<Stroke> far = new ArrayList<>();
        double slack = 0.3; // more than samples can miss of the distance
        for (Stroke stroke : drawing.strokes()) {
            double sampled = sampledDistance(stroke, Inks.stroke(fromX, fromY, toX, toY));
            if (sampled < radius - 1e-9) { // at the very edge rounding decides
                near.add(stroke);
            } else if (sampled > radius + slack) {
                far.add(stroke);
            }
        }
        assertThat(far).allMatch(left::contains);
        assertThat(near).noneMatch(left::contains);
        assertThat(drawing.strokes().stream().filter(left::contains)).containsExactlyElementsOf(left);
    }

    @Property
    void erasingTwiceIsErasingOnce(@ForAll("gridDrawings") Drawing drawing, @ForAll @DoubleRange(max = 20) double x) {
        Drawing once = StrokeEraser.erase(drawing, x, 10, 2);

        assertThat(StrokeEraser.erase(once, x, 10, 2)).isSameAs(once);
    }

    @Provide
    Arbitrary<Drawing> gridDrawings() {
        return Arbitraries.integers()
                .between(0, 20)
                .array(int[].class)
                .ofSize(6)
                .map(c -> Inks.stroke(c[0], c[1], c[2], c[3], c[4], c[5]))
                .list()
                .ofMaxSize(6)
                .uniqueElements()
                .map(Drawing::new);
    }

    private static double sampledDistance(Stroke stroke, Stroke way) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Point a : samples(stroke)) {
            for (Point b : samples(way)) {
                nearest = Math.min(nearest, Math.hypot(a.x() - b.x(), a.y() - b.y()));
            }
        }
        return nearest;
    }

    /** At most 28.3 units long, so at most 0.29 apart. */
    private static List<Point> samples(Stroke stroke) {
        List<Point> samples = new ArrayList<>();
        for (int i = 1; i < stroke.points().size(); i++) {
            Point from = stroke.points().get(i - 1);
            Point to = stroke.points().get(i);
            for (int part = 0; part <= 100; part++) {
                double share = part / 100.0;
                samples.add(
                        new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()), 0));
            }
        }
        return samples;
    }
}
