package org.digitscope.ui.common;

import java.util.List;
import java.util.function.Function;

/** Tells whether something that is drawn bit by bit is still there. */
public final class Growth {
    private Growth() {}

    /**
     * True if {@code now} is {@code before} or has grown from it: the same strokes, of which the last may have become
     * longer and others may have followed. Of nothing, only nothing has grown.
     *
     * @param points of a stroke
     */
    public static <S, P> boolean isFrom(List<S> before, List<S> now, Function<S, List<P>> points) {
        int last = before.size() - 1;
        if (last < 0 || last >= now.size()) {
            return before.isEmpty() && now.isEmpty();
        }
        List<P> begun = points.apply(before.get(last));
        List<P> grown = points.apply(now.get(last));
        return before.subList(0, last).equals(now.subList(0, last))
                && begun.size() <= grown.size()
                && begun.equals(grown.subList(0, begun.size()));
    }
}
