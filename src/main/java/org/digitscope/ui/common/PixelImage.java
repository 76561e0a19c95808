package org.digitscope.ui.common;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** An image whose pixels are set as numbers, without copies on the way to the screen. For the JavaFX thread. */
public final class PixelImage {
    private final int width;
    private final int height;
    private final int[] argb;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    /** An image of {@code width} × {@code height} pixels, both at least 1. */
    public PixelImage(int width, int height) {
        this.width = width;
        this.height = height;
        this.argb = new int[width * height];
        this.buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(buffer);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Row-major 0xAARRGGBB, premultiplied; shown after {@link #show()}. */
    public int[] argb() {
        return argb;
    }

    /** Brings changed pixels to the screen. */
    public void show() {
        buffer.updateBuffer(all -> null);
    }

    public Image image() {
        return image;
    }

    /**
     * Fills a rectangle with values, each as a block of pixels.
     *
     * @param values row-major, {@code columns} × {@code rows}, from {@code offset} on
     * @param left of the rectangle, in pixels; it must lie within the image
     */
    public void fill(
            float[] values,
            int offset,
            int columns,
            int rows,
            int left,
            int top,
            int widthPx,
            int heightPx,
            Colors colors,
            float magnitude) {
        for (int y = 0; y < heightPx; y++) {
            int row = offset + y * rows / heightPx * columns;
            int target = (top + y) * width + left;
            int lastColumn = -1;
            int color = 0;
            for (int x = 0; x < widthPx; x++) {
                int column = x * columns / widthPx;
                if (column != lastColumn) {
                    color = colors.argb(values[row + column], magnitude);
                    lastColumn = column;
                }
                argb[target + x] = color;
            }
        }
    }
}
