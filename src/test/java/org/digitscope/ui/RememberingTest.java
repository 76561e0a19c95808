package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.ui.session.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one window leaves for the next. */
final class RememberingTest {
    @TempDir
    Path folder;

    @TempDir
    Path other;

    @BeforeEach
    void start() {
        Fx.start();
    }

    @AfterEach
    void nothingFailedOnTheJavaFxThread() {
        assertThat(Fx.takeUncaught()).isEmpty();
    }

    @Test
    void themePenAndRecentFilesAreThereAgain() throws IOException {
        Path ink = other.resolve("my digit.ndjson");
        InkFiles.save(ink, List.of(InkRecord.of(line())));
        OpenWindow first = OpenWindow.open(folder, new Dl4jModels());
        Person person = new Person(first);
        assertThat(brightness(person)).isGreaterThan(0.9);
        person.press(KeyCode.CONTROL, KeyCode.D);
        assertThat(brightness(person)).isLessThan(0.2);
        person.press(KeyCode.CLOSE_BRACKET);
        Drop.files(person.find("#pad"), ink);
        Fx.await(
                "the ink",
                () -> !first.window().session().drawingProperty().get().isEmpty());
        first.close();
        Settings kept = Settings.read(folder.resolve("settings.json"));
        assertThat(kept.appearance().dark()).isTrue();
        assertThat(kept.penWidth()).isEqualTo(16);
        assertThat(kept.recentFiles()).containsExactly(ink);

        OpenWindow second = OpenWindow.open(folder, new Dl4jModels());
        Person again = new Person(second);
        assertThat(brightness(again)).isLessThan(0.2);
        assertThat(Fx.get(() -> second.window().pad().penWidthProperty().get())).isEqualTo(16);
        assertThat(second.window().session().drawingProperty().get().isEmpty()).isTrue();
        SplitMenuButton button = (SplitMenuButton) again.find("#open");
        Fx.run(button::show);
        List<MenuItem> items = Fx.get(() -> List.copyOf(button.getItems()));
        assertThat(items).extracting(MenuItem::getText).containsExactly("my digit.ndjson", null, "Clear this list");
        Fx.run(() -> {
            button.hide();
            items.get(0).fire();
        });
        Fx.await(
                "the ink",
                () -> second.window().session().drawingProperty().get().equals(line()));
        again.click("#theme");
        assertThat(brightness(again)).isGreaterThan(0.9);
        second.close();
        assertThat(Settings.read(folder.resolve("settings.json")).appearance().dark())
                .isFalse();
    }

    @Test
    void damagedSettingsAreNoReasonNotToStart() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"dark\": tru");
        OpenWindow open = OpenWindow.open(folder, new Dl4jModels()).awaitAnswer();
        Person person = new Person(open);
        assertThat(brightness(person)).isGreaterThan(0.9);
        assertThat(Fx.get(() -> open.scene().getWidth())).isEqualTo(1280);
        assertThat(person.isTold()).isFalse();
        open.close();
        assertThat(Settings.read(folder.resolve("settings.json")).windowWidth()).isEqualTo(1280);
    }

    @Test
    void windowIsAsLargeAsItWasWhenItWasClosed() throws IOException {
        Path settings = folder.resolve("settings.json");
        Settings.initial().withWindow(1000, 700).write(settings);
        OpenWindow open = OpenWindow.open(folder, new Dl4jModels());
        assertThat(Fx.get(() -> open.scene().getWidth())).isEqualTo(1000);
        assertThat(Fx.get(() -> open.scene().getHeight())).isEqualTo(700);
        Files.delete(settings);
        open.close();
        assertThat(Settings.read(settings)).isEqualTo(Settings.initial().withWindow(1000, 700));
    }

    @Test
    void drawingComesBackAfterACrashAndNotAfterClosingInOrder() throws IOException {
        OpenWindow crashed = OpenWindow.open(folder, new Dl4jModels());
        Person person = new Person(crashed);
        person.drawSeven();
        person.drawOne();
        Drawing drawn =
                Fx.get(() -> crashed.window().session().drawingProperty().get());
        Path autosave = folder.resolve("autosave.ndjson");
        Fx.await("the autosave", () -> isKept(autosave, drawn));
        crashed.copyAsAfterAKill(other);
        crashed.close();
        assertThat(autosave).doesNotExist();

        OpenWindow restored = OpenWindow.open(other, new Dl4jModels()).awaitAnswer();
        Person again = new Person(restored);
        assertThat(again.awaitNotice()).isEqualTo(OpenWindow.TEXTS.get("restored"));
        assertThat(Fx.get(() -> restored.window().session().drawingProperty().get()))
                .isEqualTo(drawn);
        again.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(Fx.get(() -> restored.window().session().drawingProperty().get())
                        .isEmpty())
                .isTrue();
        restored.close();
        assertThat(other.resolve("autosave.ndjson")).doesNotExist();

        OpenWindow third = OpenWindow.open(other, new Dl4jModels());
        assertThat(Fx.get(() -> third.window().session().drawingProperty().get())
                        .isEmpty())
                .isTrue();
        assertThat(new Person(third).isTold()).isFalse();
        third.close();
    }

    private static boolean isKept(Path autosave, Drawing drawn) {
        try {
            return Files.exists(autosave)
                    && InkFiles.readAll(autosave).get(0).drawing().equals(drawn);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** How bright the window's ground is, 0 to 1. */
    private static double brightness(Person person) {
        int[] pixels = person.look(".window-root");
        int corner = pixels[pixels.length / 2 + 3];
        return Color.rgb(corner >> 16 & 0xFF, corner >> 8 & 0xFF, corner & 0xFF).getBrightness();
    }

    private static Drawing line() {
        return new Drawing(List.of(new Stroke(List.of(new Point(100, 40, 0), new Point(120, 240, 300)))));
    }
}
