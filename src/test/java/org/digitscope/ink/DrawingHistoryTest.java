package org.digitscope.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DrawingHistoryTest {
    private static final Stroke BAR = Inks.stroke(0, 0, 10, 0);
    private static final Stroke STEM = Inks.stroke(5, 0, 5, 20);

    @Test
    void beginsBlankWithNothingToUndo() {
        DrawingHistory history = new DrawingHistory();

        assertThat(history.current()).isEqualTo(Drawing.empty());
        assertThat(history.canUndo()).isFalse();
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void beginsWithARestoredDrawingThatCannotBeUndone() {
        DrawingHistory history = new DrawingHistory(Inks.drawing(BAR));

        history.undo();

        assertThat(history.current()).isEqualTo(Inks.drawing(BAR));
    }

    @Test
    void undoesAndRedoesStrokeByStroke() {
        DrawingHistory history = new DrawingHistory();
        history.add(BAR);
        history.add(STEM);

        history.undo();
        assertThat(history.current()).isEqualTo(Inks.drawing(BAR));
        history.undo();
        assertThat(history.current()).isEqualTo(Drawing.empty());
        history.redo();
        history.redo();

        assertThat(history.current()).isEqualTo(Inks.drawing(BAR, STEM));
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void clearIsOneStepThatCanBeUndone() {
        DrawingHistory history = new DrawingHistory();
        history.add(BAR);
        history.add(STEM);
        history.replace(Drawing.empty());

        history.undo();

        assertThat(history.current()).isEqualTo(Inks.drawing(BAR, STEM));
    }

    @Test
    void erasingNothingMakesNoStepAndKeepsRedo() {
        DrawingHistory history = new DrawingHistory();
        history.add(BAR);
        history.add(STEM);
        history.undo();

        history.replace(Inks.drawing(BAR));
        history.redo();
        assertThat(history.current()).isEqualTo(Inks.drawing(BAR, STEM));

        history.undo();
        history.undo();
        assertThat(history.canUndo()).isFalse();
    }

    @Test
    void aNewStepDropsWhatCouldBeRedone() {
        DrawingHistory history = new DrawingHistory();
        history.add(BAR);
        history.undo();
        history.add(STEM);

        assertThat(history.canRedo()).isFalse();
        history.redo();
        assertThat(history.current()).isEqualTo(Inks.drawing(STEM));
    }

    @Test
    void forgetsOnlyTheOldestSteps() {
        DrawingHistory history = new DrawingHistory();
        for (int i = 0; i < DrawingHistory.MAX_STEPS + 2; i++) {
            history.replace(Inks.drawing(Inks.stroke(i, i)));
        }

        int undone = 0;
        while (history.canUndo()) {
            history.undo();
            undone++;
        }

        assertThat(undone).isEqualTo(DrawingHistory.MAX_STEPS);
        assertThat(history.current()).isEqualTo(Inks.drawing(Inks.stroke(1, 1)));
    }

    @Property
    void behavesLikeAListOfDrawingsWithAPosition(@ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> actions) {
        DrawingHistory history = new DrawingHistory();
        List<Drawing> states = new ArrayList<>(List.of(Drawing.empty()));
        int position = 0;
        for (int action : actions) {
            Drawing next = states.get(position);
            switch (action) {
                case 0 -> {
                    history.undo();
                    position = Math.max(0, position - 1);
                }
                case 1 -> {
                    history.redo();
                    position = Math.min(states.size() - 1, position + 1);
                }
                case 2 -> {
                    history.replace(Drawing.empty());
                    next = Drawing.empty();
                }
                default -> {
                    Stroke stroke = Inks.stroke(action, action);
                    history.add(stroke);
                    next = next.plus(stroke);
                }
            }
            if (action >= 2 && !next.equals(states.get(position))) {
                states.subList(position + 1, states.size()).clear();
                states.add(next);
                position++;
            }
            assertThat(history.current()).isEqualTo(states.get(position));
            assertThat(history.canUndo()).isEqualTo(position > 0);
            assertThat(history.canRedo()).isEqualTo(position < states.size() - 1);
        }
    }
}
