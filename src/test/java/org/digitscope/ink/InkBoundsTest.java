package org.digitscope.ink;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class InkBoundsTest {
    @Test
    void spansAllStrokes() {
        Drawing drawing = Inks.drawing(Inks.stroke(3, -4, 10, 2), Inks.stroke(-1, 8));

        assertThat(InkBounds.of(drawing)).contains(new InkBounds(-1, -4, 10, 8));
        assertThat(InkBounds.of(drawing).orElseThrow().width()).isEqualTo(11);
        assertThat(InkBounds.of(drawing).orElseThrow().height()).isEqualTo(12);
    }

    @Test
    void aDotHasNoExtent() {
        assertThat(InkBounds.of(Inks.drawing(Inks.stroke(-5, -6)))).contains(new InkBounds(-5, -6, -5, -6));
    }

    @Test
    void aBlankPadHasNoBounds() {
        assertThat(InkBounds.of(Drawing.empty())).isEmpty();
    }

    @Property
    void holdEveryPoint(@ForAll("drawings") Drawing drawing) {
        for (Stroke stroke : drawing.strokes()) {
            InkBounds bounds = InkBounds.of(drawing).orElseThrow();
            assertThat(stroke.points()).allSatisfy(point -> {
                assertThat(point.x()).isBetween(bounds.minX(), bounds.maxX());
                assertThat(point.y()).isBetween(bounds.minY(), bounds.maxY());
            });
        }
    }

    @Provide
    Arbitrary<Drawing> drawings() {
        return Inks.drawings();
    }
}
