package org.digitscope.ui.window;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.controlsfx.control.NotificationPane;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;

/** The window with sentences to the person below it, each for a while. */
final class Notices extends NotificationPane {
    private static final Duration LONG_ENOUGH_TO_READ = Duration.seconds(12);

    private final PauseTransition hiding = new PauseTransition(LONG_ENOUGH_TO_READ);

    Notices() {
        setShowFromTop(false);
        setCloseButtonVisible(true);
        hiding.setOnFinished(event -> hide());
    }

    /** @param texts in which the close button has its name */
    void tell(String sentence, Texts texts) {
        setText(sentence);
        if (!isShowing()) {
            show();
        }
        hiding.playFromStart();
        // The bar makes its button itself, without a name.
        if (lookup(".close-button") instanceof Button close && close.getTooltip() == null) {
            Controls.name(close, texts, "close-notice");
        }
    }
}
