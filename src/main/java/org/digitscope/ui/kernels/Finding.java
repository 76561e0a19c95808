package org.digitscope.ui.kernels;

import java.util.Optional;

/**
 * How far the search for something is. For any thread.
 *
 * @param state what is going on
 * @param progress from 0 to 1
 * @param found what has been found so far; with the state {@link State#DONE} that is all
 */
record Finding<T>(State state, double progress, Optional<T> found) {
    /** What is going on. */
    enum State {
        /** Nobody has asked. */
        IDLE,
        RUNNING,
        DONE,
        /** There is no result, and no other would come of trying again. */
        FAILED
    }

    static <T> Finding<T> idle() {
        return new Finding<>(State.IDLE, 0, Optional.empty());
    }

    static <T> Finding<T> running(double progress, Optional<T> soFar) {
        return new Finding<>(State.RUNNING, progress, soFar);
    }

    static <T> Finding<T> done(T result) {
        return new Finding<>(State.DONE, 1, Optional.of(result));
    }

    static <T> Finding<T> failed() {
        return new Finding<>(State.FAILED, 0, Optional.empty());
    }
}
