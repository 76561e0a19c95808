package org.digitscope.ink;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A drawing with the steps that led to it, which can be undone and redone. Adding a stroke is one step, and so is any
 * other change (erasing, clearing, opening a file); the oldest of more than {@value #MAX_STEPS} steps are forgotten.
 *
 * <p>Not safe for several threads: it belongs to the thread that draws.
 */
public final class DrawingHistory {
    /** How many steps can be undone at most. */
    public static final int MAX_STEPS = 1000;

    private final Deque<Drawing> before = new ArrayDeque<>();
    private final Deque<Drawing> after = new ArrayDeque<>();
    private Drawing current;

    /** Begins with a blank pad. */
    public DrawingHistory() {
        this(Drawing.empty());
    }

    /** Begins with {@code first}, to which no step led. */
    public DrawingHistory(Drawing first) {
        current = first;
    }

    public Drawing current() {
        return current;
    }

    /** Draws one more stroke. */
    public void add(Stroke stroke) {
        replace(current.plus(stroke));
    }

    /** Puts {@code drawing} in the place of the current one. Makes no step, and keeps what can be redone, if they are equal. */
    public void replace(Drawing drawing) {
        if (drawing.equals(current)) {
            return;
        }
        before.push(current);
        if (before.size() > MAX_STEPS) {
            before.removeLast();
        }
        after.clear();
        current = drawing;
    }

    /** Takes the last step back; does nothing if there is none. */
    public void undo() {
        if (canUndo()) {
            after.push(current);
            current = before.pop();
        }
    }

    /** Takes the step again that was undone last; does nothing if there is none. */
    public void redo() {
        if (canRedo()) {
            before.push(current);
            current = after.pop();
        }
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    public boolean canRedo() {
        return !after.isEmpty();
    }
}
