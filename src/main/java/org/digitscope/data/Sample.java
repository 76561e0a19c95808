package org.digitscope.data;

import java.util.Optional;
import java.util.OptionalInt;
import org.digitscope.image.DigitImage;
import org.digitscope.ink.Drawing;

/**
 * One example of a data set; immutable.
 *
 * @param image what a network is to see
 * @param label the truth, where the set says: {@code "0"} to {@code "9"}, anything else (such as {@code "?"}) is no digit
 * @param writer who wrote it, by the set's own naming, where the set says
 * @param ink the strokes behind the image, for sets of ink
 */
public record Sample(DigitImage image, Optional<String> label, Optional<String> writer, Optional<Drawing> ink) {

    /** An example that is known by its picture alone. */
    public static Sample of(DigitImage image, String label) {
        return new Sample(image, Optional.of(label), Optional.empty(), Optional.empty());
    }

    /** The digit that the label names, 0 to 9; empty without a label and for what is no digit. */
    public OptionalInt digit() {
        String text = label.orElse("");
        boolean isDigit = text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9';
        return isDigit ? OptionalInt.of(text.charAt(0) - '0') : OptionalInt.empty();
    }
}
