package org.digitscope.ui.explain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.explain.Explanations;
import org.digitscope.explain.Method;
import org.digitscope.explain.Question;
import org.digitscope.live.Reading;
import org.digitscope.live.Subject;
import org.digitscope.network.Answer;
import org.digitscope.network.Inference;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.Readout;
import org.digitscope.state.AskedQuestion;
import org.digitscope.ui.session.Explained;
import org.digitscope.ui.session.Session;

/**
 * What is asked about the answer. While it is not active the session is asked nothing, nor while there is nothing that
 * can be answered. For the JavaFX thread.
 */
public final class ExplainViewModel {
    /** Whether there is a question, or why there is none. */
    enum State {
        /** The model has not read anything yet. */
        LOADING,
        /** Nothing is drawn. */
        EMPTY,
        /** The chosen method does not fit: {@link #obstaclesProperty()} says why. */
        UNSUITABLE,
        /** A digit is to be held against itself. */
        SAME_DIGIT,
        ASKED
    }

    /** Why a method cannot be chosen now. */
    enum Obstacle {
        NEEDS_INK,
        NEEDS_CONVOLUTION
    }

    private final Session session;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.GRADIENT_X_INPUT);
    private final ObjectProperty<OptionalInt> digit = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<OptionalInt> against = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<OptionalInt> layer = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Map<Method, Obstacle>> obstacles = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<List<Integer>> convolutions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper knowsNoDigit = new ReadOnlyBooleanWrapper();
    private Optional<Question> asked = Optional.empty();
    private boolean readByThisModel;

    public ExplainViewModel(Session session) {
        this.session = session;
        session.modelProperty().addListener((property, before, model) -> {
            // Until the first reading of the new model, a question could still reach the network before.
            readByThisModel = false;
            layer.set(OptionalInt.empty());
            knowsNoDigit.set(model.filter(of -> of.network().classCount() > Readout.NO_DIGIT)
                    .isPresent());
            List<LayerInfo> layers = layers();
            convolutions.set(IntStream.range(0, layers.size())
                    .filter(i -> layers.get(i).kind() == LayerKind.CONVOLUTION)
                    .boxed()
                    .toList());
            update();
        });
        session.readingProperty().addListener((property, before, reading) -> {
            readByThisModel = reading.flatMap(Reading::inference).isPresent();
            update();
        });
        session.pictureProperty().addListener((property, before, picture) -> update());
        active.addListener((property, before, on) -> update());
        method.addListener((property, before, chosen) -> update());
        digit.addListener((property, before, chosen) -> update());
        against.addListener((property, before, chosen) -> update());
        layer.addListener((property, before, chosen) -> update());
    }

    /** Asks what another asked about the same model. */
    public void goOnFrom(ExplainViewModel before) {
        method.set(before.method.get());
        digit.set(before.digit.get());
        against.set(before.against.get());
        layer.set(before.layer.get());
    }

    /** Whether the view is on the screen. */
    BooleanProperty activeProperty() {
        return active;
    }

    ObjectProperty<Method> methodProperty() {
        return method;
    }

    /** The class that is asked about; empty for the answer, whatever it is. */
    ObjectProperty<OptionalInt> digitProperty() {
        return digit;
    }

    /** The class that it is held against; empty for none. */
    ObjectProperty<OptionalInt> againstProperty() {
        return against;
    }

    /** The convolution that Grad-CAM looks at; empty for the last. */
    ObjectProperty<OptionalInt> layerProperty() {
        return layer;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The methods that do not fit, with the reasons. */
    ReadOnlyObjectProperty<Map<Method, Obstacle>> obstaclesProperty() {
        return obstacles.getReadOnlyProperty();
    }

    /** Whether the model has an output for "no digit", which can be asked about then. */
    ReadOnlyBooleanProperty knowsNoDigitProperty() {
        return knowsNoDigit.getReadOnlyProperty();
    }

    /** The convolutions of the model, as indices of {@link #layers()}. */
    ReadOnlyObjectProperty<List<Integer>> convolutionsProperty() {
        return convolutions.getReadOnlyProperty();
    }

    /** The newest answer to ink; empty while nothing is drawn. Stands still while the view is not active. */
    ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Explained>> explainedProperty() {
        return session.explainedProperty();
    }

    ReadOnlyObjectProperty<Optional<Reading>> readingProperty() {
        return session.readingProperty();
    }

    ReadOnlyBooleanProperty catchingUpProperty() {
        return session.catchingUpProperty();
    }

    /** The layers of the model. */
    List<LayerInfo> layers() {
        return session.modelProperty()
                .get()
                .map(LoadedModel::network)
                .map(network -> network.layers())
                .orElse(List.of());
    }

    /** What is asked, for a file; the layer, which only one model has, is left out. */
    public AskedQuestion question() {
        return new AskedQuestion(method.get().key(), digit.get(), against.get());
    }

    /** Asks what a file says; a method that is not known stays as it is, and what the model cannot say is left out. */
    public void ask(AskedQuestion question) {
        Method.named(question.method()).ifPresent(method::set);
        digit.set(askable(question.digit()));
        against.set(askable(question.against()));
    }

    private void update() {
        if (!active.get()) {
            ask(Optional.empty());
            return;
        }
        Optional<Reading> read = readByThisModel ? session.readingProperty().get() : Optional.<Reading>empty();
        Optional<Reading> inked =
                read.filter(reading -> !reading.inkImage().image().isBlank());
        Optional<Answer> newest = inked.flatMap(Reading::inference).map(Inference::answer);
        obstacles.set(obstacles(inked));
        answer.set(newest);
        if (newest.isEmpty()) {
            state.set(read.isEmpty() ? State.LOADING : State.EMPTY);
            ask(Optional.empty());
            return;
        }
        Question question = new Question(
                method.get(),
                askable(digit.get()).orElse(read(newest.get())),
                askable(against.get()),
                method.get() == Method.GRAD_CAM ? layer.get() : OptionalInt.empty());
        if (obstacles.get().containsKey(method.get())) {
            state.set(State.UNSUITABLE);
        } else if (question.against().isPresent() && question.against().getAsInt() == question.digit()) {
            state.set(State.SAME_DIGIT);
        } else {
            state.set(State.ASKED);
        }
        ask(state.get() == State.ASKED ? Optional.of(question) : Optional.empty());
    }

    /** What is answered: a digit, or "no digit" of a model that has an output for it. */
    int read(Answer said) {
        return said.isDigit() || !knowsNoDigit.get() ? said.prediction() : Readout.NO_DIGIT;
    }

    /** A model of ten outputs is not asked about "no digit". */
    private OptionalInt askable(OptionalInt chosen) {
        return chosen.orElse(0) < Readout.NO_DIGIT || knowsNoDigit.get() ? chosen : OptionalInt.empty();
    }

    private Map<Method, Obstacle> obstacles(Optional<Reading> reading) {
        boolean picture = session.pictureProperty().get().isPresent()
                || reading.filter(of -> of.subject() instanceof Subject.Picture).isPresent();
        Map<Method, Obstacle> found = new EnumMap<>(Method.class);
        if (!layers().isEmpty()) {
            for (Method each : Method.values()) {
                if (!Explanations.supports(each, layers(), !picture)) {
                    found.put(each, each == Method.STROKE_OCCLUSION ? Obstacle.NEEDS_INK : Obstacle.NEEDS_CONVOLUTION);
                }
            }
        }
        return found;
    }

    private void ask(Optional<Question> question) {
        if (!question.equals(asked)) {
            asked = question;
            session.ask(question);
        }
    }
}
