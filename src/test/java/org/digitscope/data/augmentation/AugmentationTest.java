package org.digitscope.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.junit.jupiter.api.Test;

final class AugmentationTest {
    private static final Drawing SEVEN = new Drawing(List.of(
            new Stroke(List.of(new Point(60, 60, 0), new Point(140, 62, 10), new Point(210, 60, 20))),
            new Stroke(List.of(new Point(210, 60, 200), new Point(160, 150, 210), new Point(120, 230, 220)))));

    @Test
    void withoutAmountsNothingChanges() {
        DigitImage image = new InkRasterizer().rasterize(SEVEN).image();
        float[] varied = new float[784];

        ImageAugmentation.none().apply(image.pixels(), new SplittableRandom(1), varied, 0);

        assertThat(varied).containsExactly(image.pixels(), within(1e-5f));
        assertThat(InkAugmentation.none().apply(SEVEN, new SplittableRandom(1))).isEqualTo(image);
    }

    @Test
    void chanceAloneDecides() {
        ImageAugmentation images = new ImageAugmentation(12, 0.2, 0.13, 2, 0.5, 0.3, 0, false);
        InkAugmentation ink = new InkAugmentation(10, 0.2, 0.15, 0.02, 0.003, 1.5, 3.6, 18.5, 20.5, 0.4, 0.2, 0.1);
        float[] pixels = new InkRasterizer().rasterize(SEVEN).image().pixels();

        assertThat(vary(images, pixels, 4)).containsExactly(vary(images, pixels, 4));
        assertThat(vary(images, pixels, 4)).isNotEqualTo(vary(images, pixels, 5));
        assertThat(ink.apply(SEVEN, new SplittableRandom(4))).isEqualTo(ink.apply(SEVEN, new SplittableRandom(4)));
        assertThat(ink.apply(SEVEN, new SplittableRandom(4))).isNotEqualTo(ink.apply(SEVEN, new SplittableRandom(5)));
    }

    @Test
    void imagesKeepTheirInkAndTheirRange() {
        ImageAugmentation images = new ImageAugmentation(12, 0.2, 0.13, 2, 0.5, 0.3, 0, false);
        float[] pixels = new InkRasterizer().rasterize(SEVEN).image().pixels();
        double ink = sum(pixels);

        for (int seed = 0; seed < 200; seed++) {
            float[] varied = vary(images, pixels, seed);
            assertThat(sum(varied)).isBetween(ink * 0.5, ink * 1.8);
            for (float level : varied) {
                assertThat(level).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void rotationTurnsByTheAngleItIsGiven() {
        // A dot to the right of the middle goes down or up by the sine of the angle.
        float[] pixels = new float[784];
        pixels[14 * 28 + 22] = 1;
        ImageAugmentation turned = new ImageAugmentation(30, 0, 0, 0, 0, 0, 0, false);

        for (int seed = 0; seed < 50; seed++) {
            float[] varied = vary(turned, pixels, seed);
            double x = 0;
            double y = 0;
            for (int i = 0; i < varied.length; i++) {
                x += varied[i] * (i % 28 + 0.5 - 14);
                y += varied[i] * (i / 28 + 0.5 - 14);
            }
            double reach = Math.hypot(x, y) / sum(varied);
            assertThat(reach).isCloseTo(Math.hypot(8.5, 0.5), within(0.35));
            assertThat(Math.toDegrees(Math.atan2(y, x))).isBetween(-32.0, 38.0);
        }
    }

    @Test
    void aShareOfTheDigitsComesAsSmallPictures() {
        ScanAugmentation scan = new ScanAugmentation(0.3, 12, 20, 0.9, 0.5);
        float[] pixels = new InkRasterizer().rasterize(SEVEN).image().pixels();

        int changed = 0;
        for (int seed = 0; seed < 300; seed++) {
            changed += Arrays.equals(scanned(scan, pixels, seed), pixels) ? 0 : 1;
        }

        assertThat(changed).isBetween(60, 120);
        assertThat(scanned(scan, pixels, 4)).containsExactly(scanned(scan, pixels, 4));
        assertThat(scanned(ScanAugmentation.none(), pixels, 4)).containsExactly(pixels);
    }

    @Test
    void smallPicturesAreBroughtToTheSizeAndPlaceOfOthers() {
        ScanAugmentation scan = new ScanAugmentation(1, 12, 20, 0, 0.5);
        float[] pixels = new InkRasterizer().rasterize(SEVEN).image().pixels();
        double widthOverHeight = width(pixels) / height(pixels);

        for (int seed = 0; seed < 100; seed++) {
            float[] small = scanned(scan, pixels, seed);
            assertThat(height(small)).isCloseTo(20, within(2.0));
            assertThat(width(small) / height(small)).isCloseTo(widthOverHeight, within(0.15));
            assertThat(overlap(small, pixels)).isGreaterThan(0.45);
        }
    }

    @Test
    void narrowDigitsAreStretchedButNeverWiderThanHigh() {
        Drawing one = new Drawing(List.of(new Stroke(List.of(new Point(150, 60, 0), new Point(130, 230, 10)))));
        float[] pixels = new InkRasterizer().rasterize(one).image().pixels();
        ScanAugmentation scan = new ScanAugmentation(1, 16, 16, 2, 0);

        double widest = 0;
        for (int seed = 0; seed < 100; seed++) {
            float[] small = scanned(scan, pixels, seed);
            widest = Math.max(widest, width(small) / height(small));
        }

        assertThat(widest).isBetween(2 * width(pixels) / height(pixels), 1.1);
    }

    @Test
    void paperStaysPaper() {
        ScanAugmentation scan = new ScanAugmentation(1, 12, 20, 0.9, 0.5);

        assertThat(scanned(scan, new float[784], 1)).containsOnly(0f);
    }

    private static float[] scanned(ScanAugmentation augmentation, float[] pixels, long seed) {
        float[] scanned = pixels.clone();
        augmentation.apply(new SplittableRandom(seed), scanned, 0);
        return scanned;
    }

    /** How much of the ink is where the other has ink, 0 to 1. */
    private static double overlap(float[] one, float[] other) {
        double common = 0;
        for (int i = 0; i < one.length; i++) {
            common += Math.min(one[i], other[i]);
        }
        return common / Math.max(sum(one), sum(other));
    }

    private static double width(float[] pixels) {
        return extent(pixels, 1);
    }

    private static double height(float[] pixels) {
        return extent(pixels, 28);
    }

    /** How many columns (step 1) or rows (step 28) have ink. */
    private static double extent(float[] pixels, int step) {
        boolean[] inked = new boolean[28];
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] > 0.3) {
                inked[i / step % 28] = true;
            }
        }
        int count = 0;
        for (boolean one : inked) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static float[] vary(ImageAugmentation augmentation, float[] pixels, long seed) {
        float[] varied = new float[784];
        augmentation.apply(pixels, new SplittableRandom(seed), varied, 0);
        return varied;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
