package org.digitscope.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.files.UserFolders;
import org.digitscope.live.Subject;
import org.digitscope.network.NetworkLoader;
import org.digitscope.text.Texts;
import org.digitscope.ui.window.KeptSettings;
import org.digitscope.ui.window.MainWindow;

/**
 * A window on the screen with the folder that it keeps its files in.
 *
 * @param stage which shows it
 * @param window as the program builds it
 * @param folder of the person's data
 */
record OpenWindow(Stage stage, MainWindow window, Path folder) {
    /** The texts that people read in it. */
    static final Texts TEXTS = Texts.of("window", Locale.ENGLISH);

    /** Opens a window as the program does; returns when all of it is on the screen, with or without a network. */
    static OpenWindow open(Path folder, NetworkLoader loader) {
        return open(folder, loader, TEXTS.locale());
    }

    /** The same on a system that speaks another language. */
    static OpenWindow open(Path folder, NetworkLoader loader, Locale system) {
        OpenWindow open = start(folder, loader, system);
        Fx.await("all of the window", () -> open.has("#model") && open.has("#layers"));
        return open;
    }

    /** The same with files to be opened, but returns at once. */
    static OpenWindow start(Path folder, NetworkLoader loader, Locale system, Path... files) {
        UserFolders folders = new UserFolders(folder, folder.resolve("cache"), folder.resolve("data-sets"));
        return Fx.get(() -> {
            Stage stage = new Stage();
            MainWindow window = new MainWindow(
                    stage,
                    system,
                    KeptSettings.read(folders, system, Platform::runLater),
                    folders,
                    new ModelCatalog(loader, folder.resolve("models")),
                    "classic",
                    Platform::runLater);
            window.show(List.of(files));
            stage.setX(0);
            stage.setY(0);
            return new OpenWindow(stage, window, folder);
        });
    }

    /** True if a node is there, seen or not. */
    boolean has(String query) {
        return scene().getRoot().lookup(query) != null;
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Waits for the model and its first answer. */
    OpenWindow awaitAnswer() {
        Fx.await(
                "the first answer",
                () -> window.session()
                        .readingProperty()
                        .get()
                        .filter(reading -> reading.inference().isPresent())
                        .isPresent());
        return this;
    }

    /** Whether the newest reading is of the newest drawing, or of a picture. On the JavaFX thread. */
    boolean hasRead() {
        return window.session()
                .readingProperty()
                .get()
                .filter(reading -> !(reading.subject() instanceof Subject.Ink ink)
                        || ink.drawing()
                                .equals(window.session().drawingProperty().get()))
                .isPresent();
    }

    /** Waits until the layers of the model have been looked at with the reference digits. */
    OpenWindow awaitSurvey() {
        Fx.await("the survey", () -> !window.session().surveyProperty().get().isEmpty());
        return this;
    }

    /** Closes it in order, as with the button of its frame. */
    void close() {
        Fx.run(stage::close);
    }

    /** What is left on the disk if the program is killed now: a copy of the folder without the lock. */
    void copyAsAfterAKill(Path target) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!List.of("autosave.lock").contains(String.valueOf(file.getFileName()))) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            }
        }
    }
}
