package org.digitscope.live;

import org.digitscope.network.DigitNetwork;

/** Work with the network that gives way to recognition: done piece by piece, and dropped when it is out of date. */
@FunctionalInterface
public interface Slices {
    /**
     * Does one piece of a few milliseconds, on the recogniser's thread.
     *
     * @return true when all is done
     */
    boolean step(DigitNetwork network);
}
