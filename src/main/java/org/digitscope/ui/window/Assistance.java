package org.digitscope.ui.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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

/** All that helps a person with the window: the lesson, the gallery and help, with the button that opens them. */
final class Assistance implements HelpMenu.Commands {
    private static final Logger LOG = Logger.getLogger("org.digitscope");

    private final Texts texts;
    private final LessonViewModel lesson;
    private final LessonView lessonView;
    private final GalleryView gallery;
    private final Help help;
    private final SidePanel panel;
    private final HelpMenu menu;
    private final Mishaps mishaps;
    private final AssistedPane pane;

    /**
     * @param window what all of this lies over
     * @param openTab shows a view in the middle, counted from 0
     * @param lessonStep where the lesson goes on, counted from 0
     * @param remember told where the lesson goes on from now on
     */
    Assistance(
            Session session,
            PadViewModel pad,
            Texts texts,
            BorderPane window,
            IntConsumer openTab,
            ModelCatalog catalog,
            Path logs,
            Executor fxThread,
            Consumer<String> tell,
            int lessonStep,
            IntConsumer remember) {
        this.texts = texts;
        this.panel = new SidePanel(texts);
        this.lesson = new LessonViewModel(session, lessonStep, remember);
        this.lessonView = new LessonView(lesson, texts, window, openTab, this::gallery);
        this.gallery = new GalleryView(new GalleryViewModel(catalog, fxThread), texts, pad::open);
        this.help = new Help(session, texts, panel, catalog, logs, fxThread, tell);
        this.menu = new HelpMenu(texts, this, lesson.resumableProperty()::get);
        this.mishaps = new Mishaps(fxThread, texts, tell);
        this.pane = new AssistedPane(window, lessonView, panel);
        followKeys();
        session.modelProperty()
                .addListener((property, before, model) -> model.ifPresent(
                        used -> LOG.info("uses the model " + used.card().name())));
        session.failureProperty()
                .addListener((property, before, problem) ->
                        problem.ifPresent(why -> LOG.log(Level.WARNING, "the network failed", why)));
    }

    /** The button of the top bar. */
    Node button() {
        return menu;
    }

    /** The window with all of this over it. */
    Region pane() {
        return pane;
    }

    Mishaps mishaps() {
        return mishaps;
    }

    boolean isLessonOpen() {
        return lesson.isOpen();
    }

    /** The keys of the lesson and of help, wherever the keyboard is in the window. */
    private void followKeys() {
        pane.addEventFilter(KeyEvent.KEY_PRESSED, lessonView::onKey);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed()) {
                lessonView.leave();
            }
        });
        // By the character: the key differs from keyboard to keyboard.
        pane.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?") && !(event.getTarget() instanceof TextInputControl)) {
                help.toggleHelp();
            }
        });
    }

    @Override
    public void help() {
        help.toggleHelp();
    }

    @Override
    public void lesson() {
        panel.hide();
        lesson.open();
    }

    @Override
    public void lessonFromTheBeginning() {
        panel.hide();
        lesson.restart();
    }

    @Override
    public void gallery() {
        Optional<Node> first = gallery.open();
        panel.show(texts.get("gallery.title"), gallery, first);
    }

    @Override
    public void about() {
        help.showAbout();
    }
}
