package org.digitscope.ink;

import java.util.List;

/**
 * Which value of an InkML point belongs to which channel.
 *
 * @param channels in the order of the values; X and Y are among them
 * @param declared whether the file says so; else further values may follow and mean nothing
 */
record TraceFormat(List<Channel> channels, boolean declared) {
    /** InkML 2011, section 3.1.3: without a declaration a point is X and Y. */
    static final TraceFormat DEFAULT = new TraceFormat(List.of(new Channel("X", 1), new Channel("Y", 1)), false);

    /**
     * @param name as in the file
     * @param factor from the file's unit and direction to that of a {@link Point}
     */
    record Channel(String name, double factor) {}

    TraceFormat {
        channels = List.copyOf(channels);
    }

    /** The place of a channel among the values of a point; -1 if there is no such channel. */
    int indexOf(String name) {
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
