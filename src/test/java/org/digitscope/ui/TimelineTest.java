package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.digitscope.ink.Drawing;
import org.digitscope.network.WeightEdits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TimelineTest extends WindowTest {
    @Test
    void nobodySeesItUntilItIsAskedFor() {
        assertThat(person.sees("#timeline")).isFalse();

        person.click("#show-timeline");

        assertThat(person.sees("#timeline")).isTrue();
        assertThat(person.sees("#timeline-live")).isTrue();
    }

    @Test
    void goesBackToTheBeginningAndEverythingWithItAndForwardAgain() {
        person.press(KeyCode.CONTROL, KeyCode.T);
        drawSevenInTwoMoments();
        Drawing drawn = drawing();
        int[] seen = person.look("#seen");

        person.click(person.find("#timeline-chart"), 60, 40);
        person.press(KeyCode.HOME);

        Fx.await("the first moment", () -> session().drawingProperty().get().pointCount() < drawn.pointCount());
        assertThat(person.read("#timeline-what")).startsWith("moment 1 of ");
        Fx.await("the reading of it", () -> !java.util.Arrays.equals(seen, person.look("#seen")));
        assertThat(Fx.get(() -> session().committedProperty().get())).isEqualTo(drawn);

        person.press(KeyCode.END);

        Fx.await("now", () -> session().drawingProperty().get().equals(drawn));
        person.awaitAnswer("7");
        assertThat(person.read("#timeline-what")).isEqualTo("now: 7, " + person.percentage(7));
    }

    @Test
    void draggingScrubsThroughTheDrawingAndNowLeadsBack() {
        person.press(KeyCode.CONTROL, KeyCode.T);
        drawSevenInTwoMoments();
        Drawing drawn = drawing();
        Node chart = person.find("#timeline-chart");
        double width = Fx.get(() -> chart.getLayoutBounds().getWidth());
        assertThat(Fx.get(() -> person.find("#timeline-live").isDisabled())).isTrue();

        person.drag(chart, width * 0.5, 40, 1, 40);

        Fx.await("the first moment", () -> person.read("#timeline-what").startsWith("moment 1 of "));
        assertThat(Fx.get(() -> session().drawingProperty().get().pointCount())).isLessThan(drawn.pointCount());

        person.click("#timeline-live");

        Fx.await("now", () -> session().drawingProperty().get().equals(drawn));
        assertThat(person.read("#timeline-what")).startsWith("now: ");
        assertThat(Fx.get(() -> person.find("#timeline-live").isDisabled())).isTrue();
    }

    @Test
    void arrowsGoMomentByMomentAndPageKeysToWhereTheAnswerChanged() {
        person.press(KeyCode.CONTROL, KeyCode.T);
        drawSevenInTwoMoments();
        Fx.run(() -> person.find("#timeline-chart").requestFocus());
        person.press(KeyCode.HOME);
        Fx.await("the first moment", () -> person.read("#timeline-what").startsWith("moment 1 of "));
        String first = answerIn(person.read("#timeline-what"));

        person.press(KeyCode.RIGHT);
        assertThat(person.read("#timeline-what")).startsWith("moment 2 of ");
        person.press(KeyCode.LEFT);
        assertThat(person.read("#timeline-what")).startsWith("moment 1 of ");

        person.press(KeyCode.PAGE_DOWN);
        assertThat(answerIn(person.read("#timeline-what"))).isNotEqualTo(first);
        person.press(KeyCode.PAGE_UP);
        assertThat(answerIn(person.read("#timeline-what"))).isEqualTo(first);
        person.press(KeyCode.ESCAPE);
        assertThat(person.read("#timeline-what")).startsWith("now: 7");
    }

    @Test
    void whereTheAnswerChangedIsMarkedAndAMapIsFollowed() {
        person.press(KeyCode.CONTROL, KeyCode.T);
        int[] empty = person.look("#timeline-chart");
        drawSevenInTwoMoments();
        int[] lines = person.look("#timeline-chart");
        assertThat(lines).isNotEqualTo(empty);
        assertThat(person.sees("#timeline-map")).isFalse();

        Fx.run(() -> person.find("#timeline-layer").requestFocus());
        person.press(KeyCode.DOWN);

        assertThat(person.sees("#timeline-map")).isTrue();
        int[] followed = person.look("#timeline-chart");
        assertThat(followed).isNotEqualTo(lines);
        Fx.run(() -> person.find("#timeline-map").requestFocus());
        person.press(KeyCode.UP);
        assertThat(person.look("#timeline-chart")).as("the next map").isNotEqualTo(followed);
        Fx.run(() -> person.find("#timeline-layer").requestFocus());
        person.press(KeyCode.UP);
        assertThat(person.look("#timeline-chart")).isEqualTo(lines);
    }

    @Test
    void aStrokeThatIsDrawnWhileLookingBackGoesOnFromTheWholeDrawing() {
        person.press(KeyCode.CONTROL, KeyCode.T);
        person.drawSeven();
        person.awaitAnswer("7");
        int strokes = drawing().strokes().size();
        person.click(person.find("#timeline-chart"), 60, 40);
        person.press(KeyCode.HOME);

        person.draw(100, 150, 150, 150);

        Fx.await("a stroke more", () -> drawing().strokes().size() == strokes + 1);
        assertThat(person.read("#timeline-what")).startsWith("now: ");
    }

    @Test
    void hidingItWhileLookingBackShowsTheWholeDrawingAgain() {
        Drawing drawn = drawSevenAndLookBack();

        person.press(KeyCode.CONTROL, KeyCode.T);

        Fx.await("the whole drawing", () -> session().drawingProperty().get().equals(drawn));
        person.awaitAnswer("7");
    }

    @Test
    void anotherModelBeginsANewLineOfTheWholeDrawing() {
        Drawing drawn = drawSevenAndLookBack();

        use("pad");

        Fx.await("the whole drawing", () -> session().drawingProperty().get().equals(drawn));
        Fx.await("its answer", () -> person.read("#timeline-what").startsWith("now: "));
        use("classic");
        Fx.await("the first again", () -> person.read("#timeline-what").startsWith("now: "));
    }

    @Test
    void whatWasUndoneHasNotHappened() {
        person.press(KeyCode.CONTROL, KeyCode.T);
        person.drawSeven();
        person.awaitAnswer("7");
        String seven = person.read("#timeline-what");
        person.draw(60, 60, 220, 220);
        Fx.await("another answer", () -> !person.read("#timeline-what").equals(seven));

        person.press(KeyCode.CONTROL, KeyCode.Z);

        Fx.await("the answer before", () -> person.read("#timeline-what").equals(seven));
        person.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        Fx.await("the other answer again", () -> !person.read("#timeline-what").equals(seven));
    }

    @Test
    void otherWeightsBeginANewLine() {
        Drawing drawn = drawSevenAndLookBack();

        try {
            Fx.run(() -> session().edit(WeightEdits.none().withFilterSilenced(new WeightEdits.Filter(0, 0), true)));

            Fx.await(
                    "the whole drawing", () -> session().drawingProperty().get().equals(drawn));
            Fx.await("its answer", () -> person.read("#timeline-what").startsWith("now: "));
            person.press(KeyCode.HOME);
            assertThat(Fx.get(() -> session().drawingProperty().get())).isEqualTo(drawn);
        } finally {
            Fx.run(() -> session().edit(WeightEdits.none()));
        }
    }

    @Test
    void clearingThePadBeginsANewLine() {
        person.press(KeyCode.CONTROL, KeyCode.T);
        person.drawSeven();
        person.awaitAnswer("7");
        assertThat(person.read("#timeline-what")).isNotBlank();

        person.click("#clear");

        Fx.await("nothing", () -> person.read("#timeline-what").isBlank());
        Node hint = person.find("#timeline");
        assertThat(hint.isVisible()).isTrue();
    }

    @AfterEach
    void hideAgain() {
        if (person.sees("#timeline")) {
            person.press(KeyCode.CONTROL, KeyCode.T);
        }
        assertThat(person.sees("#timeline")).isFalse();
    }

    /** Goes back to the first moment of a seven; the whole of it. */
    private Drawing drawSevenAndLookBack() {
        person.press(KeyCode.CONTROL, KeyCode.T);
        drawSevenInTwoMoments();
        Drawing drawn = drawing();
        person.click(person.find("#timeline-chart"), 60, 40);
        person.press(KeyCode.HOME);
        Fx.await("the first moment", () -> session().drawingProperty().get().pointCount() < drawn.pointCount());
        return drawn;
    }

    /** However busy the machine is, what is between is read, too. */
    private void drawSevenInTwoMoments() {
        person.penDown(75, 70);
        person.penTo(75, 70, 205, 70);
        reading();
        person.penTo(205, 70, 120, 225);
        person.penUp();
        person.awaitAnswer("7");
    }

    /** The digit of a moment, or that there is none. */
    private static String answerIn(String what) {
        return what.replaceAll("^[^:]*: ?", "").replaceAll(",.*$", "");
    }

    private void use(String name) {
        person.click("#model");
        person.clickInPopup(name);
        awaitModel(name);
    }

    private Drawing drawing() {
        return Fx.get(() -> session().committedProperty().get());
    }
}
