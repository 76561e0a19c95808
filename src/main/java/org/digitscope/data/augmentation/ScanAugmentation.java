package org.digitscope.data.augmentation;

import java.util.SplittableRandom;
import org.digitscope.image.DigitImage;
import org.digitscope.image.PictureNormalizer;

/**
 * Makes of some digits what is left of them when they come as a small picture: the inked box on a coarse grid, stretched
 * to fill more of it, perhaps in black and white, and then brought to 28×28 as {@link PictureNormalizer} does it. Post
 * codes and many collections of digits are such pictures.
 *
 * <p>Immutable and safe for any thread; one picture takes some hundred microseconds.
 *
 * @param share of the digits that come so, 0 to 1
 * @param minGridPx lowest length of the longer side on the grid
 * @param maxGridPx highest length
 * @param stretch highest natural logarithm of the factor on the shorter side, which never becomes the longer one
 * @param binary the share of the pictures that are black and white, 0 to 1
 */
public record ScanAugmentation(double share, int minGridPx, int maxGridPx, double stretch, double binary) {
    private static final int SIDE = DigitImage.SIZE;
    private static final float INK = 0.2f;
    private static final int MOST_MARGIN_PX = 2;
    private static final double LEAST_THRESHOLD = 0.3;
    private static final double MOST_THRESHOLD = 0.6;

    /** No digit comes as a small picture. */
    public static ScanAugmentation none() {
        return new ScanAugmentation(0, SIDE, SIDE, 0, 0);
    }

    /**
     * Changes an image in place, or leaves it as it is.
     *
     * @param images 28×28 grey levels, 0 to 1, row-major, are read and written from {@code offset} on
     */
    public void apply(SplittableRandom random, float[] images, int offset) {
        if (share == 0 || random.nextDouble() >= share) {
            return;
        }
        Box box = Box.around(images, offset);
        if (box.isEmpty()) {
            return;
        }
        int longer = minGridPx + random.nextInt(maxGridPx - minGridPx + 1);
        double scale = longer / (double) Math.max(box.width(), box.height());
        double stretched = scale * StrictMath.exp(stretch * random.nextDouble());
        boolean upright = box.height() >= box.width();
        int columns = gridPx(box.width() * (upright ? stretched : scale), longer);
        int rows = gridPx(box.height() * (upright ? scale : stretched), longer);
        boolean blackAndWhite = random.nextDouble() < binary;
        double threshold = LEAST_THRESHOLD + (MOST_THRESHOLD - LEAST_THRESHOLD) * random.nextDouble();
        int margin = random.nextInt(MOST_MARGIN_PX + 1);
        int width = columns + 2 * margin;
        byte[] levels = new byte[width * (rows + 2 * margin)];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                double level = box.mean(images, offset, x / (double) columns, y / (double) rows, columns, rows);
                double seen = blackAndWhite ? (level > threshold ? 1 : 0) : level;
                levels[(y + margin) * width + x + margin] = (byte) Math.round(255 * seen);
            }
        }
        DigitImage normalized = PictureNormalizer.normalizeGrey(width, rows + 2 * margin, levels);
        if (!normalized.isBlank()) {
            normalized.copyInto(images, offset);
        }
    }

    private static int gridPx(double length, int longest) {
        return (int) Math.max(1, Math.min(longest, Math.round(length)));
    }

    /** The pixels with ink: from {@code left} and {@code top} on, before {@code right} and {@code bottom}. */
    private record Box(int left, int top, int right, int bottom) {
        static Box around(float[] images, int offset) {
            int left = SIDE;
            int top = SIDE;
            int right = 0;
            int bottom = 0;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    if (images[offset + y * SIDE + x] > INK) {
                        left = Math.min(left, x);
                        top = Math.min(top, y);
                        right = Math.max(right, x + 1);
                        bottom = Math.max(bottom, y + 1);
                    }
                }
            }
            return new Box(left, top, right, bottom);
        }

        boolean isEmpty() {
            return right <= left;
        }

        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        /** The mean over one cell of a grid of so many columns and rows; the cell's corner as shares of the box. */
        double mean(float[] images, int offset, double shareX, double shareY, int columns, int rows) {
            double fromX = left + shareX * width();
            double fromY = top + shareY * height();
            double toX = fromX + width() / (double) columns;
            double toY = fromY + height() / (double) rows;
            double sum = 0;
            for (int y = (int) fromY; y < Math.min(SIDE, toY); y++) {
                double high = Math.min(toY, y + 1) - Math.max(fromY, y);
                for (int x = (int) fromX; x < Math.min(SIDE, toX); x++) {
                    sum += images[offset + y * SIDE + x] * high * (Math.min(toX, x + 1) - Math.max(fromX, x));
                }
            }
            return Math.min(1, sum / ((toX - fromX) * (toY - fromY)));
        }
    }
}
