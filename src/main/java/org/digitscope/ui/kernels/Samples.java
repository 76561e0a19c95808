package org.digitscope.ui.kernels;

import java.util.List;
import org.digitscope.image.DigitImage;

/**
 * What filters are shown to find what excites them.
 *
 * @param source where it is from
 */
public record Samples(Source source, List<DigitImage> images) {
    /** Where samples are from. */
    public enum Source {
        /** MNIST's test part, or the first of it. */
        MNIST,
        /** The program's own reference digits. */
        OWN
    }

    public Samples {
        images = List.copyOf(images);
    }
}
