package org.digitscope.network;

import java.util.List;
import java.util.Optional;
import org.digitscope.image.DigitImage;

/**
 * A network that reads 28×28 grey levels as one of ten digits.
 *
 * <p>Holds native memory until it is closed. Every method but {@link #layers()} is for one thread at a time: calls are
 * serialised by the implementation, and after {@link #close()} they throw {@link IllegalStateException}.
 */
public interface DigitNetwork extends AutoCloseable {

    /** All layers in an order in which each comes after those that feed it; the input is not among them. */
    List<LayerInfo> layers();

    /** The number of classes: ten, or eleven with {@link Readout#NO_DIGIT}. */
    default int classCount() {
        List<LayerInfo> layers = layers();
        return layers.get(layers.size() - 1).output().size();
    }

    /** The number of weights and biases. */
    default long parameterCount() {
        return layers().stream().mapToLong(LayerInfo::parameterCount).sum();
    }

    /** One pass that gives the answer and the output of every layer. */
    Inference run(DigitImage image);

    /** The answers alone, for many images at once: faster than one by one. */
    List<Answer> answer(List<DigitImage> images);

    /** The kernels of a convolution, absent for other layers. */
    Optional<Kernels> kernels(int layer);

    /** What a layer has learned, the edits of {@link #edit} included; absent for layers of other kinds or without. */
    Optional<LayerParameters> parameters(int layer);

    /**
     * The logits: what goes into the last softmax, or what takes its place in other classifiers. Where a network's end
     * does not tell, the logarithms of its probabilities.
     *
     * @param images each 28×28, row-major, of any finite values: not only those that {@link DigitImage} can hold
     * @return one row an image, ten or eleven values
     */
    List<float[]> logits(List<float[]> images);

    /**
     * Derivatives of Σ weight · logit by the image and by every layer's output, as the network is at inference. About
     * twice the work of {@link #run}.
     *
     * @param image 28×28, row-major
     * @param logitWeights one an output: 1 at a class to explain it, 1 and −1 for the contrast of two
     */
    Gradients gradients(float[] image, float[] logitWeights);

    /**
     * Does the first half of the work of {@link #imageGradients} for the very list that is given to it next, so that
     * neither call takes long. Whatever else is asked for in between makes the half be done again.
     */
    default void beginGradients(List<float[]> images) {}

    /** The derivatives by the image alone, for many images at once: faster than one by one. */
    List<float[]> imageGradients(List<float[]> images, float[] logitWeights);

    /**
     * Makes the weights those that were loaded, changed by these edits alone.
     *
     * @throws IllegalArgumentException if an edit is of something that the network does not have, or not a finite
     *     number; then nothing has changed
     */
    void edit(WeightEdits edits);

    /** The answer that the weights as loaded give, whatever {@link #edit} has made of them; they stay edited. */
    Answer answerAsLoaded(DigitImage image);

    @Override
    void close();
}
