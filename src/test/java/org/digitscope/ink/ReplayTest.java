package org.digitscope.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Point A = new Point(0, 0, 100);
    private static final Point B = new Point(10, 0, 120);
    private static final Point C = new Point(20, 0, 140);
    private static final Point D = new Point(5, 5, 300);
    private static final Drawing DRAWING = new Drawing(List.of(new Stroke(List.of(A, B, C)), new Stroke(List.of(D))));

    @Test
    void isBlankBeforeTheFirstPoint() {
        assertThat(Replay.at(DRAWING, 99.9)).isEqualTo(Drawing.empty());
    }

    @Test
    void cutsTheStrokeInProgress() {
        assertThat(Replay.at(DRAWING, 120)).isEqualTo(new Drawing(List.of(new Stroke(List.of(A, B)))));
        assertThat(Replay.at(DRAWING, 139)).isEqualTo(new Drawing(List.of(new Stroke(List.of(A, B)))));
    }

    @Test
    void showsNothingNewBetweenTwoStrokes() {
        assertThat(Replay.at(DRAWING, 200)).isEqualTo(new Drawing(List.of(new Stroke(List.of(A, B, C)))));
    }

    @Test
    void startsWithTheEarliestPoint() {
        assertThat(Replay.startMillis(DRAWING)).isEqualTo(100);
        assertThat(Replay.startMillis(Drawing.empty())).isZero();
    }

    @Property
    void endsWithTheWholeDrawing(@ForAll("drawings") Drawing drawing) {
        assertThat(Replay.at(drawing, drawing.endMillis())).isEqualTo(drawing);
    }

    @Property
    void neverTakesInkBackNorShowsLaterPoints(
            @ForAll("drawings") Drawing drawing,
            @ForAll @DoubleRange(max = 1e6) double millis,
            @ForAll @DoubleRange(max = 1e6) double more) {
        Drawing now = Replay.at(drawing, millis);

        assertThat(Replay.at(drawing, millis + more).pointCount()).isGreaterThanOrEqualTo(now.pointCount());
        assertThat(now.endMillis()).isLessThanOrEqualTo(millis);
    }

    @Provide
    Arbitrary<Drawing> drawings() {
        return Inks.drawings();
    }
}
