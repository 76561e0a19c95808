package org.digitscope.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.files.UserFolders;
import org.digitscope.image.InkRasterizer;
import org.digitscope.text.Texts;
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
import org.digitscope.ui.session.Appearance;
import org.digitscope.ui.session.Session;
import org.digitscope.ui.session.Settings;
import org.digitscope.ui.settings.SettingsPopOver;
import org.digitscope.ui.settings.SettingsViewModel;
import org.digitscope.ui.timeline.TimelineView;
import org.digitscope.ui.timeline.TimelineViewModel;

/**
 * All views in one language with what is behind them. A change of language takes another, which goes on where this one
 * is; nothing but the recogniser, the model and the drawing outlives it. For the JavaFX thread.
 */
final class Workspace {
    /** What the window is asked for. */
    interface Host extends TopBar.Commands {
        /** Shows a sentence to the person. */
        void tell(String sentence);

        /** Keeps a file among the recent ones. */
        void remember(Path file);

        /** Keeps where the lesson goes on, counted from 0. */
        void rememberLesson(int step);

        /** Looks and speaks as was chosen. */
        void follow(Appearance now);
    }

    private final Texts texts;
    private final Session session;
    private final PadViewModel pad;
    private final Background background;
    private final Documents documents;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final LayersViewModel layers;
    private final ExplainViewModel explain;
    private final KernelsViewModel kernels;
    private final TimelineViewModel timeline;
    private final PadView padView;
    private final MiddlePane middle;
    private final ContentPane content;
    private final SettingsViewModel appearance;
    private Optional<SettingsPopOver> settingsPopOver = Optional.empty();
    private final StatusLine status;
    private final Presentation presentation;
    private final Moments moments;
    private final Assistance assistance;
    private final List<Runnable> parts;
    private final BorderPane root = new BorderPane();

    /**
     * @param problems the sentences of what went wrong, in the language of {@code texts}
     * @param folders where the program keeps its log and looks for data sets
     * @param settings those at the start
     * @param recentFiles newest first
     * @param fxThread hands work to the JavaFX thread
     */
    Workspace(
            Stage stage,
            Texts texts,
            Texts problems,
            Session session,
            ModelCatalog catalog,
            InkRasterizer rasterizer,
            UserFolders folders,
            Settings settings,
            Supplier<List<Path>> recentFiles,
            Host host,
            Executor fxThread) {
        this.texts = texts;
        this.session = session;
        this.background = new Background(fxThread);
        this.pad = new PadViewModel(session, System::nanoTime, settings.penWidth());
        this.documents = new Documents(
                session, pad, catalog, rasterizer, background, texts, problems, host::tell, host::remember);
        dark.set(settings.appearance().dark());
        this.layers = new LayersViewModel(session);
        this.explain = new ExplainViewModel(session);
        this.kernels = new KernelsViewModel(session, new FilterSamples(folders, rasterizer)::read, fxThread);
        this.timeline = new TimelineViewModel(session);
        this.padView = new PadView(session, pad, texts, dark);
        this.middle = new MiddlePane(texts, tabs());
        LeftPane left = new LeftPane(padView);
        StackPane answer = new StackPane();
        // Where there is too little room, the foot is cut off and not the digit.
        answer.setAlignment(Pos.TOP_LEFT);
        this.content = new ContentPane(left, middle, answer, this::timelineView);
        middle.timelineButton().selectedProperty().addListener((property, before, on) -> {
            if (!on) {
                timeline.live(); // without its line there is no way back to now
            }
            content.showTimeline(on);
        });
        root.setCenter(content);
        this.status = new StatusLine(session, background, texts);
        root.setBottom(status);
        root.getStyleClass().add("window-root");
        this.appearance = new SettingsViewModel(
                settings.appearance(),
                pad.penWidthProperty(),
                Settings.initial().penWidth());
        this.moments = new Moments(session, middle, explain);
        documents.showStatesWith(moments::show);
        this.presentation = new Presentation(stage, root, content, middle, padView, texts);
        // Nobody scrolls in front of an audience.
        layers.fittingProperty().bind(presentation.onProperty());
        this.assistance = new Assistance(
                session,
                pad,
                texts,
                root,
                presentation,
                catalog,
                folders.state(),
                fxThread,
                host::tell,
                settings.lessonStep(),
                host::rememberLesson);
        presentation.onProperty().addListener(changed -> assistance.followArrangement());
        TopBar bar = new TopBar(session, texts, host, documents::useModel, documents::openedModels, assistance::button);
        root.setTop(bar);
        this.parts = List.of(
                () -> left.add(new PadTools(session, pad, texts), new SeenView(session, texts)),
                () -> {
                    PredictionView prediction = new PredictionView(new PredictionViewModel(session), texts);
                    prediction.saidProperty().addListener((property, before, sentence) -> padView.say(sentence));
                    answer.getChildren().add(prediction);
                },
                () -> bar.build(dark, recentFiles),
                middle::build);
        session.failureProperty().addListener((property, before, problem) -> problem.ifPresent(documents::fail));
        dark.addListener((property, before, on) -> appearance.change(now -> now.withDark(on)));
        appearance.appearanceProperty().addListener((property, before, now) -> {
            dark.set(now.dark());
            host.follow(now);
        });
    }

