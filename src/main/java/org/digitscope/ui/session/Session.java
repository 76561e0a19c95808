package org.digitscope.ui.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.explain.Explanation;
import org.digitscope.explain.Explanations;
import org.digitscope.explain.Method;
import org.digitscope.explain.Question;
import org.digitscope.explain.ReceptiveField;
import org.digitscope.explain.Relevance;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.History;
import org.digitscope.live.Latency;
import org.digitscope.live.LiveRecognizer;
import org.digitscope.live.Reading;
import org.digitscope.live.Slices;
import org.digitscope.live.Subject;
import org.digitscope.network.LayerSurvey;
import org.digitscope.network.WeightEdits;

/**
 * What all views show: the drawing, the model and the newest reading. For the JavaFX thread, which it never blocks.
 */
public final class Session implements AutoCloseable {
    /** Whoever hears of the recogniser's results: one session after the other. */
    private static final class Ear {
        private Session session;

        private Ear(Session session) {
            this.session = session;
        }
    }

    /** Pictures that undo can bring back; 64 MB. */
    private static final long MAX_PICTURE_PIXELS = 16_000_000;

    private final History<PadContent> history;
    private final LiveRecognizer recognizer;
    private final Ear ear;

    private final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(Drawing.empty());
    private final ReadOnlyObjectWrapper<Drawing> committed = new ReadOnlyObjectWrapper<>(Drawing.empty());
    private final ReadOnlyObjectWrapper<Optional<PictureOnPad>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Reading>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LoadedModel>> model = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<LayerSurvey>> survey = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ReceptiveField>> field = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> pointedDigit = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Question>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Explained>> explained = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper catchingUp = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<WeightEdits> edits = new ReadOnlyObjectWrapper<>(WeightEdits.none());
    private final InkRasterizer rasterizer;
    private final Executor fxThread;
    private int networkNumber;

    /** @param fxThread hands work to the JavaFX thread */
    public Session(InkRasterizer rasterizer, Executor fxThread) {
        this.rasterizer = rasterizer;
        this.fxThread = fxThread;
        this.history = new History<>(PadContent.blank(), PadContent::picturePixels, MAX_PICTURE_PIXELS);
        Ear hearing = new Ear(this);
        this.ear = hearing;
        this.recognizer = new LiveRecognizer(
                rasterizer,
                fxThread,
                next -> hearing.session.show(next),
                problem -> hearing.session.failure.set(Optional.of(problem)));
    }

    private Session(Session before) {
        this.rasterizer = before.rasterizer;
        this.fxThread = before.fxThread;
        this.history = before.history;
        this.ear = before.ear;
        this.recognizer = before.recognizer;
        this.networkNumber = before.networkNumber;
    }

    /**
     * A session with the same recogniser for other views: empty, so that they can be built, until {@link #goOnFrom} is
     * called.
     */
    public Session successor() {
        return new Session(this);
    }

    /**
     * Goes on where the session is that this one is the successor of. That one hears of nothing any more and can be
     * forgotten; it is not to be closed. Nothing is asked about the answer at first.
     */
    public void goOnFrom(Session before) {
        ear.session = this;
        networkNumber = before.networkNumber;
        recognizer.followUp(Optional.empty());
        model.set(before.model.get());
        survey.set(before.survey.get());
        edits.set(before.edits.get());
        committed.set(before.committed.get());
        canUndo.set(before.canUndo.get());
        canRedo.set(before.canRedo.get());
        drawing.set(before.drawing.get());
        picture.set(before.picture.get());
        reading.set(before.reading.get());
    }

    /** What is on the pad, the stroke being drawn included. */
    public ReadOnlyObjectProperty<Drawing> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    /** What is on the pad, finished strokes only: what undo goes back to and autosave keeps. */
    public ReadOnlyObjectProperty<Drawing> committedProperty() {
        return committed.getReadOnlyProperty();
    }

    /** The picture that lies on the pad instead of ink. */
    public ReadOnlyObjectProperty<Optional<PictureOnPad>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The newest reading; it is of the current model if it has an inference. */
    public ReadOnlyObjectProperty<Optional<Reading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The model in use, absent until the first is loaded. */
    public ReadOnlyObjectProperty<Optional<LoadedModel>> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** What the model's layers do over the reference digits; empty until that is known. */
    public ReadOnlyObjectProperty<List<LayerSurvey>> surveyProperty() {
        return survey.getReadOnlyProperty();
    }

    /** The part of the 28×28 that is pointed at, to be outlined. */
    public ReadOnlyObjectProperty<Optional<ReceptiveField>> fieldProperty() {
        return field.getReadOnlyProperty();
    }

    /** Why the network failed last. */
    public ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Times from pen event to result. */
    public Latency latency() {
        return recognizer.latency();
    }

    /** Shows a drawing that is not finished: it is recognised but is no step of undo. */
    public void sketch(Drawing unfinished) {
        picture.set(Optional.empty());
        drawing.set(unfinished);
        recognizer.submit(new Subject.Ink(unfinished));
    }

    /** Shows what was committed last, ink or picture, in place of what is not finished. */
    public void giveUpSketch() {
        followHistory();
    }

    /** Makes a drawing the current one, as one step of undo. */
    public void commit(Drawing finished) {
        history.replace(PadContent.of(finished));
        followHistory();
    }

