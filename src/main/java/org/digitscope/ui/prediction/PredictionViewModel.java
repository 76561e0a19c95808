package org.digitscope.ui.prediction;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.live.Reading;
import org.digitscope.live.Subject;
import org.digitscope.network.Answer;
import org.digitscope.network.Inference;
import org.digitscope.ui.session.Session;

/** What the answer is, as people are told it. */
public final class PredictionViewModel {
    /** In what state the answer is. */
    public enum State {
        /** Nothing is drawn. */
        EMPTY,
        /** There is ink, but the network is not loaded yet. */
        WAITING,
        /** A digit, with high probability. */
        SURE,
        /** A digit, but another is possible. */
        UNSURE,
        /** Nothing that the model takes for a digit. */
        NO_DIGIT
    }

    /**
     * @param answer absent if empty or waiting
     */
    public record Shown(State state, Optional<Answer> answer) {}

    private static final double SURE = 0.9;

    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();

    private final Session session;

    public PredictionViewModel(Session session) {
        this.session = session;
        shown.set(toShown(session.readingProperty().get()));
        session.readingProperty().addListener((property, before, reading) -> shown.set(toShown(reading)));
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The digit whose bar is marked: its part in the arithmetic is being looked at. */
    ReadOnlyObjectProperty<OptionalInt> pointedDigitProperty() {
        return session.pointedDigitProperty();
    }

    /** Marks a digit where its probability is computed, too. */
    void point(OptionalInt digit) {
        session.pointDigit(digit);
    }

    private static Shown toShown(Optional<Reading> reading) {
        return reading.map(PredictionViewModel::toShown).orElse(new Shown(State.EMPTY, Optional.empty()));
    }

    private static Shown toShown(Reading reading) {
        boolean nothing =
                reading.subject() instanceof Subject.Ink ink && ink.drawing().isEmpty();
        if (nothing) {
            return new Shown(State.EMPTY, Optional.empty());
        }
        Optional<Answer> answer = reading.inference().map(Inference::answer);
        if (answer.isEmpty()) {
            return new Shown(State.WAITING, Optional.empty());
        }
        if (!answer.get().isDigit()) {
            return new Shown(State.NO_DIGIT, answer);
        }
        return new Shown(answer.get().confidence() >= SURE ? State.SURE : State.UNSURE, answer);
    }
}