    /**
     * What builds the views that one can begin without, which the root has room for; each is to be done once. The pad is
     * there.
     */
    List<Runnable> parts() {
        return parts;
    }

    /** Shows what another shows, which is closed by this. */
    void goOnFrom(Workspace before) {
        before.presentation.leave();
        before.pad.up();
        before.pad.stopReplay();
        before.timeline.live();
        documents.goOnFrom(before.documents);
        session.goOnFrom(before.session);
        pad.toolProperty().set(before.pad.toolProperty().get());
        layers.goOnFrom(before.layers);
        explain.goOnFrom(before.explain);
        kernels.goOnFrom(before.kernels);
        timeline.goOnFrom(before.timeline);
        appearance.goOnFrom(before.appearance);
        middle.choose(before.middle.chosen());
        middle.timelineButton().setSelected(before.middle.timelineButton().isSelected());
        before.settingsPopOver.ifPresent(SettingsPopOver::hide);
        if (before.assistance.isLessonOpen()) {
            assistance.lesson();
        }
        before.background.close();
        before.kernels.close();
    }

    Texts texts() {
        return texts;
    }

    Session session() {
        return session;
    }

    PadViewModel pad() {
        return pad;
    }

    PadView padView() {
        return padView;
    }

    Documents documents() {
        return documents;
    }

    Background background() {
        return background;
    }

    MiddlePane middle() {
        return middle;
    }

    /** Whether the dark theme is on. */
    BooleanProperty darkProperty() {
        return dark;
    }

    /** How the window looks and speaks, to be changed. */
    SettingsViewModel appearance() {
        return appearance;
    }

    /** The settings beside their button; built when they are asked for, so that no start waits for them. */
    SettingsPopOver settings() {
        SettingsPopOver known = settingsPopOver.orElseGet(() -> new SettingsPopOver(appearance, texts));
        settingsPopOver = Optional.of(known);
        return known;
    }

    boolean isShowingSettings() {
        return settingsPopOver.filter(SettingsPopOver::isShowing).isPresent();
    }

    Presentation presentation() {
        return presentation;
    }

    Moments moments() {
        return moments;
    }

    /** Help, the lesson and the gallery. */
    Assistance assistance() {
        return assistance;
    }

    /** Arranges the views as is wished. */
    void arrange(Appearance wished) {
        content.setLeftHanded(wished.leftHanded());
        content.setTextScale(wished.textScale());
        status.setReducedMotion(wished.reducedMotion());
    }

    /** The views, without what lies over them. */
    BorderPane root() {
        return root;
    }

    /** Ends all work. */
    void close() {
        background.close();
        kernels.close();
        session.close();
    }

    private List<MiddlePane.Tab> tabs() {
        return List.of(
                new MiddlePane.Tab("tab-layers", () -> {
                    LayersView view = new LayersView(layers, texts, dark);
                    return new MiddlePane.Page(view, view::setActive);
                }),
                new MiddlePane.Tab("tab-explain", () -> {
                    ExplainView view = new ExplainView(explain, texts, dark);
                    return new MiddlePane.Page(view, view::setActive);
                }),
                new MiddlePane.Tab("tab-kernels", () -> {
                    KernelsView view = new KernelsView(kernels, texts, dark);
                    return new MiddlePane.Page(view, view::setActive);
                }));
    }

    private TimelineView timelineView() {
        TimelineView view = new TimelineView(timeline, texts, dark);
        view.showLayers();
        session.modelProperty().addListener(changed -> view.showLayers());
        return view;
    }
}
