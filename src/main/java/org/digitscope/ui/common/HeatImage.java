package org.digitscope.ui.common;

import javafx.scene.image.Image;

/** Signed values as a translucent square image, to be laid over what they are about. For the JavaFX thread. */
public final class HeatImage {
    private final PixelImage pixels;

    /** An image of {@code side} × {@code side} values. */
    public HeatImage(int side) {
        this.pixels = new PixelImage(side, side);
    }

    /**
     * Shows other values.
     *
     * @param values row-major
     * @param colors translucent ones, zero clear
     * @param magnitude the value of the strongest colour
     */
    public void set(float[] values, float magnitude, Colors colors) {
        for (int i = 0; i < pixels.argb().length; i++) {
            pixels.argb()[i] = colors.argb(values[i], magnitude);
        }
        pixels.show();
    }

    public Image image() {
        return pixels.image();
    }
}
