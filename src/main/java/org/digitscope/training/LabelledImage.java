package org.digitscope.training;

import org.digitscope.image.DigitImage;

/**
 * One example.
 *
 * @param label 0 to 9, or {@link Example#NO_DIGIT}
 */
public record LabelledImage(DigitImage image, int label) {
    public LabelledImage {
        if (label < 0 || label > Example.NO_DIGIT) {
            throw new IllegalArgumentException("label " + label);
        }
    }
}
