package org.digitscope.ui.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.SidePanel;
import org.digitscope.ui.gallery.GalleryView;
import org.digitscope.ui.gallery.GalleryViewModel;
import org.digitscope.ui.help.Help;
import org.digitscope.ui.help.HelpMenu;
import org.digitscope.ui.help.Mishaps;
import org.digitscope.ui.lesson.LessonView;
import org.digitscope.ui.lesson.LessonViewModel;
import org.digitscope.ui.pad.PadViewModel;
import org.digitscope.ui.session.Session;

/**
 * All that helps a person with the window: the lesson, the gallery and help, with the button that opens them. Each is built
 * when it is asked for.
 */
final class Assistance implements HelpMenu.Commands {
    private static final Logger LOG = Logger.getLogger("org.digitscope");

    private final Texts texts;
    private final LessonViewModel lesson;
    private final Supplier<LessonView> lessonViews;
    private final Supplier<GalleryView> galleries;
    private final Function<SidePanel, Help> helps;
    private final Mishaps mishaps;
    private final AssistedPane pane;
    private Optional<LessonView> lessonView = Optional.empty();
    private Optional<GalleryView> gallery = Optional.empty();
    private Optional<Help> help = Optional.empty();
    private Optional<SidePanel> panel = Optional.empty();

    /**
     * @param window what all of this lies over
     * @param guide shows what the lesson is about
     * @param lessonStep where the lesson goes on, counted from 0
     * @param remember told where the lesson goes on from now on
     */
    Assistance(
            Session session,
            PadViewModel pad,
            Texts texts,
            BorderPane window,
            LessonView.Guide guide,
            ModelCatalog catalog,
            Path logs,
            Executor fxThread,
            Consumer<String> tell,
            int lessonStep,
            IntConsumer remember) {
        this.texts = texts;
        this.lesson = new LessonViewModel(session, lessonStep, remember);
        this.lessonViews = () -> new LessonView(lesson, texts, window, guide, this::gallery);
        this.galleries = () -> new GalleryView(new GalleryViewModel(catalog, fxThread), texts, pad::open);
        this.helps = shared -> new Help(session, texts, shared, catalog, logs, fxThread, tell);
        this.mishaps = new Mishaps(fxThread, texts, tell);
        this.pane = new AssistedPane(window);
        followKeys();
        session.modelProperty()
                .addListener((property, before, model) -> model.ifPresent(
                        used -> LOG.info("uses the model " + used.card().name())));
        session.failureProperty()
                .addListener((property, before, problem) ->
                        problem.ifPresent(why -> LOG.log(Level.WARNING, "the network failed", why)));
    }

    /** A button for the top bar, which opens all of this. */
    Node button() {
        return new HelpMenu(texts, this, lesson.resumableProperty()::get);
    }

    /** The window with all of this over it. */
    Region pane() {
        return pane;
    }

    Mishaps mishaps() {
        return mishaps;
    }

    /** The window is arranged in another way. */
    void followArrangement() {
        lessonView.ifPresent(LessonView::goOn);
    }

    boolean isLessonOpen() {
        return lesson.isOpen();
    }

    /** The keys of the lesson and of help, wherever the keyboard is in the window. */
    private void followKeys() {
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> lessonView.ifPresent(view -> view.onKey(event)));
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed()) {
                lesson.leave();
            }
        });
        // By the character: the key differs from keyboard to keyboard.
        pane.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?") && !(event.getTarget() instanceof TextInputControl)) {
                help();
            }
        });
    }

    private SidePanel panel() {
        SidePanel known = panel.orElseGet(() -> new SidePanel(texts));
        if (panel.isEmpty()) {
            panel = Optional.of(known);
            pane.addPanel(known);
        }
        return known;
    }

    private Help pages() {
        Help known = help.orElseGet(() -> helps.apply(panel()));
        help = Optional.of(known);
        return known;
    }

    /** Takes away what lies over the window, and has something that the lesson can be shown in. */
    private void clearForLesson() {
        panel.ifPresent(SidePanel::hide);
        if (lessonView.isEmpty()) {
            LessonView view = lessonViews.get();
            lessonView = Optional.of(view);
            pane.addLesson(view);
        }
    }

    @Override
    public void help() {
        pages().toggleHelp();
    }

    @Override
    public void lesson() {
        clearForLesson();
        lesson.open();
    }

    @Override
    public void lessonFromTheBeginning() {
        clearForLesson();
        lesson.restart();
    }

    @Override
    public void gallery() {
        GalleryView view = gallery.orElseGet(galleries);
        gallery = Optional.of(view);
        Optional<Node> first = view.open();
        panel().show(texts.get("gallery.title"), view, first);
    }

    @Override
    public void about() {
        pages().showAbout();
    }
}
