package org.digitscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.image.Picture;
import org.digitscope.image.PictureWriter;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.state.SavedState;
import org.digitscope.state.ShownView;
import org.digitscope.state.StateFile;
import org.digitscope.ui.session.Appearance;
import org.digitscope.ui.window.MainWindow;

/** What somebody may do with the window, chosen by chance; the same for the same seed. Not for the JavaFX thread. */
final class SoakActions {
    private static final long EVENT_MILLIS = 8;
    private static final long PAUSE_MILLIS = 120;
    private static final List<String> TABS = List.of("tab-layers", "tab-explain", "tab-kernels");
    private static final int PICTURE_EDGE = 60;

    private final MainWindow window;
    private final Stage stage;
    private final Random chance;
    private final List<InkRecord> digits = ReferenceDigits.read();
    private final List<Path> files;
    private final Set<String> found = new HashSet<>();
    private final Set<String> missed = new HashSet<>();
    private int count;

    SoakActions(MainWindow window, Stage stage, long seed, Path folder) throws IOException {
        this.window = window;
        this.stage = stage;
        this.chance = new Random(seed);
        this.files = files(folder);
    }

    int count() {
        return count;
    }

    void next() throws Exception {
        count++;
        switch (chance.nextInt(16)) {
            case 0, 1 -> press(TABS.get(chance.nextInt(TABS.size())));
            case 2 -> chooseModel(chance.nextInt(100));
            case 3, 4 -> {
                Path file = files.get(chance.nextInt(files.size()));
                run(() -> window.open(file));
            }
            case 5 -> resize(960 + chance.nextInt(320), 640 + chance.nextInt(160));
            case 6 ->
                run(() -> window.use(
                        window.appearance().withDark(!window.appearance().dark())));
            case 7 -> press("show-timeline");
            case 8 -> run(() -> window.use(look()));
            case 9 -> run(() -> window.pad().undo());
            case 10 -> run(() -> window.pad().redo());
            default -> draw();
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    /** The window as at its start: the first tab and model, nothing drawn. */
    void rest() throws Exception {
        press(TABS.get(0));
        chooseModel(0);
        resize(1200, 760);
        run(() -> window.use(Appearance.initial()));
        run(() -> window.pad().clear());
        while (!SoakRun.onFxThread(window::isIdle)) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Ids of controls that were looked for and never found. */
    List<String> misses() {
        return missed.stream()
                .filter(id -> !found.contains(id))
                .map(id -> "the window has no #" + id)
                .toList();
    }

    /** A dot comes and goes, and so do a few frames. */
    void paint() throws Exception {
        run(() -> window.pad().down(20, 20, false));
        run(() -> window.pad().up());
        Thread.sleep(PAUSE_MILLIS);
        run(() -> window.pad().clear());
        Thread.sleep(PAUSE_MILLIS);
    }

    /** Another language, contrast, size of type and hand. */
    private Appearance look() {
        Appearance.Language[] languages = Appearance.Language.values();
        return window.appearance()
                .withLanguage(languages[chance.nextInt(languages.length)])
                .withHighContrast(chance.nextBoolean())
                .withTextScale(1 + chance.nextInt(3) / 4.0)
                .withLeftHanded(chance.nextBoolean());
    }

    private void draw() throws Exception {
        if (chance.nextInt(3) > 0) {
            run(() -> window.pad().clear());
        }
        double scale = 0.4 + chance.nextDouble() * 0.6;
        double shift = chance.nextDouble() * 60;
        Drawing digit = digits.get(chance.nextInt(digits.size())).drawing();
        for (Stroke stroke : digit.strokes()) {
            boolean down = true;
            for (Point point : stroke.points()) {
                boolean first = down;
                double x = point.x() * scale + shift;
                double y = point.y() * scale + shift;
                Platform.runLater(() -> {
                    if (first) {
                        window.pad().down(x, y, false);
                    } else {
                        window.pad().drag(x, y);
                    }
                });
                down = false;
                Thread.sleep(EVENT_MILLIS);
            }
            run(() -> window.pad().up());
        }
    }

    private void press(String id) throws Exception {
        run(() -> find(id).ifPresent(node -> {
            if (node instanceof ButtonBase button && !button.isDisabled()) {
                button.fire();
            }
        }));
    }

    private void chooseModel(int place) throws Exception {
        run(() -> find("model").ifPresent(node -> {
            if (node instanceof ComboBox<?> models && !models.getItems().isEmpty()) {
                models.getSelectionModel().select(place % models.getItems().size());
            }
        }));
    }

    private void resize(double width, double height) throws Exception {
        run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private Optional<Node> find(String id) {
        Optional<Node> node = Optional.ofNullable(stage.getScene()).map(scene -> scene.lookup("#" + id));
        (node.isPresent() ? found : missed).add(id);
        return node;
    }

    private static void run(Runnable work) throws Exception {
        SoakRun.onFxThread(() -> {
            work.run();
            return true;
        });
    }

    /** Good ones of each kind and one that is damaged. */
    private List<Path> files(Path folder) throws IOException {
        Path ink = folder.resolve("soak.ndjson");
        InkFiles.save(ink, digits.subList(0, 5));
        Path xml = folder.resolve("soak.inkml");
        InkFiles.save(xml, digits.subList(5, 6));
        Path state = folder.resolve("soak" + StateFile.ENDING);
        StateFile.write(
                state,
                new SavedState(
                        digits.get(7).drawing(),
                        Optional.empty(),
                        Optional.empty(),
                        new ShownView(TABS.get(1), false, Optional.empty())));
        Path picture = folder.resolve("soak.png");
        int[] argb = new int[PICTURE_EDGE * PICTURE_EDGE];
        for (int i = 0; i < argb.length; i++) {
            int x = i % PICTURE_EDGE;
            argb[i] = Math.abs(x - PICTURE_EDGE / 2) < 4 ? 0xFF202020 : 0xFFF8F8F8;
        }
        PictureWriter.writePng(picture, Picture.ofArgb(PICTURE_EDGE, PICTURE_EDGE, argb));
        Path broken = Files.writeString(folder.resolve("broken.ndjson"), "{\"drawing\":[[[1,");
        return List.of(ink, xml, state, picture, broken);
    }
}
