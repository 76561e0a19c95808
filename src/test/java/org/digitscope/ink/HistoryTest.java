package org.digitscope.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Stroke BAR = Inks.stroke(0, 0, 10, 0);
    private static final Stroke STEM = Inks.stroke(5, 0, 5, 20);

    @Test
    void beginsBlankWithNothingToUndo() {
        History<Drawing> history = blank();

        assertThat(history.current()).isEqualTo(Drawing.empty());
        assertThat(history.canUndo()).isFalse();
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void beginsWithARestoredDrawingThatCannotBeUndone() {
        History<Drawing> history = new History<>(Inks.drawing(BAR));

        history.undo();

        assertThat(history.current()).isEqualTo(Inks.drawing(BAR));
    }

    @Test
    void undoesAndRedoesStrokeByStroke() {
        History<Drawing> history = blank();
        add(history, BAR);
        add(history, STEM);

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
        History<Drawing> history = blank();
        add(history, BAR);
        add(history, STEM);
        history.replace(Drawing.empty());

        history.undo();

        assertThat(history.current()).isEqualTo(Inks.drawing(BAR, STEM));
    }

    @Test
    void erasingNothingMakesNoStepAndKeepsRedo() {
        History<Drawing> history = blank();
        add(history, BAR);
        add(history, STEM);
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
        History<Drawing> history = blank();
        add(history, BAR);
        history.undo();
        add(history, STEM);

        assertThat(history.canRedo()).isFalse();
        history.redo();
        assertThat(history.current()).isEqualTo(Inks.drawing(STEM));
    }

    @Test
    void forgetsOnlyTheOldestSteps() {
        History<Drawing> history = blank();
        for (int i = 0; i < History.MAX_STEPS + 2; i++) {
            history.replace(Inks.drawing(Inks.stroke(i, i)));
        }

        int undone = 0;
        while (history.canUndo()) {
            history.undo();
            undone++;
        }

        assertThat(undone).isEqualTo(History.MAX_STEPS);
        assertThat(history.current()).isEqualTo(Inks.drawing(Inks.stroke(1, 1)));
    }

    @Test
    void forgetsTheOldestOfStepsThatAreTooHeavyTogether() {
        History<String> history = new History<>("", String::length, 10);
        for (String step : List.of("aaaa", "bbbb", "c", "dddd", "ee")) {
            history.replace(step);
        }

        history.undo();
        history.undo();
        history.undo();

        assertThat(history.current()).isEqualTo("bbbb");
        assertThat(history.canUndo()).isFalse();
        history.redo();
        history.redo();
        history.redo();
        assertThat(history.current()).isEqualTo("ee");
    }

    @Property
    void behavesLikeAListOfDrawingsWithAPosition(@ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> actions) {
        History<Drawing> history = blank();
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
                    add(history, stroke);
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

    private static History<Drawing> blank() {
        return new History<>(Drawing.empty());
    }

    private static void add(History<Drawing> history, Stroke stroke) {
        history.replace(history.current().plus(stroke));
    }
}
