package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.ui.session.Appearance;
import org.digitscope.ui.session.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is cut off, whatever the size of the window. */
final class LayoutTest {
    private static final double SLACK = 1.5;
    private static final String SCROLLED = "scrolled: ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"960, 640", "1280, 800", "3840, 2160"})
    void isTidyAtEverySize(double width, double height) throws IOException {
        OpenWindow open = open(width, height);
        try {
            Person person = new Person(open);
            person.drawSeven();
            person.awaitAnswer("7");
            assertTidy(open);
            Bounds pad = Fx.get(() -> person.find("#pad").getLayoutBounds());
            assertThat(pad.getWidth()).isEqualTo(pad.getHeight()).isGreaterThan(height * 0.3);
            person.click(person.find("#tiles-2"), 3, 3);
            assertThat(person.sees("#map-detail")).isTrue();
            assertTidy(open);
            person.point(person.find("#tiles-5"), 3, 3);
            assertThat(person.sees("#map-preview")).isTrue();
            assertTidy(open);
        } finally {
            open.close();
        }
        assertThat(Fx.takeUncaught()).isEmpty();
    }

    @Test
    void isNeverLargerThanTheScreen() throws IOException {
        Fx.start();
        Settings.initial().withWindow(7_000, 5_000).write(folder.resolve("settings.json"));
        OpenWindow open = OpenWindow.open(folder, new Dl4jModels());
        try {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            assertThat(Fx.get(() -> open.scene().getWidth())).isLessThanOrEqualTo(screen.getWidth());
            assertThat(Fx.get(() -> open.scene().getHeight())).isLessThanOrEqualTo(screen.getHeight());
        } finally {
            open.close();
        }
    }

    @Test
    void nothingIsKeptAsAPicture() throws IOException {
        OpenWindow open = open(1280, 800);
        try {
            Person person = new Person(open);
            person.drawSeven();
            person.awaitAnswer("7");
            for (String tab : new String[] {"#tab-explain", "#tab-kernels", "#tab-layers"}) {
                person.click(tab);
                assertThat(Fx.get(() -> kept(open.scene().getRoot())))
                        .as("pictures of all sizes that a window ever had fill the memory")
                        .isEmpty();
            }
        } finally {
            open.close();
        }
        assertThat(Fx.takeUncaught()).isEmpty();
    }

    private static List<Node> kept(Node node) {
        List<Node> kept = new ArrayList<>();
        if (node.isCache()) {
            kept.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> kept.addAll(kept(child)));
        }
        return kept;
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, 1.5, false", "1280, 800, 2, true", "1280, 800, 2, false", "960, 640, 2, false"})
    void isTidyWithLargeType(double width, double height, double scale, boolean leftHanded) throws IOException {
        Settings.initial()
                .withAppearance(Appearance.initial().withTextScale(scale).withLeftHanded(leftHanded))
                .withWindow(width, height)
                .write(folder.resolve("settings.json"));
        Fx.start();
        OpenWindow open = OpenWindow.open(folder, new Dl4jModels()).awaitAnswer();
        try {
            Person person = new Person(open);
            assertRead(open, ".window-root"); // with the invitation to draw
            person.drawSeven();
            person.awaitAnswer("7");
            assertRead(open, ".window-root");
            person.click(person.find("#tiles-0"), 3, 3);
            Node map = person.find("#detail-map");
            assertThat(onScreen(map).getHeight()).isGreaterThan(40);
            assertRead(open, ".window-root");
            person.click("#detail-map");
            assertThat(person.readAll("#map-detail")).contains("column ", "row ");
            assertThat(onScreen(person.find("#detail-value")).getWidth())
                    .as("not letter below letter")
                    .isGreaterThan(100 * scale);
        } finally {
            open.close();
        }
        assertThat(Fx.takeUncaught()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"960, 640, 1", "960, 640, 2", "1280, 800, 2"})
    void whatHelpsAPersonIsReadWhole(double width, double height, double scale) throws IOException {
        OpenWindow open = open(width, height);
        try {
            Person person = new Person(open);
            Fx.run(() -> open.window().use(open.window().appearance().withTextScale(scale)));
            person.drawSeven();
            person.awaitAnswer("7");
            for (String page : List.of("menu-help", "menu-about", "menu-gallery")) {
                person.chooseFromHelp(page);
                if (page.equals("menu-gallery")) {
                    Fx.await(
                            "what both models read",
                            () -> person.readAll("#exhibit-1").contains("(pad)"));
                }
                assertRead(open, "#panel");
                person.click("#close-panel");
            }
            person.chooseFromHelp("menu-anew");
            Fx.await("the lesson", () -> person.sees("#lesson-card"));
            for (int step = 1; step <= 8; step++) {
                assertThat(person.read("#lesson-place")).isEqualTo("Step " + step + " of 8");
                assertRead(open, "#lesson-card");
                person.press(KeyCode.RIGHT);
            }
        } finally {
            open.close();
        }
        assertThat(Fx.takeUncaught()).isEmpty();
    }

