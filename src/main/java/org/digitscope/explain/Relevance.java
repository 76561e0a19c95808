package org.digitscope.explain;

import java.util.Optional;

/**
 * How much an answer depends on each pixel, and on each stroke where that was asked. Positive speaks for it, negative
 * against; zero is neutral. {@link Method#SALIENCY}, {@link Method#SMOOTHGRAD} and {@link Method#GRAD_CAM} have no
 * negative values.
 *
 * @param question what was asked
 * @param pixels 28×28, row-major; not to be changed
 * @param strokes for {@link Method#STROKE_OCCLUSION}: the fall of the logit, one value a stroke of the drawing
 */
@SuppressWarnings("ArrayRecordComponent") // painted in every frame; nobody compares them
public record Relevance(Question question, float[] pixels, Optional<float[]> strokes) {

    /** The largest magnitude among the pixels, 0 if all are zero. */
    public float largestMagnitude() {
        float largest = 0;
        for (float value : pixels) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
