package org.digitscope.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** From the JDK's decoded images to 0xAARRGGBB. */
final class AwtPixels {
    private AwtPixels() {}

    static int[] argbOf(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY && !(colours instanceof IndexColorModel)) {
            return fromGrey(image);
        }
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return fromRgb(image.getRaster());
        }
        int width = image.getWidth();
        int height = image.getHeight();
        return image.getRGB(0, 0, width, height, new int[width * height], 0, width);
    }

    /**
     * The samples as they are in the file. {@code getRGB} takes grey samples as linear light and would turn 128 into
     * 188.
     */
    private static int[] fromGrey(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int height = image.getHeight();
        boolean transparent = image.getColorModel().hasAlpha() && raster.getNumBands() > 1;
        int highest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        int[] argb = new int[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = Picture.grey(scaled(row[x], highest));
            }
            if (transparent) {
                raster.getSamples(0, y, width, 1, 1, row);
                for (int x = 0; x < width; x++) {
                    argb[y * width + x] = argb[y * width + x] & 0xFFFFFF | scaled(row[x], highest) << 24;
                }
            }
        }
        return argb;
    }

    /** What {@code getRGB} gives for the commonest kind, several times faster. */
    private static int[] fromRgb(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int[] argb = new int[width * height];
        int[] row = new int[3 * width];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = 0xFF000000 | row[3 * x] << 16 | row[3 * x + 1] << 8 | row[3 * x + 2];
            }
        }
        return argb;
    }

    private static int scaled(int sample, int highest) {
        return (int) ((sample * 255L + highest / 2) / highest);
    }
}
