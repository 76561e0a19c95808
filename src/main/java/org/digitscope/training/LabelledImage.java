package org.digitscope.training;

import org.digitscope.image.DigitImage;

/**
 * One example.
 *
 * @param label 0 to 9
 */
public record LabelledImage(DigitImage image, int label) {
    public LabelledImage {
        if (label < 0 || label > 9) {
            throw new IllegalArgumentException("label " + label);
        }
    }
}
