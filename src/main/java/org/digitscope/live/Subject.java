package org.digitscope.live;

import org.digitscope.image.DigitImage;
import org.digitscope.ink.Drawing;

/** What is to be recognised: ink from the pad, or a picture that has been brought to 28×28 already. */
public sealed interface Subject {

    /** Strokes, blank while nothing is drawn. */
    record Ink(Drawing drawing) implements Subject {}

    /** A picture of a digit. */
    record Picture(DigitImage image) implements Subject {}
}
