package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.digitscope.image.DigitImage;
import org.digitscope.image.Picture;
import org.digitscope.image.PictureWriter;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.ui.session.PictureOnPad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PicturesTest extends WindowTest {
    private static final int SIDE = 200;

    @TempDir
    Path files;

    @Test
    void readsThePictureOfADigitThatIsDropped() throws IOException {
        Path file = files.resolve("seven.png");
        PictureWriter.writePng(file, seven());
        assertThat(Drop.files(person.find("#pad"), file)).isTrue();
        person.awaitAnswer("7");
        assertThat(Fx.get(() -> session().pictureProperty().get())).isPresent();
        assertThat(person.sees(".pad-invitation")).isFalse();
        person.drawOne();
        person.awaitAnswer("1");
        assertThat(Fx.get(() -> session().pictureProperty().get())).isEmpty();
        assertThat(ink().strokes()).hasSize(1);
    }

    @Test
    void pictureTakesThePlaceOfInkAndUndoBringsTheInkBack() throws IOException {
        person.drawOne();
        Drawing one = ink();
        Path file = files.resolve("seven.png");
        PictureWriter.writePng(file, seven());
        person.press(KeyCode.CONTROL, KeyCode.R);
        Drop.files(person.find("#pad"), file);
        person.awaitAnswer("7");
        Fx.pause(50);
        assertThat(person.answer()).isEqualTo("7");
        person.press(KeyCode.CONTROL, KeyCode.Z);
        person.awaitAnswer("1");
        assertThat(ink()).isEqualTo(one);
    }

    @Test
    void undoBringsThePictureBackThatWasDrawnOver() throws IOException {
        Path file = files.resolve("seven.png");
        PictureWriter.writePng(file, seven());
        Drop.files(person.find("#pad"), file);
        person.awaitAnswer("7");
        person.drawOne();
        person.awaitAnswer("1");
        person.click("#undo");
        person.awaitAnswer("7");
        assertThat(Fx.get(() -> session().pictureProperty().get())).isPresent();
        person.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        person.awaitAnswer("1");
        assertThat(ink().strokes()).hasSize(1);
    }

    @Test
    void pictureLeavesTheFrameOfThePadToBeSeen() {
        Fx.run(() -> open.window().pad().show(PictureOnPad.of(DigitImage.blank())));
        int[] pad = person.look("#pad");
        int width = (int) Math.round(Math.sqrt(pad.length));
        int[] row = Arrays.copyOfRange(pad, width / 2 * width, (width / 2 + 1) * width);
        int paper = row[width / 2];
        assertThat(paper).isEqualTo(0xFFFFFFFF);
        assertThat(Arrays.stream(row).limit(5)).anyMatch(pixel -> (pixel & 0xFF) < 0xF0);
        assertThat(Arrays.stream(row).skip(width - 5)).anyMatch(pixel -> (pixel & 0xFF) < 0xF0);
    }

    @Test
    void stateKeepsThePictureAsTheNetworkSeesIt() throws IOException {
        Path file = files.resolve("seven.png");
        PictureWriter.writePng(file, seven());
        Drop.files(person.find("#pad"), file);
        person.awaitAnswer("7");
        DigitImage seen = onPad().orElseThrow().normalized();
        Path state = files.resolve("moment.digitscope");
        Fx.run(() -> open.window().saveState(state));
        person.awaitNotice();
        person.dismissNotice();
        person.press(KeyCode.DELETE);
        Fx.await("a blank pad", () -> session().pictureProperty().get().isEmpty());
        person.drawOne();
        Drop.files(person.find("#pad"), state);
        person.awaitAnswer("7");
        assertThat(onPad().orElseThrow().normalized()).isEqualTo(seen);
        assertThat(ink().isEmpty()).isTrue();
        person.press(KeyCode.CONTROL, KeyCode.Z);
        person.awaitAnswer("1");
    }

    private Optional<PictureOnPad> onPad() {
        return Fx.get(() -> session().pictureProperty().get());
    }

    @Test
    void readsAPictureThatIsPasted() throws IOException {
        Path file = files.resolve("pasted.png");
        PictureWriter.writePng(file, seven());
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(new javafx.scene.image.Image(file.toUri().toString()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        person.press(KeyCode.CONTROL, KeyCode.V);
        person.awaitAnswer("7");
    }

    @Test
    void opensInkThatIsDropped() throws IOException {
        Drawing seven = new Drawing(List.of(stroke(70, 60, 210, 60), stroke(210, 60, 130, 230)));
        Path file = files.resolve("seven.ndjson");
        InkFiles.save(file, List.of(InkRecord.of(seven)));
        assertThat(Drop.files(person.find("#layers"), file)).isTrue();
        person.awaitAnswer("7");
        assertThat(ink()).isEqualTo(seven);
        person.click("#undo");
        person.awaitAnswer(" ");
    }

    @Test
    void scalesInkOfAnotherSizeToThePadAndTellsOfFurtherDrawings() throws IOException {
        Drawing large = new Drawing(List.of(stroke(1000, -500, 3000, -500, 2000, 2500)));
        Drawing other = new Drawing(List.of(stroke(1, 1, 2, 2)));
        Path file = files.resolve("two.ndjson");
        InkFiles.save(file, List.of(InkRecord.of(large), InkRecord.of(other)));
        Drop.files(person.find("#pad"), file);
        person.awaitAnswer("7");
        assertThat(person.awaitNotice()).isEqualTo("two.ndjson holds 2 drawings; this is the first.");
        assertThat(ink().strokes().get(0).points()).allSatisfy(point -> {
            assertThat(point.x()).isBetween(0.0, 280.0);
            assertThat(point.y()).isBetween(0.0, 280.0);
        });
    }

    @Test
    void blankPictureIsToldAndIsNoDigit() throws IOException {
        byte[] white = new byte[SIDE * SIDE];
        Arrays.fill(white, (byte) 255);
        Path file = files.resolve("blank.png");
        PictureWriter.writePng(file, Picture.ofGrey(SIDE, SIDE, white));
        Drop.files(person.find("#pad"), file);
        assertThat(person.awaitNotice()).isEqualTo(OpenWindow.TEXTS.get("picture.blank"));
        person.awaitAnswer("–");
    }

    @Test
    void brokenPictureAndEmptyInkAreTold() throws IOException {
        person.drawOne();
        Drawing before = ink();
        Path broken = files.resolve("broken.png");
        PictureWriter.writePng(broken, seven());
        byte[] bytes = Files.readAllBytes(broken);
        Files.write(broken, Arrays.copyOf(bytes, bytes.length / 2));
        Drop.files(person.find("#pad"), broken);
        assertThat(person.awaitNotice()).contains("broken.png");
        person.dismissNotice();
        Path empty = Files.writeString(files.resolve("empty.ndjson"), "");
        Drop.files(person.find("#pad"), empty);
        assertThat(person.awaitNotice()).contains("empty.ndjson");
        assertThat(ink()).isEqualTo(before);
        assertThat(person.answer()).isEqualTo("1");
    }

    private static Stroke stroke(double... line) {
        java.util.ArrayList<Point> points = new java.util.ArrayList<>();
        for (int i = 0; i < line.length; i += 2) {
            points.add(new Point(line[i], line[i + 1], 20.0 * i));
        }
        return new Stroke(points);
    }

    /** A dark seven on light paper, drawn with a broad pen. */
    private static Picture seven() {
        byte[] levels = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double distance = Math.min(distance(x, y, 50, 40, 150, 40), distance(x, y, 150, 40, 90, 165));
                levels[y * SIDE + x] = (byte) (distance < 8 ? 30 : 235);
            }
        }
        return Picture.ofGrey(SIDE, SIDE, levels);
    }

    private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
        double length = (x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0);
        double along = Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length));
        return Math.hypot(x0 + along * (x1 - x0) - x, y0 + along * (y1 - y0) - y);
    }
}
