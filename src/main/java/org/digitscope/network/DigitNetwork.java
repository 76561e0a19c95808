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

    @Override
    void close();
}
