package org.digitscope.ui.window;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.controlsfx.control.NotificationPane;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;

/** The window with sentences to the person over its foot, each for a while. What shows them is built for the first one. */
final class Notices extends StackPane {
    private static final Duration LONG_ENOUGH_TO_READ = Duration.seconds(12);

    private final PauseTransition hiding = new PauseTransition(LONG_ENOUGH_TO_READ);
    private Optional<NotificationPane> pane = Optional.empty();
    private boolean reducedMotion;

    Notices() {
        hiding.setOnFinished(event -> hide());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed()) {
                hide();
            }
        });
    }

    /** What the sentences lie over. */
    void setContent(Node content) {
        if (getChildren().isEmpty()) {
            getChildren().add(content);
        } else {
            getChildren().set(0, content);
        }
    }

    /** Whether a sentence is there at once instead of sliding in. */
    void setReducedMotion(boolean on) {
        reducedMotion = on;
    }

    /** @param texts in which the close button has its name */
    void tell(String sentence, Texts texts) {
        NotificationPane shown = pane.orElseGet(this::build);
        shown.setText(sentence);
        if (!shown.isShowing()) {
            shown.show();
        }
        hiding.playFromStart();
        // The bar makes its button itself, without a name.
        if (shown.lookup(".close-button") instanceof Button close) {
            Controls.name(close, texts, "close-notice");
            close.setFocusTraversable(true);
        }
    }

    /** Takes the sentence away, if there is one. */
    void hide() {
        pane.ifPresent(NotificationPane::hide);
    }

    private NotificationPane build() {
        NotificationPane built = new NotificationPane();
        pane = Optional.of(built);
        built.setShowFromTop(false);
        built.setCloseButtonVisible(true);
        built.setFocusTraversable(false);
        // It is as large as the window, though it has no content; beside the bar, the mouse is for what is below.
        built.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        built.setPickOnBounds(false);
        // The bar slides by itself; with reduced motion it is there or it is not.
        built.addEventHandler(NotificationPane.ON_SHOWING, event -> hideBar(true));
        built.addEventHandler(NotificationPane.ON_SHOWN, event -> hideBar(false));
        built.addEventHandler(NotificationPane.ON_HIDING, event -> hideBar(true));
        getChildren().add(built);
        // The bar slides from where it is.
        applyCss();
        layout();
        return built;
    }

    private void hideBar(boolean hidden) {
        if (lookup(".notification-bar") instanceof Parent bar) {
            boolean hides = hidden && reducedMotion;
            bar.getChildrenUnmodifiable().forEach(part -> part.setVisible(!hides));
        }
    }
}
