package org.digitscope.ui.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.files.UserFolders;
import org.digitscope.image.InkRasterizer;
import org.digitscope.image.Picture;
import org.digitscope.ink.Drawing;
import org.digitscope.text.Texts;
import org.digitscope.ui.pad.PadViewModel;
import org.digitscope.ui.session.Appearance;
import org.digitscope.ui.session.Autosave;
import org.digitscope.ui.session.Session;
import org.digitscope.ui.session.Settings;

/** The window around a {@link Workspace}: its keys, its size, its settings. One a process; for the JavaFX thread. */
public final class MainWindow implements Workspace.Host {
    private final Stage stage;
    private final String firstModel;
    private final ModelCatalog catalog;
    private final InkRasterizer rasterizer = new InkRasterizer();
    private final Executor fxThread;
    private final Locale system;
    private final UserFolders folders;
    private final KeptSettings settings;
    private final Autosave autosave;
    private final Notices notices;
    private final Dropping dropping = new Dropping(
            this::open,
            this::show,
            opened -> tell(texts().get("dropped-more", opened.getFileName())),
            key -> tell(texts().get(key)));
    private final Scene scene;
    private final WindowKeys keys;
    private final Look look;
    private Workspace workspace;
    private boolean speaking;
    private Optional<Path> collection = Optional.empty();

    /**
     * Builds the window without showing it.
     *
     * @param system what the system speaks
     * @param firstModel is loaded when the window is shown
     * @param fxThread hands work to the JavaFX thread
     */
    public MainWindow(
            Stage stage,
            Locale system,
            KeptSettings settings,
            UserFolders folders,
            ModelCatalog catalog,
            String firstModel,
            Executor fxThread) {
        this.stage = stage;
        this.system = system;
        this.firstModel = firstModel;
        this.catalog = catalog;
        this.fxThread = fxThread;
        this.folders = folders;
        this.settings = settings;
        this.autosave = new Autosave(folders.data(), this::failLater);
        // Before the first control, which would have JavaFX read its own theme.
        Themes.apply(settings.now().appearance().dark());
        this.notices = new Notices();
        this.look = new Look(notices);
        // As it was left, but no larger than the screen, which may be a projector's now.
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        this.scene = new Scene(
                notices,
                Math.min(settings.now().windowWidth(), room.getWidth()),
                Math.min(settings.now().windowHeight(), room.getHeight()));
        Themes.ground(scene, settings.now().appearance().dark());
        Themes.style(scene, MainWindow::resource);
        dropping.install(scene);
        this.keys = new WindowKeys(scene, this, dropping::paste, stage::close);
        this.workspace = workspace(new Session(rasterizer, fxThread));
        enter();
        scene.heightProperty().addListener(changed -> look.scaleType());
        scene.widthProperty().addListener(changed -> look.scaleType());
    }

    /**
     * Shows the window, with the pad first, and begins to load the model; ink can be drawn meanwhile.
     *
     * @param files opened after the model, one after the other
     */
    public void show(List<Path> files) {
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(640);
        stage.setOnHidden(event -> close());
        stage.show();
        List<Runnable> parts = new ArrayList<>();
        parts.add(() -> {
            stage.getIcons().add(new Image(resource("icons/digitscope-64.png")));
            workspace.documents().useModel(firstModel, () -> {});
            files.forEach(this::open);
        });
        parts.addAll(workspace.parts());
        FrameByFrame.run(scene, parts, fxThread);
        workspace.padView().requestFocus();
        Optional<Drawing> lost = autosave.restore();
        lost.ifPresent(drawing -> {
            workspace.pad().open(drawing);
            tell(texts().get("restored"));
        });
    }

    /** What the window shows. */
    public Session session() {
        return workspace.session();
    }

    /** What becomes of what nobody catches. */
    public Thread.UncaughtExceptionHandler mishaps() {
        return (thread, problem) -> workspace.assistance().mishaps().uncaughtException(thread, problem);
    }

    /** Whether nothing is being opened or saved. */
    public boolean isIdle() {
        return workspace.background().isIdle();
    }

    /** The pad, for those who draw without a pointer. */
    public PadViewModel pad() {
        return workspace.pad();
    }

    /**
     * Changes the look and the language, and keeps them. Another language comes when nothing runs in the background; all
     * stays as it is but the texts.
     */
    public void use(Appearance wished) {
        workspace.appearance().change(now -> wished);
    }

    @Override
    public void speak(Appearance.Language language) {
        workspace.appearance().change(now -> now.withLanguage(language));
    }

    @Override
    public void present() {
        workspace.presentation().toggle();
    }

    @Override
    public void showSettings() {
        Node button = workspace.root().lookup("#settings");
        if (button != null) {
            workspace.settings().toggle(button, notices);
        }
    }

    @Override
    public void follow(Appearance now) {
        settings.keep(settings.now().withAppearance(now));
        dress();
        changeLanguage();
    }

    /** How the window looks and speaks. */
    public Appearance appearance() {
        return settings.now().appearance();
    }

    @Override
    public void open() {
        FileChoosers.open(stage, texts()).ifPresent(this::open);
    }

    @Override
    public void open(Path file) {
        workspace.documents().open(file);
    }

    private void failLater(Throwable problem) {
        fxThread.execute(() -> workspace.documents().fail(problem));
    }

    private void show(Picture picture) {
        workspace.documents().show(picture);
    }

    @Override
    public void saveInk() {
        if (!hasInk()) {
            return;
        }
        FileChoosers.save(stage, texts(), "save-ink", "digit.ndjson", "*.ndjson", "*.inkml")
                .ifPresent(file -> workspace.documents().saveInk(file));
    }