    public void undo() {
        history.undo();
        followHistory();
    }

    public void redo() {
        history.redo();
        followHistory();
    }

    /** Empties the pad; can be undone. */
    public void clear() {
        commit(Drawing.empty());
    }

    /** Lays a picture on the pad in place of ink, as one step of undo. */
    public void show(PictureOnPad next) {
        history.replace(PadContent.of(next));
        followHistory();
    }

    /** Changes the model; the session closes its network in time. */
    public void use(LoadedModel next) {
        networkNumber++;
        survey.set(List.of());
        field.set(Optional.empty());
        pointedDigit.set(OptionalInt.empty());
        model.set(Optional.of(next));
        edits.set(WeightEdits.none());
        explained.set(Optional.empty());
        recognizer.use(next.network());
        if (reading.get().isEmpty()) {
            recognizer.submit(subject());
        }
    }

    private Subject subject() {
        Optional<PictureOnPad> shown = picture.get();
        return shown.isPresent() ? new Subject.Picture(shown.get().normalized()) : new Subject.Ink(drawing.get());
    }

    /** Tells what a model's layers do over the reference digits; ignored if the model has changed meanwhile. */
    public void setSurvey(LoadedModel surveyed, List<LayerSurvey> layers) {
        if (model.get().filter(current -> current == surveyed).isPresent()) {
            survey.set(layers);
        }
    }

    /** Outlines a part of the 28×28 in all views. */
    public void point(Optional<ReceptiveField> area) {
        field.set(area);
    }

    /** The digit that is pointed at, in the answer or in its arithmetic. */
    public ReadOnlyObjectProperty<OptionalInt> pointedDigitProperty() {
        return pointedDigit.getReadOnlyProperty();
    }

    /** Marks a digit in all views that have it. */
    public void pointDigit(OptionalInt digit) {
        pointedDigit.set(digit);
    }

    /** What is asked about the answer; absent while nobody asks. */
    public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** The newest explanation; of an older reading while {@link #catchingUpProperty()} is true. */
    public ReadOnlyObjectProperty<Optional<Explained>> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /** True while the explanation on the screen is of an older reading than the answer. */
    public ReadOnlyBooleanProperty catchingUpProperty() {
        return catchingUp.getReadOnlyProperty();
    }

    /** From now on explains each reading so; empty explains nothing. Questions that do not fit are not answered. */
    public void ask(Optional<Question> next) {
        question.set(next);
        explained.set(Optional.empty());
        if (next.isEmpty()) {
            recognizer.followUp(Optional.empty());
            catchingUp.set(false);
            return;
        }
        Question asked = next.get();
        catchingUp.set(reading.get().flatMap(Reading::inference).isPresent());
        recognizer.followUp(Optional.of(of -> explanation(asked, of)));
    }

    /** What is changed about the weights of the current model. */
    public ReadOnlyObjectProperty<WeightEdits> editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /** Changes weights in memory and reads the pad again; the model's file stays as it is. */
    public void edit(WeightEdits changed) {
        edits.set(changed);
        recognizer.edit(changed);
    }

    /** Does this with the network when the pen rests; forgotten at a change of model. */
    public void inBackground(Slices work) {
        recognizer.inBackground(work);
    }

    /** Ends recognition and frees native memory soon after. */
    @Override
    public void close() {
        recognizer.close();
    }

    private void followHistory() {
        PadContent now = history.current();
        committed.set(now.ink());
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
        drawing.set(now.ink());
        picture.set(now.picture());
        recognizer.submit(subject());
    }

    private void show(Reading next) {
        boolean ofThisModel = next.inference().isEmpty() || next.networkNumber() == networkNumber;
        if (ofThisModel) {
            catchingUp.set(question.get().isPresent() && next.inference().isPresent());
            reading.set(Optional.of(next));
        }
    }

    /** On the recogniser's thread. */
    private Slices explanation(Question asked, Reading of) {
        Optional<Drawing> ink =
                of.subject() instanceof Subject.Ink drawn ? Optional.of(drawn.drawing()) : Optional.empty();
        boolean hasWhatIsNeeded = asked.method() != Method.STROKE_OCCLUSION || ink.isPresent();
        boolean answerable = hasWhatIsNeeded && !of.inkImage().image().isBlank();
        Optional<Explanation> begun = answerable
                ? Optional.of(Explanations.begin(asked, of.inkImage().image(), ink, rasterizer))
                : Optional.empty();
        return network -> {
            boolean done = true;
            try {
                done = begun.isEmpty() || begun.get().step(network);
            } finally {
                // One that fails is over, too: nothing catches up any more.
                if (done) {
                    Optional<Relevance> result = begun.flatMap(Explanation::result);
                    fxThread.execute(() -> show(asked, of, result));
                }
            }
            return done;
        };
    }

    private void show(Question asked, Reading of, Optional<Relevance> result) {
        boolean wanted =
                question.get().filter(current -> current == asked).isPresent() && of.networkNumber() == networkNumber;
        if (wanted) {
            explained.set(result.map(relevance -> new Explained(of, relevance)));
            boolean newest = reading.get().filter(current -> current == of).isPresent();
            catchingUp.set(catchingUp.get() && !newest);
        }
    }
}
