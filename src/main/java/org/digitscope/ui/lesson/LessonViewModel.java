package org.digitscope.ui.lesson;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.network.LayerInfo;
import org.digitscope.ui.session.Session;

/** Where somebody is in the lesson and what has been done. For the JavaFX thread. */
public final class LessonViewModel {
    private final Session session;
    private final IntConsumer remember;
    private final LessonTasks tasks;
    private final Set<LessonStep> done = EnumSet.noneOf(LessonStep.class);
    private final ReadOnlyObjectWrapper<Optional<LessonStep>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper stepDone = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Integer>> resumable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int next;

    /**
     * @param firstStep where the lesson goes on, counted from 0
     * @param remember told where it goes on from now on
     */
    public LessonViewModel(Session session, int firstStep, IntConsumer remember) {
        this.session = session;
        this.remember = remember;
        this.tasks = new LessonTasks(session);
        this.next = Math.max(0, Math.min(LessonStep.count() - 1, firstStep));
        resumable.set(number(next));
        InvalidationListener look = changed -> look();
        session.committedProperty().addListener(look);
        session.readingProperty().addListener(look);
        session.fieldProperty().addListener(look);
        session.questionProperty().addListener(look);
        session.modelProperty().addListener(look);
    }

    /** The step that is shown; absent while there is no lesson. */
    ReadOnlyObjectProperty<Optional<LessonStep>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** True when the task of the step has been done. */
    ReadOnlyBooleanProperty stepDoneProperty() {
        return stepDone.getReadOnlyProperty();
    }

    /** The step, counted from 1, at which a lesson that was left goes on; absent if none was. */
    public ReadOnlyObjectProperty<Optional<Integer>> resumableProperty() {
        return resumable.getReadOnlyProperty();
    }

    /** Whether the lesson is going on. */
    public boolean isOpen() {
        return step.get().isPresent();
    }

    /** Goes on where the lesson was left, or begins it. */
    public void open() {
        go(LessonStep.values()[next]);
    }

    /** Begins it anew. */
    public void restart() {
        done.clear();
        go(LessonStep.DRAW);
    }

    /** The next step; after the last one the lesson is over. */
    void forward() {
        step.get().ifPresent(now -> {
            if (now.number() < LessonStep.count()) {
                go(LessonStep.values()[now.ordinal() + 1]);
            } else {
                done.clear();
                leaveAt(0);
            }
        });
    }

    /** The step before; stays at the first one. */
    void back() {
        step.get().filter(now -> now.ordinal() > 0).ifPresent(now -> go(LessonStep.values()[now.ordinal() - 1]));
    }

    /** Leaves the lesson; it can be gone on with at this step. */
    public void leave() {
        step.get().ifPresent(now -> leaveAt(now.ordinal()));
    }

    /** The layers of the model. */
    List<LayerInfo> layers() {
        return session.modelProperty()
                .get()
                .map(model -> model.network().layers())
                .orElse(List.of());
    }

    /** What tells that the layers may be others. */
    ReadOnlyObjectProperty<?> modelProperty() {
        return session.modelProperty();
    }

    private void go(LessonStep to) {
        keep(to.ordinal());
        tasks.begin();
        stepDone.set(done.contains(to));
        step.set(Optional.of(to));
    }

    private void leaveAt(int at) {
        keep(at);
        step.set(Optional.empty());
        stepDone.set(false);
    }

    private void keep(int at) {
        next = at;
        resumable.set(number(at));
        remember.accept(at);
    }

    private void look() {
        if (step.get().isEmpty() || stepDone.get()) {
            return;
        }
        tasks.settle();
        LessonStep now = step.get().get();
        if (tasks.isDone(now)) {
            done.add(now);
            stepDone.set(true);
        }
    }

    private static Optional<Integer> number(int at) {
        return at > 0 ? Optional.of(at + 1) : Optional.empty();
    }
}