    /** No text in a part of the window is cut off, and what cannot be scrolled to is in the window. */
    private static void assertRead(OpenWindow open, String query) {
        List<String> outside = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        Person person = new Person(open);
        person.layOut();
        Node part = person.find(query);
        Fx.run(() -> look(part, open.scene().getWidth(), open.scene().getHeight(), outside, cut));
        outside.removeIf(node -> node.contains(SCROLLED));
        assertThat(outside).as("reaches beyond the window").isEmpty();
        assertThat(cut).as("is cut off").isEmpty();
    }

    @Test
    void longSentencesAreReadWholeInASmallWindow() throws IOException {
        OpenWindow open = open(960, 640);
        try {
            Person person = new Person(open);
            Path file = Path.of("/a/folder/with/a/long/name/that/goes/on/for/some/time/and/on/and/a/file/in/it.zip");
            Drop.files(person.find("#pad"), file);
            String sentence = person.awaitNotice();
            Fx.pause(600); // the bar rises
            assertThat(person.readAll(".notification-bar")).isEqualTo(sentence);
            assertTidy(open);
        } finally {
            open.close();
        }
    }

    @Test
    void theAnswerIsNotCutOffAtItsHeadWhereThereIsTooLittleRoom() throws IOException {
        OpenWindow open = open(960, 640);
        try {
            Person person = new Person(open);
            Fx.run(() -> open.window().use(open.window().appearance().withTextScale(2)));
            person.press(KeyCode.CONTROL, KeyCode.T);
            person.drawSeven();
            person.awaitAnswer("7");
            person.layOut();
            Node answer = person.find("#answer");
            Node pad = person.find("#pad");
            assertThat(Fx.get(
                            () -> answer.localToScene(answer.getLayoutBounds()).getMinY()))
                    .isGreaterThanOrEqualTo(
                            Fx.get(() -> pad.localToScene(pad.getLayoutBounds()).getMinY()) - 1);
        } finally {
            open.close();
        }
    }

    @Test
    void everyBarIsSeenAndNothingLiesOverTheAnswerWithTheLargestTypeInTheSmallestWindow() throws IOException {
        OpenWindow open = open(960, 640);
        try {
            Person person = new Person(open);
            Fx.run(() -> open.window().use(open.window().appearance().withTextScale(2)));
            person.drawSeven();
            person.awaitAnswer("7");
            person.layOut();
            Bounds answer = onScreen(person.find("#answer"));
            Bounds status = onScreen(person.find("#status"));
            for (int digit = 0; digit < 10; digit++) {
                assertThat(onScreen(person.find("#bar-" + digit)).getMaxY())
                        .as("bar " + digit)
                        .isLessThanOrEqualTo(status.getMinY());
            }
            for (String button : List.of("#tab-layers", "#tab-explain", "#tab-kernels", "#show-timeline")) {
                assertThat(onScreen(person.find(button)).intersects(answer))
                        .as(button)
                        .isFalse();
            }
        } finally {
            open.close();
        }
    }

    private static Bounds onScreen(Node node) {
        return Fx.get(() -> node.localToScene(node.getLayoutBounds()));
    }

    /** A window as large as the one before it was. */
    private OpenWindow open(double width, double height) throws IOException {
        Fx.start();
        Settings.initial().withWindow(width, height).write(folder.resolve("settings.json"));
        OpenWindow open = OpenWindow.open(folder, new Dl4jModels()).awaitAnswer();
        assertThat(open.scene().getWidth()).isEqualTo(width);
        assertThat(open.scene().getHeight()).isEqualTo(height);
        return open;
    }

    private static void assertTidy(OpenWindow open) {
        List<String> outside = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        Parent root = open.scene().getRoot();
        Fx.run(() -> {
            // Style and layout follow each other when type changes its size.
            for (int i = 0; i < 3; i++) {
                root.applyCss();
                root.layout();
            }
            look(root, open.scene().getWidth(), open.scene().getHeight(), outside, cut);
        });
        assertThat(outside).as("reaches beyond the window").isEmpty();
        assertThat(cut).as("is cut off").isEmpty();
    }

    private static boolean isScrolled(Node node) {
        Node part = node.getParent();
        while (part != null && !part.getStyleClass().contains("viewport")) {
            part = part.getParent();
        }
        return part != null;
    }

    private static void look(Node node, double width, double height, List<String> outside, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        boolean beyond = bounds.getMinX() < -SLACK
                || bounds.getMinY() < -SLACK
                || bounds.getMaxX() > width + SLACK
                || bounds.getMaxY() > height + SLACK;
        if (beyond && bounds.getWidth() > 0 && bounds.getHeight() > 0) {
            outside.add((isScrolled(node) ? SCROLLED : "") + node + " " + bounds);
        }
        if (node instanceof Labeled labeled && !labeled.getText().isBlank()) {
            labeled.getChildrenUnmodifiable().stream()
                    .filter(part -> part instanceof Text && part.getStyleClass().contains("text"))
                    .map(part -> ((Text) part).getText())
                    .filter(shown -> !shown.equals(labeled.getText()))
                    .forEach(shown -> cut.add(labeled.getText() + " → " + shown));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, width, height, outside, cut));
        }
    }
}
