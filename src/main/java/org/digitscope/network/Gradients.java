package org.digitscope.network;

import java.util.List;

/**
 * How a weighted sum of a network's logits changes with the image and with the output of each layer.
 *
 * @param image by each pixel, 28×28, row-major; not to be changed
 * @param outputs by each value of each layer's output, in the order of {@link DigitNetwork#layers()}; for the last layer
 *     the weights of the sum themselves, as if its output were the logits
 */
@SuppressWarnings("ArrayRecordComponent") // read in every frame; nobody compares gradients
public record Gradients(float[] image, List<FeatureMaps> outputs) {
    public Gradients {
        outputs = List.copyOf(outputs);
    }
}
