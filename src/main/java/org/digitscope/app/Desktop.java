package org.digitscope.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.cli.SoakFigures;
import org.digitscope.cli.WindowFigures;
import org.digitscope.cli.WindowLauncher;
import org.digitscope.files.ProgramLog;
import org.digitscope.files.UserFolders;
import org.digitscope.network.NetworkLoader;
import org.digitscope.ui.window.KeptSettings;
import org.digitscope.ui.window.MainWindow;

/** Starts JavaFX and opens the window, without an Application class so that everything is passed by constructors. */
final class Desktop implements WindowLauncher {
    /** As the desktop file says. */
    private static final String WINDOW_CLASS = "org.digitscope.Digitscope";

    /** Kept, or it would be collected with its level. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static final Logger LOG = Logger.getLogger("org.digitscope");

    private final UserFolders folders;
    private final NetworkLoader loader;

    Desktop(UserFolders folders, NetworkLoader loader) {
        this.folders = folders;
        this.loader = loader;
    }

    @Override
    @SuppressWarnings("SystemOut") // there is no window to say it in
    public int open(List<Path> files) {
        Optional<String> obstacle = DisplayCheck.obstacle();
        if (obstacle.isPresent()) {
            System.err.println(obstacle.get());
            return 1;
        }
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Logger all = Logger.getLogger("");
        ProgramLog log = new ProgramLog(folders.state(), all);
        Thread opening = new Thread(
                () -> {
                    log.open();
                    LOG.info("the window starts on Java " + Runtime.version());
                },
                "log");
        opening.setDaemon(true);
        Function<Stage, MainWindow> windows = prepared(folders);
        start(() -> {
            try {
                Stage stage = new Stage();
                MainWindow window = windows.apply(stage);
                Thread.setDefaultUncaughtExceptionHandler(window.mishaps());
                window.show(files);
                OpenRequests.passTo(window::open);
                // The processors are for the window until it is there.
                opening.start();
                stage.showingProperty().addListener((property, before, showing) -> status.complete(0));
            } catch (RuntimeException | LinkageError e) {
                Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
                System.err.println("The window could not be opened: " + cause.getMessage());
                log.open();
                // To the log alone: the sentence is for the terminal.
                LOG.log(Level.INFO, "the window could not be opened", cause);
                status.complete(1);
            }
        });
        int result = status.join();
        Platform.exit();
        log.close();
        return result;
    }

    @Override
    public WindowFigures bench(Duration drawing) throws Exception {
        Optional<String> obstacle = DisplayCheck.obstacle();
        if (obstacle.isPresent()) {
            throw new java.io.IOException(obstacle.get());
        }
        return new WindowBench(this::start, prepared(folders)).run(drawing);
    }

    @Override
    public SoakFigures soak(Duration duration, long seed) throws Exception {
        Optional<String> obstacle = DisplayCheck.obstacle();
        if (obstacle.isPresent()) {
            throw new java.io.IOException(obstacle.get());
        }
        Path folder = Files.createTempDirectory("digitscope-soak-");
        UserFolders own = new UserFolders(folder, folder.resolve("cache"), folder.resolve("data-sets"));
        try {
            return new SoakRun(this::start, prepared(own)).run(duration, seed, folder);
        } finally {
            Platform.exit();
            try (Stream<Path> left = Files.walk(folder)) {
                left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private void start(Runnable onFxThread) {
        // JavaFX on the class path is a choice, not a thing to warn of.
        JAVAFX.setLevel(Level.SEVERE);
        // The log is for the file; a terminal is told of problems alone.
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                handler.setLevel(Level.WARNING);
            }
        }
        if (System.getProperty("prism.order") == null && DisplayCheck.lacksOpenGl()) {
            System.setProperty("prism.order", "sw");
        }
        Platform.startup(() -> {
            // By this name the desktop knows this program's windows. JavaFX would take the name of the class that
            // extends Application, of which there is none, and all such programs would be "java".
            com.sun.glass.ui.Application.GetApplication().setName(WINDOW_CLASS);
            onFxThread.run();
        });
    }

    /** Begins to read, beside JavaFX's start, what a window begins with. */
    private Function<Stage, MainWindow> prepared(UserFolders own) {
        Locale system = Locale.getDefault();
        CompletableFuture<KeptSettings> settings =
                CompletableFuture.supplyAsync(() -> KeptSettings.read(own, system, Platform::runLater));
        return stage -> new MainWindow(
                stage,
                system,
                settings.join(),
                own,
                new ModelCatalog(loader, own.data().resolve("models")),
                ModelCatalog.BUNDLED.get(0),
                Platform::runLater);
    }
}
