package org.digitscope.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkBounds;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;

final class InkRasterizerPropertyTest {
    private static final int TRIES = 150;

    private final InkRasterizer rasterizer = new InkRasterizer();

    @Property(tries = TRIES)
    void movingChangesNoPixelByMoreThanOneLevel(
            @ForAll("drawings") Drawing drawing,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double dx,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double dy) {
        assertSame(drawing, TestInk.moved(drawing, dx, dy));
    }

    @Property(tries = TRIES)
    void scalingChangesNoPixelByMoreThanOneLevel(
            @ForAll("drawings") Drawing drawing, @ForAll @DoubleRange(min = -3, max = 3) double exponent) {
        assertSame(drawing, TestInk.scaled(drawing, Math.pow(10, exponent)));
    }

    @Property(tries = TRIES)
    void denserSamplingOfTheSameChordsChangesNoPixelByMoreThanOneLevel(
            @ForAll("drawings") Drawing drawing, @ForAll @IntRange(min = 2, max = 9) int parts) {
        assertSame(drawing, TestInk.denser(drawing, parts));
    }

    @Property(tries = TRIES)
    void strokesDrawnBackwardsOrInAnotherOrderLookTheSame(@ForAll("drawings") Drawing drawing) {
        List<Stroke> reversed = drawing.strokes().stream()
                .map(stroke -> new Stroke(reversed(stroke.points())))
                .toList();
        assertSame(drawing, new Drawing(reversed(reversed)));
    }

    @Property(tries = TRIES)
    void aHandsTrembleChangesThePictureOnlyALittle(@ForAll("drawings") Drawing drawing) {
        double tremble = longerSide(drawing) * 1e-4; // less than two thousandths of a pixel
        Drawing trembled = TestInk.map(
                drawing,
                point -> new Point(
                        point.x() + tremble * Math.sin(point.x()), point.y() + tremble * Math.cos(point.y()), 0));

        assertThat(TestInk.largestDifference(image(drawing), image(trembled))).isLessThanOrEqualTo(4);
    }

    @Property(tries = TRIES)
    void theMassIsInTheMiddleUnlessTheInkTouchesTheFrame(@ForAll("drawings") Drawing drawing) {
        DigitImage image = image(drawing);
        double[] centre = TestInk.centreOfMass(image);
        double[] box = inkedBox(drawing);

        if (box[0] > 1e-6 && box[1] < 28 - 1e-6) {
            assertThat(centre[0]).isCloseTo(14, within(0.02));
        }
        if (box[2] > 1e-6 && box[3] < 28 - 1e-6) {
            assertThat(centre[1]).isCloseTo(14, within(0.02));
        }
    }

    @Property(tries = TRIES)
    void theInkedBoxIsTwentyPixelsLongKeepsItsAspectAndLiesInTheFrame(@ForAll("drawings") Drawing drawing) {
        double[] box = inkedBox(drawing);
        double width = box[1] - box[0];
        double height = box[3] - box[2];
        InkBounds bounds = InkBounds.of(drawing).orElseThrow();

        assertThat(Math.max(width, height)).isCloseTo(20, within(1e-9));
        assertThat((width - 2.3) * bounds.height()).isCloseTo((height - 2.3) * bounds.width(), within(1e-6));
        assertThat(box[0]).isGreaterThan(-1e-9);
        assertThat(box[2]).isGreaterThan(-1e-9);
        assertThat(box[1]).isLessThan(28 + 1e-9);
        assertThat(box[3]).isLessThan(28 + 1e-9);
    }

    @Property(tries = TRIES)
    void theSameInkGivesTheSameBits(@ForAll("drawings") Drawing drawing) {
        assertThat(image(drawing))
                .isEqualTo(new InkRasterizer().rasterize(drawing).image());
    }

    @Provide
    Arbitrary<Drawing> drawings() {
        Arbitrary<Double> coordinate = Arbitraries.doubles().between(0, 400).ofScale(3);
        Arbitrary<Point> point = Combinators.combine(coordinate, coordinate).as((x, y) -> new Point(x, y, 0));
        Arbitrary<Stroke> stroke = point.list().ofMinSize(1).ofMaxSize(14).map(Stroke::new);
        return stroke.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Drawing::new)
                // A drawing below the resolution of the moved coordinates is another drawing after the move.
                .filter(drawing -> longerSide(drawing) >= 1);
    }

    private void assertSame(Drawing drawing, Drawing changed) {
        assertThat(TestInk.largestDifference(image(drawing), image(changed))).isLessThanOrEqualTo(1);
    }

    private DigitImage image(Drawing drawing) {
        return rasterizer.rasterize(drawing).image();
    }

    /** Left, right, top and bottom of the ink in image pixels, by the placement. */
    private double[] inkedBox(Drawing drawing) {
        InkBounds bounds = InkBounds.of(drawing).orElseThrow();
        Placement placement = rasterizer.rasterize(drawing).placement().orElseThrow();
        double half = placement.strokeWidthPx() / 2;
        return new double[] {
            placement.toImageX(bounds.minX()) - half,
            placement.toImageX(bounds.maxX()) + half,
            placement.toImageY(bounds.minY()) - half,
            placement.toImageY(bounds.maxY()) + half
        };
    }

    private static double longerSide(Drawing drawing) {
        InkBounds bounds = InkBounds.of(drawing).orElseThrow();
        return Math.max(bounds.width(), bounds.height());
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new java.util.ArrayList<>(list);
        java.util.Collections.reverse(reversed);
        return reversed;
    }
}
