package org.digitscope.data;

import org.digitscope.image.DigitImage;
import org.digitscope.ink.Drawing;

/** How drawings become images, so that a set of ink can be read in more than one way. Called by the reading thread. */
@FunctionalInterface
public interface InkToImage {
    DigitImage toImage(Drawing drawing);
}
