package org.digitscope.ui.timeline;

import java.util.OptionalInt;
import org.digitscope.ink.Drawing;

/**
 * What a network said of an unfinished drawing.
 *
 * @param drawing as far as it had come
 * @param probabilities of the ten digits
 * @param digit what was shown as the answer; absent where it was "not a digit"
 * @param means of each layer, the mean output of each map: {@code means[layer][map]}
 */
@SuppressWarnings("ArrayRecordComponent") // many small ones; nobody compares them
record Moment(Drawing drawing, float[] probabilities, OptionalInt digit, float[][] means) {}
