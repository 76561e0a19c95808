package org.digitscope.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.digitscope.network.DigitNetwork;

/** What all methods share: slice after slice until there is a result. */
abstract class SlicedExplanation implements Explanation {
    private final Question question;
    private List<float[]> forward = List.of();
    private volatile double progress;
    private volatile Optional<Relevance> result = Optional.empty();

    SlicedExplanation(Question question) {
        this.question = question;
    }

    /** Does the next slice; gives the result with the last one. */
    abstract Optional<Relevance> slice(DigitNetwork network);

    /** The share that is done after a slice that was not the last one. */
    double share() {
        return 0;
    }

    @Override
    public final boolean step(DigitNetwork network) {
        if (result.isEmpty()) {
            result = slice(network);
            progress = result.isPresent() ? 1 : Math.max(progress, share());
        }
        return result.isPresent();
    }

    @Override
    public final double progress() {
        return progress;
    }

    @Override
    public final Optional<Relevance> result() {
        return result;
    }

    final Question question() {
        return question;
    }

    /** The weights of the network's logits in the sum that is explained. */
    final float[] weights(DigitNetwork network) {
        return question.logitWeights(network.classCount());
    }

    /**
     * The derivatives of the explained sum by each image, in two slices: the first takes the images forward and gives
     * nothing, the second goes back.
     *
     * @param images at least one; asked in the first slice
     */
    final Optional<List<float[]>> gradients(DigitNetwork network, Supplier<List<float[]>> images) {
        if (forward.isEmpty()) {
            forward = images.get();
            network.beginGradients(forward);
            return Optional.empty();
        }
        List<float[]> gradients = network.imageGradients(forward, weights(network));
        forward = List.of();
        return Optional.of(gradients);
    }

    /** The sum that is explained. */
    final double sum(float[] logits) {
        float[] weights = question.logitWeights(logits.length);
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            // A logit without a weight may be infinite where a network's end gives probabilities alone.
            sum += weights[i] == 0 ? 0 : (double) weights[i] * logits[i];
        }
        return sum;
    }

    final Optional<Relevance> relevance(float[] pixels) {
        return Optional.of(new Relevance(question, pixels, Optional.empty()));
    }

    final Optional<Relevance> relevance(double[] pixels) {
        return relevance(floats(pixels));
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
