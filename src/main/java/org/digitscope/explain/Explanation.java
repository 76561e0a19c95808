package org.digitscope.explain;

import java.util.Optional;
import org.digitscope.network.DigitNetwork;

/**
 * An explanation that is being computed, in slices short enough (a few images through the network, some milliseconds) to
 * let recognition go first. For one thread at a time; the result may be read by any.
 */
public interface Explanation {

    /**
     * Does one slice.
     *
     * @param network the one that gave the answer, always the same
     * @return true when it is finished
     */
    boolean step(DigitNetwork network);

    /** The share that is done, 0 to 1. */
    double progress();

    /** Present once it is finished. */
    Optional<Relevance> result();

    /** All slices at once. */
    default Relevance run(DigitNetwork network) {
        while (!step(network)) {
            // Each step is one slice.
        }
        return result().orElseThrow();
    }
}
