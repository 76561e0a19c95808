package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.digitscope.image.DigitImage;
import org.junit.jupiter.api.Test;

final class DrawingTest extends WindowTest {
    @Test
    void emptyPadInvitesToDrawAndAnswersNothing() {
        assertThat(person.answer()).isBlank();
        assertThat(person.read("#confidence")).isEqualTo(OpenWindow.TEXTS.get("answer.empty"));
        assertThat(person.sees(".pad-invitation")).isTrue();
        for (int digit = 0; digit < 10; digit++) {
            assertThat(person.bar(digit)).isZero();
        }
    }

    @Test
    void readsASevenAOneAndAZero() {
        person.drawSeven();
        person.awaitAnswer("7");
        assertThat(person.awaitBar(7, 0.5)).isGreaterThan(0.5);
        assertThat(person.sees(".pad-invitation")).isFalse();
        clearPad();
        person.drawOne();
        person.awaitAnswer("1");
        assertThat(person.awaitBar(1, 0.5)).isGreaterThan(0.5);
        clearPad();
        person.drawZero();
        person.awaitAnswer("0");
        assertThat(person.awaitBar(0, 0.5)).isGreaterThan(0.5);
        assertThat(person.bar(7)).isLessThan(0.3);
        assertThat(person.percentage(0)).matches("(> )?\\d+\\.\\d%");
    }

    @Test
    void barsMoveWhileThePenIsStillDown() {
        person.penDown(75, 70);
        person.penTo(75, 70, 205, 70);
        double[] early = bars();
        person.penTo(205, 70, 120, 225);
        assertThat(person.awaitBar(7, 0.5)).isGreaterThan(0.5);
        assertThat(bars()).isNotEqualTo(early);
        assertThat(person.answer()).isEqualTo("7");
        assertThat(Fx.get(() -> session().committedProperty().get().isEmpty())).isTrue();
        person.penUp();
        assertThat(Fx.get(() -> session().committedProperty().get().strokes())).hasSize(1);
    }

    @Test
    void whatTheNetworkSeesFollowsThePen() {
        int[] blank = person.look("#seen");
        person.drawOne();
        DigitImage image = reading().inkImage().image();
        int[] drawn = person.look("#seen");
        assertThat(drawn).isNotEqualTo(blank);
        assertThat(image.isBlank()).isFalse();
        person.point(person.find("#seen"), 3, 3);
        assertThat(person.readAll("#seen")).isEqualTo("column 0, row 0: 0 of 255");
    }

    @Test
    void statusTellsTheModelAndTheTimeToTheAnswer() {
        open.awaitSurvey();
        person.drawOne();
        reading();
        assertThat(person.read("#answer-time")).matches("answer in \\d+\\.\\d ms");
        assertThat(person.readAll("#status")).contains("classic · 6 layers · 225,034 parameters");
    }

    @Test
    void penWidthChangesOnlyWhatIsShown() {
        person.drawSeven();
        DigitImage before = reading().inkImage().image();
        double[] bars = bars();
        int[] thin = person.look("#pad");
        int[] seen = person.look("#seen");
        person.press(KeyCode.CLOSE_BRACKET);
        person.press(KeyCode.CLOSE_BRACKET);
        assertThat(inked(person.look("#pad"))).isGreaterThan(inked(thin));
        person.press(KeyCode.OPEN_BRACKET);
        person.press(KeyCode.OPEN_BRACKET);
        assertThat(person.look("#pad")).isEqualTo(thin);
        Node slider = person.find("#pen-width");
        person.click(slider, Fx.get(() -> slider.getLayoutBounds().getWidth()) * 0.9, 8);
        assertThat(inked(person.look("#pad"))).isGreaterThan(inked(thin) * 3 / 2);
        assertThat(reading().inkImage().image()).isEqualTo(before);
        assertThat(person.look("#seen")).isEqualTo(seen);
        assertThat(bars()).isEqualTo(bars);
    }

    private double[] bars() {
        return java.util.stream.IntStream.range(0, 10).mapToDouble(person::bar).toArray();
    }

    /** The number of dark pixels. */
    private static long inked(int[] argb) {
        return Arrays.stream(argb).filter(pixel -> (pixel >> 8 & 0xFF) < 100).count();
    }
}
