package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javax.xml.parsers.DocumentBuilderFactory;
import org.digitscope.image.PictureReader;
import org.digitscope.ink.Drawing;
import org.digitscope.state.SavedState;
import org.digitscope.state.StateFile;
import org.digitscope.state.UsedModel;
import org.digitscope.ui.window.ExportMenu.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportTest extends WindowTest {
    @TempDir
    Path files;

    @Test
    void savedStateOpensAgainWithItsInkAndView() {
        person.drawSeven();
        Drawing drawn = ink();
        person.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        person.press(KeyCode.CONTROL, KeyCode.T);
        Path file = files.resolve("moment.digitscope");
        Fx.run(() -> open.window().saveState(file));
        assertThat(person.awaitNotice()).isEqualTo("Saved as " + file);
        person.press(KeyCode.DELETE);
        person.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        person.press(KeyCode.CONTROL, KeyCode.T);
        Drop.files(person.find("#pad"), file);
        Fx.await("the ink", () -> session().committedProperty().get().equals(drawn));
        assertThat(isOn("#tab-explain")).isTrue();
        assertThat(isOn("#show-timeline")).isTrue();
    }

    @Test
    void stateOfAModelThatIsNotThereOpensTheInkAndSaysSo() throws IOException {
        person.drawSeven();
        Path file = files.resolve("moment.digitscope");
        Fx.run(() -> open.window().saveState(file));
        person.awaitNotice();
        person.dismissNotice();
        SavedState saved = StateFile.read(file);
        Path gone = files.resolve("gone.zip");
        StateFile.write(
                file,
                new SavedState(
                        saved.ink(),
                        Optional.empty(),
                        Optional.of(new UsedModel("gone", Optional.of(gone), Optional.empty())),
                        saved.view()));
        person.press(KeyCode.DELETE);
        Drop.files(person.find("#pad"), file);
        assertThat(person.awaitNotice())
                .startsWith(file + " was read by the model " + gone)
                .contains("not there");
        assertThat(ink()).isEqualTo(saved.ink());
    }

    @Test
    void partsAreSavedAsPicturesAndDrawings() throws IOException {
        person.drawSeven();
        person.awaitAnswer("7");
        for (Part part : Part.values()) {
            for (String ending : new String[] {".png", ".svg"}) {
                Path file = files.resolve(part + ending);
                Fx.run(() -> open.window().export(part, file));
                assertThat(person.awaitNotice()).isEqualTo("Saved as " + file);
                person.dismissNotice();
            }
            assertThat(PictureReader.read(files.resolve(part + ".png")).width()).isGreaterThan(200);
            assertThat(Files.readString(files.resolve(part + ".svg")))
                    .startsWith("<svg ")
                    .endsWith("</svg>\n");
        }
        assertThat(Files.readString(files.resolve("PAD.svg"))).contains("<path d=\"M", "stroke-width=\"14.00\"");
        assertThat(Files.readString(files.resolve("SEEN.svg"))).contains("<rect x=");
        assertThat(Files.readString(files.resolve("ANSWER.svg"))).contains(">7</text><rect");
        assertThat(Files.readString(files.resolve("WINDOW.svg")))
                .as("words as words, signs and edges as shapes, maps as pictures")
                .contains(">Look inside</text>", "<path d=\"M", "<rect x=", "data:image/png;base64,");
        assertThat(Files.readString(files.resolve("MIDDLE.svg"))).contains(">Kernels</text>");
        for (Part part : Part.values()) {
            assertThatCode(() -> DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(files.resolve(part + ".svg").toFile()))
                    .doesNotThrowAnyException();
        }
    }

    private boolean isOn(String button) {
        return Fx.get(() -> ((ToggleButton) person.find(button)).isSelected());
    }
}
