package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.digitscope.live.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The window in front of an audience. */
final class PresentationTest extends WindowTest {
    @Test
    void showsPadAnswerAndOnePictureOnTheWholeScreenAndNothingElse() {
        double before = type("#bar-7");

        person.press(KeyCode.F11);
        person.press(KeyCode.DIGIT1);

        assertThat(Fx.get(() -> open.stage().isFullScreen())).isTrue();
        for (String gone : List.of("#model", "#status", "#pad-tools", "#tab-layers", "#timeline", "#show-timeline")) {
            assertThat(person.sees(gone)).as(gone).isFalse();
        }
        for (String there : List.of("#pad", "#answer", "#bar-7", "#seen", "#present-hint")) {
            assertThat(person.sees(there)).as(there).isTrue();
        }
        assertThat(person.sees("#layers")).isFalse();
        assertThat(type("#bar-7")).isGreaterThan(1.8 * before);
        assertThat(Fx.get(() -> person.find(".window-root").getStyleClass())).contains("high-contrast");
    }

    @Test
    void keysChooseThePicture() {
        person.press(KeyCode.F11);

        List<String> pictures = List.of("#seen", "#layers", "#explain", "#kernels");
        List<KeyCode> keys = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);
        for (int chosen = pictures.size() - 1; chosen >= 0; chosen--) {
            person.press(keys.get(chosen));
            for (int other = 0; other < pictures.size(); other++) {
                assertThat(person.sees(pictures.get(other)))
                        .as(pictures.get(other) + " after key " + (chosen + 1))
                        .isEqualTo(other == chosen);
            }
        }
        person.click("#present-explain");
        assertThat(person.sees("#explain")).isTrue();
    }

    @Test
    void allLayersAreSeenWithoutScrolling() {
        chooseModel("pad");
        person.drawSeven();
        person.awaitAnswer("7");
        person.press(KeyCode.F11);
        person.press(KeyCode.DIGIT2);
        // The screen of the tests is larger than a projector's.
        Fx.run(() -> ((Region) person.find("#layers")).setMaxWidth(700));
        assertAllSeen(8);
        assertThat(bounds("#layer-7").getMinY())
                .isGreaterThan(bounds("#layer-0").getMaxY());

        Fx.run(person.find("#tiles-3")::requestFocus);
        person.press(KeyCode.ENTER);
        assertThat(person.sees("#map-detail")).isTrue();
        assertAllSeen(8);
        person.press(KeyCode.ESCAPE);

        person.press(KeyCode.ESCAPE);
        Fx.run(() -> ((Region) person.find("#layers")).setMaxWidth(Region.USE_COMPUTED_SIZE));
        Fx.await(
                "the columns side by side again",
                () -> bounds("#layer-7").getMinY() == bounds("#layer-0").getMinY());
        chooseModel("classic");
    }

    private void chooseModel(String name) {
        person.click("#model");
        person.clickInPopup(name);
        awaitModel(name);
    }

    /** Each within the view, with all its tiles, and none over another. */
    private void assertAllSeen(int layers) {
        Fx.run(() -> {
            open.scene().getRoot().applyCss();
            open.scene().getRoot().layout();
        });
        Bounds view = bounds("#layers .scroll-pane");
        for (int layer = 0; layer < layers; layer++) {
            Bounds column = bounds("#layer-" + layer);
            assertThat(view.contains(column))
                    .as("layer %d %s in %s", layer, column, view)
                    .isTrue();
            assertThat(column.contains(bounds("#tiles-" + layer)))
                    .as("tiles of layer %d", layer)
                    .isTrue();
            assertThat(bounds("#tiles-" + layer).getHeight())
                    .as("tiles of layer %d", layer)
                    .isGreaterThan(60);
            for (int other = 0; other < layer; other++) {
                assertThat(column.intersects(bounds("#layer-" + other)))
                        .as("%d over %d", layer, other)
                        .isFalse();
            }
        }
    }

    private Bounds bounds(String query) {
        Node node = person.find(query);
        return Fx.get(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void everythingIsAsBeforeAfterEscape() {
        person.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        person.press(KeyCode.CONTROL, KeyCode.T);
        person.layOut();
        double before = type("#bar-7");
        double pad = Fx.get(() -> person.find("#pad").getLayoutBounds().getWidth());

        person.click("#present");
        person.press(KeyCode.DIGIT2);
        person.press(KeyCode.ESCAPE);

        assertThat(Fx.get(() -> open.stage().isFullScreen())).isFalse();
        for (String there :
                List.of("#model", "#status", "#pad-tools", "#tab-layers", "#timeline", "#kernels", "#seen")) {
            assertThat(person.sees(there)).as(there).isTrue();
        }
        assertThat(person.sees("#present-foot")).isFalse();
        assertThat(type("#bar-7")).isEqualTo(before);
        Fx.await(
                "the window as large as before",
                () -> person.find("#pad").getLayoutBounds().getWidth() == pad);
        assertThat(Fx.get(() -> person.find(".window-root").getStyleClass())).doesNotContain("high-contrast");
        person.press(KeyCode.CONTROL, KeyCode.T);
        person.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    @Test
    void inkLooksThickerAndIsReadTheSame() {
        person.drawSeven();
        Reading before = reading();
        double inked = inked();
        double width = Fx.get(() -> open.window().pad().penWidthProperty().get());

        person.press(KeyCode.F11);

        assertThat(inked()).isGreaterThan(1.2 * inked);
        assertThat(reading().inkImage().image()).isEqualTo(before.inkImage().image());
        assertThat(Fx.get(() -> open.window().pad().penWidthProperty().get())).isEqualTo(width);
        person.drawOne();
        person.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(reading().inkImage().image()).isEqualTo(before.inkImage().image());
    }

    @AfterEach
    void leave() {
        if (person.sees("#present-foot")) {
            person.press(KeyCode.ESCAPE);
        }
        Fx.await("the ordinary window", () -> !open.stage().isFullScreen());
    }

    private double type(String row) {
        return Fx.get(() -> {
            open.scene().getRoot().applyCss();
            return ((Labeled) person.find(row).lookup(".label")).getFont().getSize();
        });
    }

    /** The share of the pad that is nearly black. */
    private double inked() {
        Fx.run(() -> open.scene().getRoot().layout());
        int[] pixels = person.look("#pad");
        return (double) java.util.Arrays.stream(pixels)
                        .filter(argb -> argb >>> 24 == 0xFF && (argb & 0xFF) < 0x60 && (argb >> 16 & 0xFF) < 0x40)
                        .count()
                / pixels.length;
    }
}
