package org.digitscope.ui.session;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.digitscope.image.Picture;

/** Pictures on their way from JavaFX to the core. */
public final class FxPictures {
    private FxPictures() {}

    /** A copy of an image's pixels. For the JavaFX thread. */
    public static Picture toPicture(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return Picture.ofArgb(width, height, argb);
    }
}
