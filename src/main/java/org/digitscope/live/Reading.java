package org.digitscope.live;

import java.util.Optional;
import org.digitscope.image.InkImage;
import org.digitscope.network.Inference;

/**
 * A subject as the network reads it.
 *
 * @param subject what was submitted
 * @param inkImage its 28×28 and, for ink, where it lies there
 * @param inference the network's pass over it; absent while no network is loaded
 * @param networkNumber which network made it, counted from 1 in the order of {@link LiveRecognizer#use}; 0 without one
 * @param nanos from the submission to this result
 */
public record Reading(
        Subject subject, InkImage inkImage, Optional<Inference> inference, int networkNumber, long nanos) {}
