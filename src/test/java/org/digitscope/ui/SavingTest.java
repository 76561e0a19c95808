package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.digitscope.image.Picture;
import org.digitscope.image.PictureReader;
import org.digitscope.ink.Drawing;
import org.digitscope.ui.window.ExportMenu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SavingTest extends WindowTest {
    @TempDir
    Path files;

    @ParameterizedTest
    @ValueSource(strings = {"digit.ndjson", "digit.inkml"})
    void savedInkIsTheSameWhenItIsOpened(String name) {
        person.drawSeven();
        person.drawOne();
        Drawing drawn = ink();
        Path file = files.resolve(name);
        Fx.run(() -> open.window().saveInk(file));
        assertThat(person.awaitNotice()).isEqualTo("Saved as " + file);
        person.press(KeyCode.DELETE);
        Drop.files(person.find("#pad"), file);
        Fx.await("the ink", () -> !session().committedProperty().get().isEmpty());
        assertThat(ink()).isEqualTo(drawn);
    }

    @Test
    void pictureIsTheWholeViewAtTwiceItsSize() throws IOException {
        person.drawSeven();
        person.awaitAnswer("7");
        Path file = files.resolve("view.png");
        Fx.run(() -> open.window().export(ExportMenu.Part.WINDOW, file));
        assertThat(person.awaitNotice()).isEqualTo("Saved as " + file);
        Picture picture = PictureReader.read(file);
        assertThat(picture.width()).isEqualTo((int) (2 * open.scene().getWidth()));
        assertThat(picture.height()).isEqualTo((int) (2 * open.scene().getHeight()));
        long dark = java.util.Arrays.stream(picture.argb())
                .filter(pixel -> (pixel >> 8 & 0xFF) < 60)
                .count();
        assertThat(dark).isGreaterThan(10_000);
    }

    @Test
    void placeThatCannotBeWrittenIsTold() throws IOException {
        person.drawOne();
        Path inTheWay = Files.writeString(files.resolve("file"), "not a folder");
        Path file = inTheWay.resolve("digit.ndjson");
        Fx.run(() -> open.window().saveInk(file));
        assertThat(person.awaitNotice()).startsWith(file.toString());
        person.dismissNotice();
        Path missing = files.resolve("missing/view.png");
        Fx.run(() -> open.window().export(ExportMenu.Part.WINDOW, missing));
        assertThat(person.awaitNotice()).startsWith(missing.toString()).contains("folder");
        assertThat(files.resolve("missing")).doesNotExist();
        assertThat(ink().strokes()).hasSize(1);
        assertThat(Files.readString(inTheWay)).isEqualTo("not a folder");
    }
}
