package org.digitscope.network;

import java.util.List;
import org.digitscope.image.DigitImage;

/**
 * One pass of one image through a network: the answer and everything computed on the way.
 *
 * @param image what went in
 * @param answer what came out
 * @param outputs the output of each layer, in the order of {@link DigitNetwork#layers()}
 */
public record Inference(DigitImage image, Answer answer, List<FeatureMaps> outputs) {
    public Inference {
        outputs = List.copyOf(outputs);
    }
}
