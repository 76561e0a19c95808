package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.value.ChangeListener;
import javafx.scene.input.KeyCode;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.junit.jupiter.api.Test;

final class EditingTest extends WindowTest {
    @Test
    void undoAndRedoByKeyboard() {
        Drawing two = drawTwoLines();
        person.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(ink().strokes()).containsExactly(two.strokes().get(0));
        person.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(ink()).isEqualTo(two);
        person.press(KeyCode.CONTROL, KeyCode.Z);
        person.press(KeyCode.CONTROL, KeyCode.Y);
        assertThat(ink()).isEqualTo(two);
    }

    @Test
    void undoAndRedoByButtons() {
        Drawing two = drawTwoLines();
        person.click("#undo");
        person.click("#undo");
        assertThat(ink().isEmpty()).isTrue();
        person.awaitAnswer(" ");
        person.click("#redo");
        person.click("#redo");
        assertThat(ink()).isEqualTo(two);
    }

    @Test
    void eraserToolTakesJustTheStrokeThatItTouches() {
        Drawing two = drawTwoLines();
        person.click("#eraser");
        person.draw(100, 30, 100, 100);
        assertThat(ink().strokes()).containsExactly(two.strokes().get(1));
        person.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(ink()).isEqualTo(two);
        person.press(KeyCode.P);
        person.draw(40, 140, 240, 140);
        assertThat(ink().strokes()).hasSize(3);
        person.press(KeyCode.E);
        person.draw(140, 120, 140, 160);
        assertThat(ink()).isEqualTo(two);
    }

    @Test
    void rightButtonErasesWithThePen() {
        Drawing two = drawTwoLines();
        person.rub(180, 180, 180, 240);
        assertThat(ink().strokes()).containsExactly(two.strokes().get(0));
    }

    @Test
    void clearCanBeUndone() {
        Drawing two = drawTwoLines();
        person.click("#clear");
        assertThat(ink().isEmpty()).isTrue();
        assertThat(person.sees(".pad-invitation")).isTrue();
        person.click("#undo");
        assertThat(ink()).isEqualTo(two);
        person.press(KeyCode.DELETE);
        assertThat(ink().isEmpty()).isTrue();
        person.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(ink()).isEqualTo(two);
    }

    @Test
    void strokeThatLeavesThePadEndsAtTheEdgeAndComesBackAsAnother() {
        person.penDown(200, 180);
        person.penTo(200, 180, 330, 180, 330, 60, 200, 60);
        person.penUp();
        assertThat(ink().strokes()).hasSize(2);
        List<Point> out = ink().strokes().get(0).points();
        List<Point> back = ink().strokes().get(1).points();
        assertThat(out.get(out.size() - 1).x()).isCloseTo(280, within(1e-9));
        assertThat(out.get(out.size() - 1).y()).isCloseTo(180, within(1.5));
        assertThat(back.get(0).x()).isCloseTo(280, within(1e-9));
        assertThat(back.get(0).y()).isCloseTo(60, within(1.5));
        assertThat(ink().strokes())
                .allSatisfy(stroke -> assertThat(stroke.points()).allSatisfy(point -> {
                    assertThat(point.x()).isBetween(0.0, 280.0);
                    assertThat(point.y()).isBetween(0.0, 280.0);
                }));
        person.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(ink().strokes()).hasSize(1);
    }

    @Test
    void replayEndsWithTheSameDrawing() {
        Drawing two = drawTwoLines();
        AtomicInteger fewestPoints = new AtomicInteger(Integer.MAX_VALUE);
        ChangeListener<Drawing> watch =
                (property, before, shown) -> fewestPoints.accumulateAndGet(shown.pointCount(), Math::min);
        Fx.run(() -> session().drawingProperty().addListener(watch));
        person.press(KeyCode.CONTROL, KeyCode.R);
        // A robot draws so fast that the replay may be over before anybody looks.
        Fx.await("the replay to begin", () -> fewestPoints.get() < two.pointCount());
        Fx.await(
                "the replay to end",
                () -> !open.window().pad().replayingProperty().get());
        Fx.run(() -> session().drawingProperty().removeListener(watch));
        assertThat(ink()).isEqualTo(two);
        assertThat(reading().subject()).isEqualTo(new org.digitscope.live.Subject.Ink(two));
    }

    private Drawing drawTwoLines() {
        person.draw(40, 60, 240, 60);
        person.draw(40, 210, 240, 210);
        assertThat(ink().strokes()).hasSize(2);
        return ink();
    }
}
