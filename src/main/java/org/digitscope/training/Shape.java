package org.digitscope.training;

import org.digitscope.image.DigitImage;

/**
 * What goes from one layer to the next, of one image.
 *
 * @param maps number of feature maps; of units if it is flat
 * @param height of each map, in pixels; 1 if it is flat
 * @param width of each map, in pixels; 1 if it is flat
 * @param flat true behind a dense layer and behind global pooling
 */
record Shape(int maps, int height, int width, boolean flat) {
    /** The image itself. */
    static final Shape IMAGE = new Shape(1, DigitImage.SIZE, DigitImage.SIZE, false);

    static Shape flat(int units) {
        return new Shape(units, 1, 1, true);
    }

    /** The number of values. */
    long size() {
        return (long) maps * height * width;
    }

    /** Behind a window that slides: what does not fill a whole step at the end is left out. */
    Shape slid(int filters, int kernel, int stride, int padding) {
        return new Shape(filters, steps(height, kernel, stride, padding), steps(width, kernel, stride, padding), false);
    }

    private static int steps(int length, int kernel, int stride, int padding) {
        return (length + 2 * padding - kernel) / stride + 1;
    }

    @Override
    public String toString() {
        return flat ? Integer.toString(maps) : maps + " × " + height + "×" + width;
    }
}