    @Override
    public void savePicture() {
        FileChoosers.save(stage, texts(), "save-picture", "digitscope.png", "*.png")
                .ifPresent(file -> export(ExportMenu.Part.WINDOW, file));
    }

    /** Saves what is drawn, the model and the view to a given file. */
    public void saveState(Path file) {
        workspace.documents().saveState(workspace.moments().now(workspace.documents()), file);
    }

    @Override
    public void saveState() {
        FileChoosers.save(stage, texts(), "save-state", "moment.digitscope", "*.digitscope")
                .ifPresent(file -> saveState(file));
    }

    @Override
    public void export(ExportMenu.Part part) {
        FileChoosers.save(stage, texts(), "export", part.fileName() + ".png", "*.png", "*.svg")
                .ifPresent(file -> export(part, file));
    }

    /** Saves a picture of a part of the window to a given file, as SVG if its name says so, else as PNG. */
    public void export(ExportMenu.Part part, Path file) {
        workspace.documents().export(nodeOf(part), part, file);
    }

    @Override
    public void copy(ExportMenu.Part part) {
        Exports.copy(nodeOf(part));
        tell(texts().get("export.copied"));
    }

    @Override
    public boolean hasInk() {
        return !session().committedProperty().get().isEmpty();
    }

    @Override
    public void collect(String label) {
        if (collection.isEmpty()) {
            chooseCollection();
        }
        collection.ifPresent(file -> collect(label, file));
    }

    /** Adds the drawing with a label to a given file of drawings, which is made if it is not there. */
    public void collect(String label, Path file) {
        if (hasInk()) {
            workspace.documents().collect(label, file);
        }
    }

    @Override
    public void chooseCollection() {
        Optional<Path> file = FileChoosers.save(stage, texts(), "collect", "drawings.ndjson", "*.ndjson");
        collection = file.or(() -> collection);
    }

    @Override
    public boolean isShown(ExportMenu.Part part) {
        Node node = nodeOf(part);
        return node != null && node.isVisible();
    }

    private Node nodeOf(ExportMenu.Part part) {
        return part == ExportMenu.Part.WINDOW
                ? workspace.root()
                : workspace.root().lookup(part.selector());
    }

    /** Saves the ink on the pad to a given file. */
    public void saveInk(Path file) {
        workspace.documents().saveInk(file);
    }

    private Workspace workspace(Session session) {
        Locale locale = settings.now().appearance().language().locale(system);
        return new Workspace(
                stage,
                Texts.of("window", locale),
                Texts.of("problems", locale),
                session,
                catalog,
                rasterizer,
                folders,
                settings.now(),
                () -> settings.now().recentFiles(),
                this,
                fxThread);
    }

    /** Puts the workspace into the window. */
    private void enter() {
        Workspace entered = workspace;
        entered.presentation().onProperty().addListener(changed -> dress());
        entered.pad()
                .penWidthProperty()
                .addListener((property, before, width) ->
                        settings.keep(settings.now().withPenWidth(width.doubleValue())));
        entered.session().committedProperty().addListener((property, before, drawing) -> autosave.keep(drawing));
        notices.setContent(entered.assistance().pane());
        look.dress(entered.root(), entered.texts().locale());
        dress();
        stage.setTitle(texts().get("window.title"));
        keys.serve(entered);
    }

    private void dress() {
        workspace.arrange(settings.now().appearance());
        look.apply(
                settings.now().appearance(),
                workspace.presentation().onProperty().get());
    }

    /** Goes on in another language, if another is wanted. */
    private void changeLanguage() {
        if (speaking || wantedLocale().equals(texts().locale())) {
            return;
        }
        speaking = true;
        workspace.background().whenIdle(() -> {
            speaking = false;
            if (!wantedLocale().equals(texts().locale())) {
                Workspace before = workspace;
                workspace = workspace(before.session().successor());
                boolean choosing = before.isShowingSettings();
                notices.hide();
                enter();
                workspace.parts().forEach(Runnable::run);
                workspace.goOnFrom(before);
                workspace.padView().requestFocus();
                if (choosing) {
                    showSettings();
                }
            }
        });
    }

    private Locale wantedLocale() {
        return settings.now().appearance().language().locale(system);
    }

    private Texts texts() {
        return workspace.texts();
    }

    @Override
    public void tell(String sentence) {
        notices.tell(sentence, texts());
        workspace.padView().say(sentence);
    }

    @Override
    public void remember(Path file) {
        settings.keep(settings.now().withRecent(file));
    }

    @Override
    public void forgetRecent() {
        settings.keep(settings.now().withoutRecent());
    }

    @Override
    public void rememberLesson(int step) {
        settings.keep(settings.now().withLessonStep(step));
    }

    private void close() {
        workspace.close();
        boolean ordinary =
                !stage.isFullScreen() && !stage.isMaximized() && scene.getWidth() >= 960 && scene.getHeight() >= 640;
        Settings last = ordinary ? settings.now().withWindow(scene.getWidth(), scene.getHeight()) : settings.now();
        try {
            autosave.close();
            settings.close(last);
        } catch (IOException e) {
            // There is no window left to tell it in, and nothing that a person made is lost.
        }
    }

    private static String resource(String name) {
        java.net.URL url = MainWindow.class.getResource("/org/digitscope/assets/" + name);
        if (url == null) {
            throw new IllegalStateException("the program lacks its resource " + name + ": install it again");
        }
        return url.toExternalForm();
    }
}
