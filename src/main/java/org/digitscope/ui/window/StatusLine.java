package org.digitscope.ui.window;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import org.controlsfx.control.StatusBar;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.live.Reading;
import org.digitscope.text.Texts;
import org.digitscope.ui.session.Session;

/** Model, time to the answer, and what runs in the background. */
final class StatusLine extends StatusBar {
    private final Session session;
    private final Texts texts;
    private final Background background;
    private final Label time = new Label();
    private boolean reducedMotion;

    StatusLine(Session session, Background background, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.background = background;
        setId("status");
        // There is nothing to do in it.
        setFocusTraversable(false);
        time.setId("answer-time");
        getRightItems().add(time);
        session.modelProperty().addListener(changed -> showModel());
        session.readingProperty().addListener(changed -> showTime());
        background.runningProperty().addListener((property, before, running) -> {
            showProgress();
            if (running.isEmpty()) {
                showModel();
            } else {
                setText(running);
            }
        });
        setText(texts.get("status.starting"));
    }

    /** Whether a bar that runs to and fro is left out: the text says what is going on. */
    void setReducedMotion(boolean on) {
        reducedMotion = on;
        showProgress();
    }

    private void showProgress() {
        boolean idle = background.runningProperty().get().isEmpty();
        setProgress(idle || reducedMotion ? 0 : ProgressIndicator.INDETERMINATE_PROGRESS);
    }

    private void showModel() {
        Optional<LoadedModel> model = session.modelProperty().get();
        setText(
                model.isEmpty()
                        ? texts.get("status.no-model")
                        : texts.get(
                                "status.model",
                                model.get().card().name(),
                                model.get().network().layers().size(),
                                model.get().network().parameterCount()));
    }

    private void showTime() {
        Optional<Reading> reading = session.readingProperty().get();
        boolean answered = reading.isPresent() && reading.get().inference().isPresent();
        time.setText(answered ? texts.get("status.time", reading.get().nanos() / 1e6) : "");
    }
}
