package org.digitscope.ink;

/** What is too large to be meant: a file beyond these limits is refused before it fills the memory. */
final class InkLimits {
    /** Points of one drawing. */
    static final int MAX_POINTS = 200_000;

    /** Coordinates, to either side of 0. */
    static final double MAX_COORDINATE = 1e9;

    /** Times, to either side of 0: wide enough for milliseconds since 1970. */
    static final double MAX_MILLIS = 1e13;

    private InkLimits() {}
}
