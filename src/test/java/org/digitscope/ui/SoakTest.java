package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import javafx.application.Platform;
import org.digitscope.app.SoakRun;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.cli.SoakFigures;
import org.digitscope.files.UserFolders;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.ui.window.KeptSettings;
import org.digitscope.ui.window.MainWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few seconds of what {@code digitscope bench --soak} does for as long as one likes. */
final class SoakTest {
    @TempDir
    Path folder;

    @Test
    void windowThatIsUsedByChanceThrowsNothing() throws Exception {
        Fx.start();
        UserFolders folders = new UserFolders(folder, folder.resolve("cache"), folder.resolve("data-sets"));
        SoakFigures soaked = new SoakRun(
                        Platform::runLater,
                        stage -> new MainWindow(
                                stage,
                                OpenWindow.TEXTS.locale(),
                                KeptSettings.read(folders, OpenWindow.TEXTS.locale(), Platform::runLater),
                                folders,
                                new ModelCatalog(new Dl4jModels(), folder.resolve("models")),
                                "classic",
                                Platform::runLater))
                .run(Duration.ofSeconds(5), 1, folder);
        assertThat(soaked.problems()).isEmpty();
        assertThat(soaked.actions()).isPositive();
        assertThat(soaked.quarters()).hasSize(4);
        assertThat(soaked.quarters())
                .allSatisfy(quarter ->
                        assertThat(quarter.held().get(0).heapMegabytes()).isPositive());
    }
}
