package org.digitscope.ui.window;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Font;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.NotificationPane;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.files.UserFolders;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.explain.ExplainView;
import org.digitscope.ui.explain.ExplainViewModel;
import org.digitscope.ui.kernels.KernelsView;
import org.digitscope.ui.kernels.KernelsViewModel;
import org.digitscope.ui.layers.LayersView;
import org.digitscope.ui.layers.LayersViewModel;
import org.digitscope.ui.pad.PadTools;
import org.digitscope.ui.pad.PadView;
import org.digitscope.ui.pad.PadViewModel;
import org.digitscope.ui.prediction.PredictionView;
import org.digitscope.ui.prediction.PredictionViewModel;
import org.digitscope.ui.seen.SeenView;
import org.digitscope.ui.session.Autosave;
import org.digitscope.ui.session.Session;
import org.digitscope.ui.session.Settings;
import org.digitscope.ui.timeline.TimelineView;
import org.digitscope.ui.timeline.TimelineViewModel;

/** Puts the views together and gives them their keys. One a process; for the JavaFX thread. */
public final class MainWindow implements TopBar.Commands {
    private static final Duration NOTICE_DURATION = Duration.seconds(12);
    private static final java.time.Duration LAST_WRITE = java.time.Duration.ofSeconds(2);
    private static final double SMALLEST_TYPE = 13;
    private static final double LARGE_TYPE = 17;
    private static final double HUGE_TYPE = 22;
    private static final double LARGEST_TYPE = 26;
    private static final double LINES = 66;
    private static final List<KeyCode> TAB_KEYS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3);

    private final Stage stage;
    private final Texts texts;
    private final String firstModel;
    private final Path settingsFile;
    private final Session session;
    private final PadViewModel pad;
    private final Background background;
    private final Background savingSettings;
    private final Autosave autosave;
    private final Documents documents;
    private final Dropping dropping;
    private final BorderPane root = new BorderPane();
    private final NotificationPane notices = new NotificationPane(root);
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final PadView padView;
    private final KernelsViewModel kernelsModel;
    private final MiddlePane middle;
    private final Scene scene;
    private final PauseTransition hideNotice = new PauseTransition(NOTICE_DURATION);
    private Settings settings;

    /**
     * Builds the window without showing it.
     *
     * @param firstModel is loaded when the window is shown
     * @param fxThread hands work to the JavaFX thread
     */
    public MainWindow(
            Stage stage,
            Texts texts,
            Texts problems,
            UserFolders folders,
            ModelCatalog catalog,
            String firstModel,
            Executor fxThread) {
        this.stage = stage;
        this.firstModel = firstModel;
        this.texts = texts;
        this.settingsFile = folders.data().resolve("settings.json");
        this.settings = Settings.read(settingsFile);
        this.background = new Background(fxThread);
        this.savingSettings = new Background(fxThread);
        this.autosave = new Autosave(folders.data());
        InkRasterizer rasterizer = new InkRasterizer();
        this.session = new Session(rasterizer, fxThread);
        this.pad = new PadViewModel(session, System::nanoTime, settings.penWidth());
        this.documents = new Documents(
                session, pad, catalog, rasterizer, background, texts, problems, this::tell, this::remember);
        this.dropping = new Dropping(documents::open, documents::show);
        dark.set(settings.appearance().dark());
        this.padView = new PadView(session, pad, texts, dark);
        this.kernelsModel = new KernelsViewModel(session, documents::samples, fxThread);
        this.middle = new MiddlePane(texts, tabs());
        buildRoot();
        this.scene = new Scene(notices, settings.windowWidth(), settings.windowHeight());
        scene.getStylesheets().add(resource("styles/digitscope.css"));
        scene.heightProperty().addListener(changed -> scaleType());
        scaleType();
        dropping.install(scene);
        installKeys();
        followSettings();
        session.committedProperty().addListener((property, before, drawing) -> autosave.keep(drawing));
        session.failureProperty().addListener((property, before, problem) -> problem.ifPresent(documents::fail));
    }

    /** Shows the window and begins to load the model; ink can be drawn meanwhile. */
    public void show() {
        stage.setTitle(texts.get("window.title"));
        stage.getIcons().add(new Image(resource("icons/digitscope-64.png")));
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(640);
        stage.setOnHidden(event -> close());
        stage.show();
        padView.requestFocus();
        Optional<Drawing> lost = autosave.restore();
        lost.ifPresent(drawing -> {
            pad.open(drawing);
            tell(texts.get("restored"));
        });
        documents.useModel(firstModel, () -> {});
    }

    /** What the window shows. */
    public Session session() {
        return session;
    }

    /** The pad, for those who draw without a pointer. */
    public PadViewModel pad() {
        return pad;
    }

    @Override
    public void open() {
        File chosen = chooser(
                        "open", "*.zip", "*.ndjson", "*.inkml", "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif", "*.pgm")
                .showOpenDialog(stage);
        if (chosen != null) {
            open(chosen.toPath());
        }
    }

    @Override
    public void open(Path file) {
        documents.open(file);
    }

    @Override
    public void saveInk() {
        if (session.committedProperty().get().isEmpty()) {
            return;
        }
        FileChooser chooser = chooser("save-ink", "*.ndjson", "*.inkml");
        chooser.setInitialFileName("digit.ndjson");
        File chosen = chooser.showSaveDialog(stage);
        if (chosen != null) {
            documents.saveInk(chosen.toPath());
        }
    }

    @Override
    public void savePicture() {
        FileChooser chooser = chooser("save-picture", "*.png");
        chooser.setInitialFileName("digitscope.png");
        File chosen = chooser.showSaveDialog(stage);
        if (chosen != null) {
            documents.savePicture(root, chosen.toPath());
        }
    }

    /** Saves a picture of the whole view to a given file. */
    public void savePicture(Path file) {
        documents.savePicture(root, file);
    }

    /** Saves the ink on the pad to a given file. */
    public void saveInk(Path file) {
        documents.saveInk(file);
    }

    private void buildRoot() {
        LeftPane left = new LeftPane(padView, new PadTools(session, pad, texts), new SeenView(session, texts));
        TimelineView timeline = timeline();
        ContentPane content =
                new ContentPane(left, middle, new PredictionView(new PredictionViewModel(session), texts), timeline);
        root.setTop(new TopBar(session, texts, dark, this, documents::useModel, () -> settings.recentFiles()));
        root.setCenter(content);
        root.setBottom(new StatusLine(session, background, texts));
        root.getStyleClass().add("window-root");
        notices.setShowFromTop(false);
        notices.setCloseButtonVisible(true);
        hideNotice.setOnFinished(event -> notices.hide());
        dark.addListener(changed -> applyTheme());
        applyTheme();
    }

    private List<MiddlePane.Tab> tabs() {
        LayersView layers = new LayersView(new LayersViewModel(session), texts, dark);
        ExplainView explain = new ExplainView(new ExplainViewModel(session), texts, dark);
        KernelsView kernels = new KernelsView(kernelsModel, texts, dark);
        return List.of(
                new MiddlePane.Tab("tab-layers", layers, shown -> {}),
                new MiddlePane.Tab("tab-explain", explain, explain::setActive),
                new MiddlePane.Tab("tab-kernels", kernels, kernels::setActive));
    }

    private TimelineView timeline() {
        TimelineView timeline = new TimelineView(new TimelineViewModel(session), texts, dark);
        Controls.show(timeline, false);
        middle.timelineButton().selectedProperty().addListener((property, before, on) -> Controls.show(timeline, on));
        session.modelProperty().addListener(changed -> timeline.showLayers());
        return timeline;
    }

    private void applyTheme() {
        Themes.apply(dark.get());
        root.getStyleClass().removeAll("dark", "light");
        root.getStyleClass().add(dark.get() ? "dark" : "light");
    }

    /** Type grows with the window, so that a projector is read from the back row. */
    private void scaleType() {
        double size = Math.round(Math.max(SMALLEST_TYPE, Math.min(LARGEST_TYPE, scene.getHeight() / LINES)));
        String family = Typeface.family(texts.locale(), Font.getFamilies())
                .map(name -> "; -fx-font-family: '" + name + "'")
                .orElse("");
        notices.setStyle("-fx-font-size: " + size + "px" + family);
        // Icons do not follow the size of type by themselves.
        root.getStyleClass().removeAll("large-type", "huge-type");
        if (size >= LARGE_TYPE) {
            root.getStyleClass().add(size >= HUGE_TYPE ? "huge-type" : "large-type");
        }
    }

    private void installKeys() {
        key(KeyCode.Z, pad::undo, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.Z, pad::redo, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        key(KeyCode.Y, pad::redo, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.DELETE, pad::clear);
        key(KeyCode.O, this::open, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.S, this::saveInk, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.S, this::savePicture, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        key(KeyCode.V, dropping::paste, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.R, pad::startReplay, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.D, () -> dark.set(!dark.get()), KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.P, () -> pad.toolProperty().set(PadViewModel.Tool.PEN));
        key(KeyCode.E, () -> pad.toolProperty().set(PadViewModel.Tool.ERASER));
        key(KeyCode.OPEN_BRACKET, () -> widen(-2));
        key(KeyCode.CLOSE_BRACKET, () -> widen(2));
        key(KeyCode.Q, stage::close, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.T, middle.timelineButton()::fire, KeyCombination.SHORTCUT_DOWN);
        for (int tab = 0; tab < TAB_KEYS.size(); tab++) {
            int chosen = tab;
            key(TAB_KEYS.get(tab), () -> middle.choose(chosen), KeyCombination.SHORTCUT_DOWN);
        }
    }

    private void key(KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
        scene.getAccelerators().put(new KeyCodeCombination(code, modifiers), action);
    }

    private void widen(double by) {
        pad.penWidthProperty()
                .set(Math.max(4, Math.min(36, pad.penWidthProperty().get() + by)));
    }

    private FileChooser chooser(String key, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(key + ".name"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(texts.get(key + ".files"), List.of(patterns)),
                        new FileChooser.ExtensionFilter(texts.get("all-files"), "*.*"));
        return chooser;
    }

    private void tell(String sentence) {
        notices.setText(sentence);
        if (!notices.isShowing()) {
            notices.show();
        }
        hideNotice.playFromStart();
        nameCloseButton();
    }

    /** The bar makes its button itself, without a name. */
    private void nameCloseButton() {
        if (notices.lookup(".close-button") instanceof Button close && close.getTooltip() == null) {
            Controls.name(close, texts, "close-notice");
        }
    }

    private void remember(Path file) {
        keep(settings.withRecent(file));
    }

    private void followSettings() {
        dark.addListener((property, before, on) ->
                keep(settings.withAppearance(settings.appearance().withDark(on))));
        pad.penWidthProperty()
                .addListener((property, before, width) -> keep(settings.withPenWidth(width.doubleValue())));
    }

    private void keep(Settings next) {
        settings = next;
        savingSettings.run(
                "",
                () -> {
                    next.write(settingsFile);
                    return next;
                },
                written -> {},
                problem -> {
                    // Settings that cannot be kept are no reason to disturb somebody who draws.
                });
    }

    private void close() {
        background.close();
        kernelsModel.close();
        session.close();
        boolean ordinary =
                !stage.isFullScreen() && !stage.isMaximized() && scene.getWidth() >= 960 && scene.getHeight() >= 640;
        Settings last = ordinary ? settings.withWindow(scene.getWidth(), scene.getHeight()) : settings;
        try {
            autosave.close();
            savingSettings.finish(LAST_WRITE);
            last.write(settingsFile);
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
