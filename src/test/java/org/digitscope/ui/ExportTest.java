package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.digitscope.image.PictureReader;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.state.SavedState;
import org.digitscope.state.StateFile;
import org.digitscope.state.UsedModel;
import org.digitscope.ui.window.ExportMenu.Part;
import org.junit.jupiter.api.AfterEach;
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
        showTimeline();
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

    /** White type on the white that a picture has without a ground is no picture. */
    @Test
    void partsLieOnTheirGroundInTheDarkThemeToo() throws IOException {
        person.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        person.press(KeyCode.CONTROL, KeyCode.D);
        try {
            person.drawSeven();
            person.awaitAnswer("7");
            showTimeline();
            for (Part part : Part.values()) {
                Path file = files.resolve(part + ".png");
                Fx.run(() -> open.window().export(part, file));
                person.awaitNotice();
                person.dismissNotice();
                BufferedImage picture = ImageIO.read(file.toFile());
                assertThat(light(picture, 2, 2)).as("the ground of " + part).isLessThan(0.3);
                double lightest = 0;
                for (int at = 0; at < picture.getWidth() * picture.getHeight(); at++) {
                    lightest = Math.max(lightest, light(picture, at % picture.getWidth(), at / picture.getWidth()));
                }
                assertThat(lightest).as("what is drawn on " + part).isGreaterThan(0.6);
            }
            Path drawn = files.resolve("middle.svg");
            Fx.run(() -> open.window().export(Part.MIDDLE, drawn));
            person.awaitNotice();
            assertThat(Files.readString(drawn).indexOf("#0d1117"))
                    .as("the ground comes first")
                    .isPositive()
                    .isLessThan(Files.readString(drawn).indexOf("<text"));
        } finally {
            person.press(KeyCode.CONTROL, KeyCode.D);
        }
    }

    @Test
    void drawingsAreCollectedWithTheirLabels() throws IOException {
        Path file = files.resolve("drawings.ndjson");
        person.drawSeven();
        Drawing seven = ink();
        Fx.run(() -> open.window().collect("7", file));
        assertThat(person.awaitNotice()).isEqualTo("One drawing is in " + file + " now");
        person.dismissNotice();
        person.press(KeyCode.DELETE);
        Fx.run(() -> open.window().collect("1", file));
        person.drawOne();
        Drawing one = ink();
        Fx.run(() -> open.window().collect("1", file));
        assertThat(person.awaitNotice()).isEqualTo("2 drawings are in " + file + " now");

        List<InkRecord> kept = InkFiles.readAll(file);

        assertThat(kept.stream().map(InkRecord::drawing)).containsExactly(seven, one);
        assertThat(kept.stream().map(InkRecord::label)).containsExactly(Optional.of("7"), Optional.of("1"));
    }

    @Test
    void aCollectionThatCannotBeReadIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(files.resolve("drawings.ndjson"), "{\"drawing\": [[[1");
        person.drawSeven();
        Fx.run(() -> open.window().collect("7", file));
        assertThat(person.awaitNotice()).contains("drawings.ndjson");
        assertThat(file).hasContent("{\"drawing\": [[[1");
    }

    @Test
    void aPartThatIsNotSeenIsNotOffered() {
        MenuButton menu = (MenuButton) person.find("#export");
        assertThat(isOffered(menu, "The time line…")).isFalse();
        assertThat(isOffered(menu, "The answer…")).isTrue();
        showTimeline();
        assertThat(isOffered(menu, "The time line…")).isTrue();
    }

    @AfterEach
    void hideTimeline() {
        if (isOn("#show-timeline")) {
            person.click("#show-timeline");
        }
    }

    private void showTimeline() {
        person.click("#show-timeline");
        Fx.await("the time line", () -> person.sees("#timeline"));
    }

    private boolean isOffered(MenuButton menu, String name) {
        person.click("#export");
        Fx.await("the menu", menu::isShowing);
        boolean offered = Fx.get(
                () -> menu.getItems().stream().anyMatch(item -> name.equals(item.getText()) && !item.isDisable()));
        person.press(KeyCode.ESCAPE);
        Fx.await("no menu", () -> !menu.isShowing());
        return offered;
    }

    /** 0 black, 1 white. */
    private static double light(BufferedImage picture, int x, int y) {
        Color color = new Color(picture.getRGB(x, y));
        return (color.getRed() + color.getGreen() + color.getBlue()) / 765.0;
    }

    private boolean isOn(String button) {
        return Fx.get(() -> ((ToggleButton) person.find(button)).isSelected());
    }
}
