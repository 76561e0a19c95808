package org.digitscope.ui.lesson;

import java.util.Arrays;
import java.util.Optional;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.explain.Method;
import org.digitscope.explain.Question;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkBounds;
import org.digitscope.live.Reading;
import org.digitscope.live.Subject;
import org.digitscope.network.Answer;
import org.digitscope.network.Inference;
import org.digitscope.ui.session.Session;

/** Tells by what a person does whether the task of a step is done. */
final class LessonTasks {
    /** A digit whose longer side is below this share of the pad is small. */
    private static final double SMALL = 110;

    private static final double SHARED = 0.1;

    private final Session session;
    private Drawing drawingBefore = Drawing.empty();
    private Optional<String> modelBefore = Optional.empty();
    private Optional<Method> methodBefore = Optional.empty();

    LessonTasks(Session session) {
        this.session = session;
    }

    /** From now on counts what is done. */
    void begin() {
        drawingBefore = session.committedProperty().get();
        modelBefore = model();
        methodBefore = method();
    }

    /** Whether the task of a step is done; what had been there before {@link #begin} does not count. */
    boolean isDone(LessonStep step) {
        Drawing drawing = session.committedProperty().get();
        boolean isNew = !drawing.isEmpty() && !drawing.equals(drawingBefore);
        return switch (step) {
            case DRAW -> isNew && answer().filter(Answer::isDigit).isPresent();
            case SEEN -> isNew && isSmall(drawing);
            case CONVOLUTION ->
                isNew
                        && drawing.strokes().size() >= 2
                        && answer().filter(answer -> answer.prediction() == 7).isPresent();
            case RELU, POOLING -> session.fieldProperty().get().isPresent();
            case SOFTMAX -> isNew && answer().filter(LessonTasks::isShared).isPresent();
            case WHY -> methodBefore.isPresent() && method().isPresent() && !method().equals(methodBefore);
            case FAILS -> modelBefore.isPresent() && model().isPresent() && !model().equals(modelBefore);
        };
    }

    /** The first method that is asked by is the one that was found, not one that was chosen. */
    void settle() {
        methodBefore = methodBefore.or(this::method);
        modelBefore = modelBefore.or(this::model);
    }

    private static boolean isSmall(Drawing drawing) {
        return InkBounds.of(drawing)
                .filter(box -> Math.max(box.width(), box.height()) < SMALL)
                .isPresent();
    }

    /** True if a second digit has a share that can be seen. */
    private static boolean isShared(Answer answer) {
        float[] sorted = answer.probabilities().clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 2] >= SHARED;
    }

    /** The answer to what is on the pad now, not to what was there before. */
    private Optional<Answer> answer() {
        Drawing drawing = session.committedProperty().get();
        return session.readingProperty()
                .get()
                .filter(reading -> reading.subject() instanceof Subject.Ink ink
                        && ink.drawing().equals(drawing))
                .flatMap(Reading::inference)
                .map(Inference::answer);
    }

    private Optional<String> model() {
        return session.modelProperty().get().map(LoadedModel::card).map(card -> card.name());
    }

    private Optional<Method> method() {
        return session.questionProperty().get().map(Question::method);
    }
}
