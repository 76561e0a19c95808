package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.digitscope.ui.session.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LessonTest extends WindowTest {
    private static final int STILL_LOOKS = 40;
    private static final String[] TARGETS = {
        "#pad", "#seen", "#layer-0", "#layer-0", "#layer-1", "#layer-5", "#explain", "#model"
    };

    @BeforeEach
    void begin() {
        Fx.run(() -> {
            open.stage().setWidth(1280);
            open.stage().setHeight(800);
        });
        person.chooseFromHelp("menu-anew");
        Fx.await("the first step", () -> person.sees("#lesson-card"));
    }

    @AfterEach
    void leave() {
        if (person.sees("#panel")) {
            person.click("#close-panel");
        }
        if (person.sees("#lesson-card")) {
            clickWhenStill("#lesson-end");
        }
        person.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "960, 640"})
    void pointsAtWhatIsReallyThereStepByStepWithoutHidingIt(double width, double height) {
        Fx.run(() -> {
            open.stage().setWidth(width);
            open.stage().setHeight(height);
        });
        person.drawSeven();
        for (int step = 1; step <= 8; step++) {
            assertThat(person.read("#lesson-place")).isEqualTo("Step " + step + " of 8");
            Node target = person.find(TARGETS[step - 1]);
            assertThat(Person.isShown(target)).as(TARGETS[step - 1]).isTrue();
            Bounds aim = onScreen(target);
            Fx.await(
                    "the outline of step " + step,
                    () -> onScreen(person.find("#lesson-outline")).contains(shrunk(onScreen(target))));
            Bounds card = onScreen(person.find("#lesson-card"));
            assertThat(card.intersects(aim))
                    .as("card over the target of step " + step)
                    .isFalse();
            assertThat(card.intersects(shrunk(onScreen(person.find("#pad")))))
                    .as("card over the pad in step " + step)
                    .isFalse();
            assertThat(onScreen(open.scene().getRoot()).contains(card))
                    .as("card of step " + step + " in the window")
                    .isTrue();
            person.press(step % 2 == 0 ? KeyCode.RIGHT : KeyCode.ENTER);
        }
        assertThat(person.sees("#lesson")).isFalse();
    }

    @Test
    void pointsAtWhatIsThereInThePresentationToo() {
        person.drawSeven();
        person.press(KeyCode.F11);
        try {
            for (int step = 1; step <= 7; step++) {
                assertThat(person.read("#lesson-place")).isEqualTo("Step " + step + " of 8");
                Node target = person.find(TARGETS[step - 1]);
                Fx.await("the target of step " + step, () -> Person.isShown(target));
                Fx.await(
                        "the outline of step " + step,
                        () -> person.sees("#lesson-outline")
                                && onScreen(person.find("#lesson-outline")).contains(shrunk(onScreen(target))));
                assertThat(person.sees("#present-foot")).isTrue();
                person.press(KeyCode.ENTER);
            }
            assertThat(person.sees("#present-foot"))
                    .as("the bar with the models is not there")
                    .isFalse();
            assertThat(Person.isShown(person.find("#model"))).isTrue();
        } finally {
            if (person.sees("#present-foot")) {
                person.press(KeyCode.F11);
            }
        }
    }

    @Test
    void goesBackAndSkipsAndIsLeftWithEscape() {
        clickWhenStill("#lesson-next");
        clickWhenStill("#lesson-skip");
        assertThat(person.read("#lesson-place")).isEqualTo("Step 3 of 8");

        person.press(KeyCode.LEFT);
        assertThat(person.read("#lesson-place")).isEqualTo("Step 2 of 8");
        clickWhenStill("#lesson-back");
        assertThat(person.read("#lesson-place")).isEqualTo("Step 1 of 8");

        person.press(KeyCode.ESCAPE);

        assertThat(person.sees("#lesson-card")).isFalse();
        assertThat(person.sees("#lesson-outline")).isFalse();
    }

    @Test
    void goesOnWhereItWasLeft() {
        for (int i = 0; i < 3; i++) {
            person.press(KeyCode.ENTER);
        }
        clickWhenStill("#lesson-end");
        Path settings = open.folder().resolve("settings.json");
        Fx.await("the settings", () -> Settings.read(settings).lessonStep() == 3);

        person.chooseFromMenu("#help", "menu-lesson");

        assertThat(person.read("#lesson-place")).isEqualTo("Step 4 of 8");
        assertThat(lessonItem()).isEqualTo("Go on with the lesson (step 4)");
    }

    @Test
    void drawingADigitTicksTheFirstStepAndThePadWorksMeanwhile() {
        assertThat(isTicked()).isFalse();

        person.drawSeven();

        person.awaitAnswer("7");
        Fx.await("the tick", this::isTicked);
        assertThat(person.sees("#lesson-skip")).isFalse();
        person.press(KeyCode.ENTER);
        assertThat(isTicked()).isFalse();
    }

    @Test
    void aSmallDigitTicksTheSecondAndABarThroughASevenTheThird() {
        person.press(KeyCode.ENTER);
        person.drawSeven();
        assertThat(isTicked()).isFalse();
        person.press(KeyCode.DELETE);
        person.draw(20, 20, 60, 20, 35, 70);
        Fx.await("the tick of the small digit", this::isTicked);

        person.press(KeyCode.ENTER);
        person.press(KeyCode.DELETE);
        person.drawSeven();
        person.awaitAnswer("7");
        assertThat(isTicked()).isFalse();
        person.draw(120, 150, 205, 150);

        Fx.await("the tick of the bar", this::isTicked);
    }

    @Test
    void pointingAtATileTicksReluAndPooling() {
        person.drawSeven();
        reading();
        for (int i = 0; i < 3; i++) {
            person.press(KeyCode.ENTER);
        }
        assertThat(isTicked()).isFalse();
        person.point(person.find("#tiles-0"), 6, 6);
        Fx.await("the tick of ReLU", this::isTicked);

        person.point(person.find("#status"), 500, 10);
        person.press(KeyCode.ENTER);
        assertThat(isTicked()).isFalse();
        person.point(person.find("#tiles-1"), 6, 6);
        Fx.await("the tick of pooling", this::isTicked);
        person.point(person.find("#status"), 500, 10);
    }

    @Test
    void anotherMethodTicksTheSeventhAndTheGalleryOpensFromTheLast() {
        person.drawSeven();
        person.awaitAnswer("7");
        for (int i = 0; i < 6; i++) {
            person.press(KeyCode.ENTER);
        }
        assertThat(person.sees("#explain")).isTrue();
        assertThat(isTicked()).isFalse();
        clickWhenStill("#method-occlusion");
        Fx.await("the tick", this::isTicked);

        clickWhenStill("#lesson-next");
        clickWhenStill("#lesson-more");

        Fx.await("the gallery", () -> person.sees("#gallery"));
    }

    @Test
    void theThirdStepShowsTheKernelsAndGoesBackToTheMaps() {
        person.press(KeyCode.ENTER);
        person.press(KeyCode.ENTER);

        clickWhenStill("#lesson-more");

        assertThat(person.sees("#filter-tiles")).isTrue();
        Fx.await(
                "the outline of the filters",
                () -> onScreen(person.find("#lesson-outline"))
                        .contains(shrunk(onScreen(person.find("#filter-tiles")))));

        clickWhenStill("#lesson-more");

        Fx.await("the maps", () -> person.sees("#layer-0") && !person.sees("#filter-tiles"));
    }

    private boolean isTicked() {
        return Fx.get(() -> person.find("#lesson-tick").getStyleClass().contains("lesson-done"));
    }

    private String lessonItem() {
        MenuButton menu = (MenuButton) person.find("#help");
        return Fx.get(() -> menu.getItems().stream()
                .filter(item -> "menu-lesson".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .getText());
    }

    private static Bounds onScreen(Node node) {
        return Fx.get(() -> node.localToScene(node.getLayoutBounds()));
    }

    /** Rounding must not matter. */
    /** The card finds its place when the window is laid out, which may take several frames. */
    private void clickWhenStill(String id) {
        List<Bounds> places = new ArrayList<>();
        Fx.await("stillness of " + id, () -> {
            Bounds now = onScreen(person.find(id));
            places.removeIf(place -> !place.equals(now));
            places.add(now);
            return places.size() > STILL_LOOKS;
        });
        person.click(id);
    }

    private static Bounds shrunk(Bounds bounds) {
        return new javafx.geometry.BoundingBox(
                bounds.getMinX() + 1, bounds.getMinY() + 1, bounds.getWidth() - 2, bounds.getHeight() - 2);
    }
}
