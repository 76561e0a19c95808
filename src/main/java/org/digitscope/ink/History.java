package org.digitscope.ink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToLongFunction;

/**
 * A value with the steps that led to it, which can be undone and redone. Any change is one step: a stroke, erasing,
 * clearing, opening a file. The oldest of more than {@value #MAX_STEPS} steps are forgotten, and of steps that are
 * heavier together than is allowed.
 *
 * <p>Not safe for several threads: it belongs to the thread that draws.
 *
 * @param <T> an immutable value with {@code equals}
 */
public final class History<T> {
    /** How many steps can be undone at most. */
    public static final int MAX_STEPS = 1000;

    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private final ToLongFunction<T> weight;
    private final long maxWeight;
    private T current;
    private long weightBefore;

    /** Begins with {@code first}, to which no step led; steps weigh nothing. */
    public History(T first) {
        this(first, step -> 0, 0);
    }

    /**
     * @param weight of a value, 0 or more, always the same for the same value
     * @param maxWeight of all that can be undone
     */
    public History(T first, ToLongFunction<T> weight, long maxWeight) {
        current = first;
        this.weight = weight;
        this.maxWeight = maxWeight;
    }

    public T current() {
        return current;
    }

    /** Puts {@code next} in the place of the current value. Makes no step, and keeps what can be redone, if they are equal. */
    public void replace(T next) {
        if (next.equals(current)) {
            return;
        }
        before.push(current);
        weightBefore += weight.applyAsLong(current);
        while (before.size() > MAX_STEPS || weightBefore > maxWeight) {
            weightBefore -= weight.applyAsLong(before.removeLast());
        }
        after.clear();
        current = next;
    }

    /** Takes the last step back; does nothing if there is none. */
    public void undo() {
        if (canUndo()) {
            after.push(current);
            current = before.pop();
            weightBefore -= weight.applyAsLong(current);
        }
    }

    /** Takes the step again that was undone last; does nothing if there is none. */
    public void redo() {
        if (canRedo()) {
            before.push(current);
            weightBefore += weight.applyAsLong(current);
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
