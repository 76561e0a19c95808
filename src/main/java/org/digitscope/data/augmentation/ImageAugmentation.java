package org.digitscope.data.augmentation;

import java.util.SplittableRandom;
import org.digitscope.image.DigitImage;

/**
 * Varies 28×28 images: an affine map about the middle, a smooth elastic displacement (Simard et al., <i>Best practices
 * for convolutional neural networks applied to visual document analysis</i>, 2003), and thicker or thinner strokes.
 * Each amount is drawn evenly from minus to plus its bound.
 *
 * <p>Immutable and safe for any thread; one image takes some ten microseconds.
 *
 * @param rotationDegrees bound of the rotation
 * @param shear bound of the horizontal shear, in pixels a pixel
 * @param zoom bound of the natural logarithm of the scale, on each axis by itself
 * @param shiftPx bound of the shift, on each axis
 * @param elasticPx standard deviation of the displacement; 0 for none
 * @param thickness bound of the share by which the darkest or lightest neighbour is mixed in, 0 to 1
 * @param unvaried the share of images that are left as they are, 0 to 1
 * @param cubic whether pixels between pixels are found by cubic interpolation, which keeps edges sharp; else bilinear
 */
public record ImageAugmentation(
        double rotationDegrees,
        double shear,
        double zoom,
        double shiftPx,
        double elasticPx,
        double thickness,
        double unvaried,
        boolean cubic) {
    private static final int SIDE = DigitImage.SIZE;
    private static final double MIDDLE = SIDE / 2.0;
    private static final int NODES = 5;

    /** Nothing is varied. */
    public static ImageAugmentation none() {
        return new ImageAugmentation(0, 0, 0, 0, 0, 0, 0, false);
    }

    /**
     * @param pixels 28×28, row-major, 0 to 1; not changed
     * @param target 28×28, written
     * @param offset where in {@code target}
     */
    public void apply(float[] pixels, SplittableRandom random, float[] target, int offset) {
        if (unvaried > 0 && random.nextDouble() < unvaried) {
            System.arraycopy(pixels, 0, target, offset, pixels.length);
            return;
        }
        float[] source = thickened(pixels, even(random, thickness));
        double angle = Math.toRadians(even(random, rotationDegrees));
        double sheared = even(random, shear);
        double scaleX = StrictMath.exp(even(random, zoom));
        double scaleY = StrictMath.exp(even(random, zoom));
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        // From the target back to the source: unshift, unrotate, unshear, unscale.
        double shiftX = even(random, shiftPx);
        double shiftY = even(random, shiftPx);
        double xx = (cos - sheared * -sin) / scaleX;
        double xy = (sin - sheared * cos) / scaleX;
        double yx = -sin / scaleY;
        double yy = cos / scaleY;
        double[] bends = bends(random);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double dx = x + 0.5 - MIDDLE - shiftX;
                double dy = y + 0.5 - MIDDLE - shiftY;
                double fromX = xx * dx + xy * dy + MIDDLE - 0.5;
                double fromY = yx * dx + yy * dy + MIDDLE - 0.5;
                if (elasticPx > 0) {
                    fromX += bend(bends, 0, x, y);
                    fromY += bend(bends, NODES * NODES, x, y);
                }
                target[offset + y * SIDE + x] =
                        cubic ? sampleCubic(source, fromX, fromY) : sampleBilinear(source, fromX, fromY);
            }
        }
    }

    /** A coarse grid of displacements for each axis. */
    private double[] bends(SplittableRandom random) {
        if (elasticPx <= 0) {
            return new double[0];
        }
        double[] bends = new double[2 * NODES * NODES];
        for (int i = 0; i < bends.length; i++) {
            // Two even variables make a triangle, which is near enough to a bell.
            bends[i] = (random.nextDouble() + random.nextDouble() - 1) * Math.sqrt(6) * elasticPx;
        }
        return bends;
    }

    private static double bend(double[] bends, int axis, int x, int y) {
        double atX = x * (NODES - 1) / (double) (SIDE - 1);
        double atY = y * (NODES - 1) / (double) (SIDE - 1);
        int left = Math.min(NODES - 2, (int) atX);
        int top = Math.min(NODES - 2, (int) atY);
        double shareX = smooth(atX - left);
        double shareY = smooth(atY - top);
        int node = axis + top * NODES + left;
        double above = bends[node] + (bends[node + 1] - bends[node]) * shareX;
        double below = bends[node + NODES] + (bends[node + NODES + 1] - bends[node + NODES]) * shareX;
        return above + (below - above) * shareY;
    }

    private static double smooth(double share) {
        return share * share * (3 - 2 * share);
    }

    private static float sampleBilinear(float[] source, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float shareX = (float) (x - left);
        float shareY = (float) (y - top);
        float above = at(source, left, top) * (1 - shareX) + at(source, left + 1, top) * shareX;
        float below = at(source, left, top + 1) * (1 - shareX) + at(source, left + 1, top + 1) * shareX;
        return above * (1 - shareY) + below * shareY;
    }

    /**
     * Cubic convolution (Keys, <i>Cubic convolution interpolation for digital image processing</i>, 1981, a = −1/2), cut
     * at 0 and 1. Bilinear interpolation blurs every example, and the network never sees an edge as sharp as those that
     * it is to read.
     */
    private static float sampleCubic(float[] source, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < -2 || top < -2 || left > SIDE || top > SIDE) {
            return 0;
        }
        double shareX = x - left;
        double shareY = y - top;
        double sum = 0;
        for (int row = -1; row <= 2; row++) {
            double inRow = 0;
            for (int column = -1; column <= 2; column++) {
                inRow += at(source, left + column, top + row) * weight(column - shareX);
            }
            sum += inRow * weight(row - shareY);
        }
        return (float) Math.max(0, Math.min(1, sum));
    }

    private static double weight(double distance) {
        double d = Math.abs(distance);
        return d <= 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
    }

    private static float at(float[] source, int x, int y) {
        return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : source[y * SIDE + x];
    }

    /** Mixes in the darkest (above 0) or lightest (below 0) of each pixel's four neighbours. */
    private static float[] thickened(float[] pixels, double amount) {
        if (amount == 0) {
            return pixels;
        }
        float share = (float) Math.abs(amount);
        float[] mixed = new float[pixels.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float own = pixels[y * SIDE + x];
                float extreme = own;
                extreme = further(extreme, at(pixels, x - 1, y), amount);
                extreme = further(extreme, at(pixels, x + 1, y), amount);
                extreme = further(extreme, at(pixels, x, y - 1), amount);
                extreme = further(extreme, at(pixels, x, y + 1), amount);
                mixed[y * SIDE + x] = own + (extreme - own) * share;
            }
        }
        return mixed;
    }

    private static float further(float so, float other, double direction) {
        return direction > 0 ? Math.max(so, other) : Math.min(so, other);
    }

    private static double even(SplittableRandom random, double bound) {
        return bound == 0 ? 0 : (2 * random.nextDouble() - 1) * bound;
    }
}
