package org.digitscope.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.digitscope.image.PictureSamples.FIVE;
import static org.digitscope.image.PictureSamples.ONE;
import static org.digitscope.image.PictureSamples.SEVEN;
import static org.digitscope.image.PictureSamples.ZERO;
import static org.digitscope.image.PictureSamples.blackOnWhite;
import static org.digitscope.image.PictureSamples.box;
import static org.digitscope.image.PictureSamples.canvas;
import static org.digitscope.image.PictureSamples.centreOfMass;
import static org.digitscope.image.PictureSamples.difference;
import static org.digitscope.image.PictureSamples.filled;
import static org.digitscope.image.PictureSamples.highest;
import static org.digitscope.image.PictureSamples.ink;
import static org.digitscope.image.PictureSamples.inkSum;
import static org.digitscope.image.PictureSamples.levels;
import static org.digitscope.image.PictureSamples.longerSide;
import static org.digitscope.image.PictureSamples.normalized;
import static org.digitscope.image.PictureSamples.photographed;
import static org.digitscope.image.PictureSamples.transparent;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureNormalizerTest {
    /** Two images that look the same; another digit differs by more than 1. */
    private static final double ALIKE = 0.2;

    @Test
    void longerSideIs20AndTheMassIsInTheMiddle() {
        for (double[][][] digit : List.of(ZERO, ONE, SEVEN, FIVE)) {
            DigitImage image = normalized(digit);
            assertThat(longerSide(image)).isBetween(19, 21);
            assertThat(centreOfMass(image, true)).isCloseTo(14, within(0.05));
            assertThat(centreOfMass(image, false)).isCloseTo(14, within(0.05));
            assertThat(highest(image)).isGreaterThan(240);
        }
        assertThat(difference(normalized(SEVEN), normalized(FIVE))).isGreaterThan(1);
    }

    @Test
    void keepsTheAspectOfWideAndTallDigits() {
        int[] one = box(normalized(ONE));
        assertThat(one[3] - one[1]).isBetween(19, 21);
        assertThat(one[2] - one[0]).isBetween(5, 8);
        double[] wide = ink(280, 280, new double[][][] {{{0, 0}, {1, 0}, {1, 0.3}}}, 30, 100, 200, 18);
        int[] box = box(PictureNormalizer.normalize(blackOnWhite(280, 280, wide)));
        assertThat(box[2] - box[0]).isBetween(19, 21);
        assertThat(box[3] - box[1]).isBetween(6, 9);
    }

    @ParameterizedTest
    @CsvSource({"255, 0", "0, 255", "200, 90", "40, 130", "255, 215", "128, 60"})
    void anyToneMayBePaperAndAnyInk(int paper, int full) {
        Picture picture = Picture.ofGrey(280, 280, levels(canvas(FIVE), paper, full));
        assertThat(difference(PictureNormalizer.normalize(picture), normalized(FIVE)))
                .isLessThan(0.03);
    }

    @ParameterizedTest
    @CsvSource({"3, 5, 80, 7.6", "150, 160, 100, 9.5", "10, 10, 255, 24", "200, 20, 60, 5.7"})
    void placeAndSizeDoNotMatter(double left, double top, double size, double pen) {
        double[] ink = ink(280, 280, FIVE, left, top, size, pen);
        DigitImage image = PictureNormalizer.normalize(blackOnWhite(280, 280, ink));
        assertThat(difference(image, normalized(FIVE))).isLessThan(ALIKE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0xFFFFFF, 0xE02020})
    void readsInkOnATransparentGround(int rgb) {
        DigitImage image = PictureNormalizer.normalize(transparent(280, 280, canvas(FIVE), rgb));
        assertThat(difference(image, normalized(FIVE))).isLessThan(0.03);
    }

    @Test
    void readsPaperWithATransparentMargin() {
        int[] argb = blackOnWhite(280, 280, canvas(FIVE)).argb();
        for (int i = 0; i < argb.length; i++) {
            if (Math.hypot(i % 280 - 140, i / 280 - 140) > 150) {
                argb[i] = 0;
            }
        }
        DigitImage image = PictureNormalizer.normalize(Picture.ofArgb(280, 280, argb));
        assertThat(difference(image, normalized(FIVE))).isLessThan(0.03);
    }

    @Test
    void readsColoursThatAreEquallyLight() {
        double[] ink = canvas(FIVE);
        int[] argb = new int[ink.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = ink[i] > 0.5 ? 0xFFFF0000 : 0xFF008200;
        }
        DigitImage image = PictureNormalizer.normalize(Picture.ofArgb(280, 280, argb));
        assertThat(difference(image, normalized(FIVE))).isLessThan(ALIKE);
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0.0, 12", "0.6, 0.0, 3", "0.0, 0.9, 3", "-0.5, 0.7, 8"})
    void unevenLightAndNoiseDoNotMatter(double slope, double vignette, double noise) {
        int[] seen = photographed(280, levels(canvas(FIVE), 240, 60), slope, vignette, noise);
        DigitImage image = PictureNormalizer.normalize(Picture.ofGrey(280, 280, seen));
        assertThat(difference(image, normalized(FIVE))).isLessThan(ALIKE);
        assertThat(image.pixel(0, 0) + image.pixel(27, 0) + image.pixel(0, 27) + image.pixel(27, 27))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 4", "6, 3"})
    void aFrameIsNoInkEvenIfTheDigitTouchesIt(int inset, int thickness) {
        double[] ink = ink(280, 280, FIVE, 40, inset + thickness + 8, 190, 18);
        DigitImage expected = PictureNormalizer.normalize(blackOnWhite(280, 280, ink));
        for (int i = 0; i < ink.length; i++) {
            int edge = Math.min(Math.min(i % 280, i / 280), Math.min(279 - i % 280, 279 - i / 280));
            if (edge >= inset && edge < inset + thickness) {
                ink[i] = 1;
            }
        }
        assertThat(difference(PictureNormalizer.normalize(blackOnWhite(280, 280, ink)), expected))
                .isLessThan(ALIKE);
    }

    @Test
    void theLinesOfSquaredPaperAreNoInk() {
        double[] thin = ink(280, 280, FIVE, 70, 40, 190, 3);
        int[] levels = levels(thin, 245, 20);
        DigitImage expected = PictureNormalizer.normalize(Picture.ofGrey(280, 280, levels));
        for (int i = 0; i < levels.length; i++) {
            if (i % 280 % 22 == 7 || i / 280 % 22 == 3) {
                levels[i] = Math.min(levels[i], 195);
            }
        }
        DigitImage image = PictureNormalizer.normalize(Picture.ofGrey(280, 280, levels));
        assertThat(difference(image, expected)).isLessThan(ALIKE);
    }

    @Test
    void specksGoAndTheBarOfTheFiveStays() {
        double[] ink = canvas(FIVE);
        Random random = new Random(3);
        for (int speck = 0; speck < 30; speck++) {
            int at = random.nextInt(277) * 280 + random.nextInt(277);
            for (int i = 0; i < 9; i++) {
                ink[at + i % 3 + i / 3 * 280] = 1;
            }
        }
        DigitImage image = PictureNormalizer.normalize(blackOnWhite(280, 280, ink));
        assertThat(difference(image, normalized(FIVE))).isLessThan(ALIKE);

        double[] withoutBar = canvas(new double[][][] {FIVE[0]});
        DigitImage barless = PictureNormalizer.normalize(blackOnWhite(280, 280, withoutBar));
        assertThat(difference(image, barless)).isGreaterThan(2 * ALIKE);
    }

    /** Without it, a question mark is read as a 7. */
    @Test
    void theDotUnderAQuestionMarkStays() {
        double[][] hook = {{0.3, 0.15}, {0.45, 0}, {0.65, 0.05}, {0.7, 0.2}, {0.5, 0.4}, {0.45, 0.6}};
        double[][] dot = {{0.45, 0.94}, {0.45, 0.95}};
        double[] whole = ink(280, 280, new double[][][] {hook, dot}, 90, 60, 150, 16);
        double[] dotless = ink(280, 280, new double[][][] {hook}, 90, 60, 150, 16);
        DigitImage image = PictureNormalizer.normalize(blackOnWhite(280, 280, whole));
        int lowest = 0;
        int gap = 0;
        for (int y = 0; y < DigitImage.SIZE; y++) {
            if (inkInRow(image, y) > 1) {
                gap = Math.max(gap, lowest == 0 ? 0 : y - lowest - 1);
                lowest = y;
            }
        }
        assertThat(gap).isGreaterThanOrEqualTo(2);
        assertThat(difference(image, PictureNormalizer.normalize(blackOnWhite(280, 280, dotless))))
                .isGreaterThan(2 * ALIKE);
    }

    private static double inkInRow(DigitImage image, int y) {
        double sum = 0;
        for (int x = 0; x < DigitImage.SIZE; x++) {
            sum += image.pixel(x, y);
        }
        return sum;
    }

    @Test
    void whatIsAlreadyLikeMnistStaysAsItIs() {
        for (double[][][] digit : List.of(ZERO, ONE, SEVEN, FIVE)) {
            DigitImage image = normalized(digit);
            assertThat(maxDifference(PictureNormalizer.normalizeGrey(28, 28, image.levels()), image))
                    .isLessThanOrEqualTo(4);
        }
    }

    @Test
    void digitsOfMnistStayAsTheyAre() throws IOException {
        String data = System.getenv("DIGITSCOPE_DATA");
        Path file = Path.of(data == null ? "" : data, "mnist", "train-images-idx3-ubyte.gz");
        assumeTrue(data != null && Files.exists(file), "DIGITSCOPE_DATA does not point at MNIST");
        int unchanged = 0;
        int count = 1000;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.readNBytes(16);
            for (int i = 0; i < count; i++) {
                DigitImage digit = DigitImage.ofLevels(in.readNBytes(784));
                DigitImage image = PictureNormalizer.normalizeGrey(28, 28, digit.levels());
                unchanged += difference(image, digit) < 0.04 ? 1 : 0;
            }
        }
        assertThat(unchanged).isGreaterThan(count * 97 / 100);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsTinyBinaryPicturesThatTheDigitFills(boolean darkOnLight) {
        for (double[][][] digit : List.of(ZERO, SEVEN, FIVE)) {
            double[] ink = ink(16, 16, digit, 1, 1, 14, 2.0);
            int[] levels = new int[256];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = ink[i] >= 0.5 == darkOnLight ? 0 : 255;
            }
            DigitImage image = PictureNormalizer.normalize(Picture.ofGrey(16, 16, levels));
            assertThat(longerSide(image)).isBetween(19, 21);
            assertThat(difference(image, normalized(digit))).isLessThan(0.6);
        }
    }

    @Test
    void readsBlurredGreyScans() {
        int[] levels = photographed(40, levels(ink(40, 60, FIVE, 5, 12, 36, 3.5), 210, 90), 0.2, 0, 4);
        DigitImage image = PictureNormalizer.normalize(Picture.ofGrey(40, 60, levels));
        assertThat(difference(image, normalized(FIVE))).isLessThan(0.4);
    }

    @ParameterizedTest
    @ValueSource(ints = {280, 400, 900})
    void aLineOfOnePixelBecomesAStroke(int side) {
        double[] ink = ink(side, side, SEVEN, side * 0.2, side * 0.15, side * 0.7, 1);
        DigitImage image = PictureNormalizer.normalize(blackOnWhite(side, side, ink));
        assertThat(highest(image)).isGreaterThan(230);
        assertThat(longerSide(image)).isBetween(19, 21);
        assertThat(inkSum(image)).isBetween(0.9 * inkSum(normalized(SEVEN)), 1.4 * inkSum(normalized(SEVEN)));
    }

    @Test
    void aBroadMarkerIsThinnedAndTheZeroKeepsItsHole() {
        double[] ink = ink(280, 280, ZERO, 40, 40, 200, 60);
        DigitImage image = PictureNormalizer.normalize(blackOnWhite(280, 280, ink));
        assertThat(image.level(14, 14)).isZero();
        assertThat(inkSum(image)).isLessThan(2 * inkSum(normalized(ZERO)));
    }

    @Test
    void straightLinesAreFittedAndCentred() {
        double[] upright = ink(200, 200, new double[][][] {{{0, 0}, {0, 1}}}, 150, 20, 150, 10);
        DigitImage image = PictureNormalizer.normalize(blackOnWhite(200, 200, upright));
        int[] box = box(image);
        assertThat(box[3] - box[1]).isBetween(19, 21);
        assertThat(box[2] - box[0]).isBetween(1, 4);
        assertThat(centreOfMass(image, true)).isCloseTo(14, within(0.05));

        double[] level = ink(200, 200, new double[][][] {{{0, 0}, {1, 0}}}, 20, 60, 150, 1);
        int[] levelBox = box(PictureNormalizer.normalize(blackOnWhite(200, 200, level)));
        assertThat(levelBox[2] - levelBox[0]).isBetween(19, 21);
        assertThat(levelBox[3] - levelBox[1]).isBetween(1, 3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 12, 90})
    void aDotStaysADotInTheMiddle(double diameter) {
        double[] ink = ink(280, 280, new double[][][] {{{0, 0}, {0.0001, 0}}}, 200.5, 60.5, 1, diameter);
        DigitImage image = PictureNormalizer.normalize(blackOnWhite(280, 280, ink));
        assertThat(image.isBlank()).isFalse();
        assertThat(longerSide(image)).isBetween(2, 5);
        assertThat(centreOfMass(image, true)).isCloseTo(14, within(0.1));
        assertThat(centreOfMass(image, false)).isCloseTo(14, within(0.1));
    }

    @Test
    void noInkLeavesTheFrame() {
        double[][][] comb = {
            {{0, 0}, {0, 1}}, {{0.1, 0}, {0.1, 1}}, {{0.2, 0}, {0.2, 1}}, {{0.3, 0}, {0.3, 1}}, {{0, 0.5}, {1, 0.5}}
        };
        DigitImage image = PictureNormalizer.normalize(blackOnWhite(280, 280, ink(280, 280, comb, 30, 30, 200, 14)));
        int[] box = box(image);
        assertThat(box[2]).isEqualTo(DigitImage.SIZE);
        assertThat(box[2] - box[0]).isBetween(19, 21);
        assertThat(centreOfMass(image, true)).isLessThan(13.5);
    }

    @Test
    void aPictureWithoutInkIsBlank() {
        for (int level : new int[] {0, 128, 255}) {
            assertThat(PictureNormalizer.normalize(Picture.ofGrey(50, 40, filled(2000, level))))
                    .isEqualTo(DigitImage.blank());
        }
        assertThat(PictureNormalizer.normalize(Picture.ofGrey(1, 1, new int[] {77})))
                .isEqualTo(DigitImage.blank());
        assertThat(PictureNormalizer.normalize(Picture.ofArgb(30, 30, new int[900])))
                .isEqualTo(DigitImage.blank());
        int[] unevenPaper = photographed(300, filled(300 * 200, 230), 0.5, 0.6, 5);
        assertThat(PictureNormalizer.normalize(Picture.ofGrey(300, 200, unevenPaper)))
                .isEqualTo(DigitImage.blank());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 28, 60, 280})
    void noiseIsBlank(int side) {
        Random random = new Random(9);
        for (int round = 0; round < 5; round++) {
            int[] uniform = random.ints(side * side, 0, 256).toArray();
            assertThat(PictureNormalizer.normalize(Picture.ofGrey(side, side, uniform))
                            .isBlank())
                    .as("uniform")
                    .isTrue();
            int[] bits = random.ints(side * side, 0, 2).map(bit -> 255 * bit).toArray();
            assertThat(PictureNormalizer.normalize(Picture.ofGrey(side, side, bits))
                            .isBlank())
                    .as("bits")
                    .isTrue();
        }
    }

    @Test
    void everySmallSizeIsTaken() {
        for (int width = 1; width <= 9; width++) {
            for (int height = 1; height <= 9; height++) {
                int[] levels = filled(width * height, 255);
                levels[levels.length / 2] = 0;
                DigitImage image = PictureNormalizer.normalize(Picture.ofGrey(width, height, levels));
                assertThat(image.levels()).hasSize(784);
            }
        }
    }

    @Test
    void noPictureIsTooStrange() {
        Random random = new Random(12);
        for (int round = 0; round < 400; round++) {
            int width = 1 + random.nextInt(round % 10 == 0 ? 300 : 40);
            int height = 1 + random.nextInt(40);
            int[] argb = new int[width * height];
            int alpha = random.nextBoolean() ? 0xFF000000 : random.nextInt();
            for (int blot = 0; blot < 4; blot++) {
                int from = random.nextInt(argb.length);
                int to = from + random.nextInt(argb.length - from);
                int step = 1 + random.nextInt(3);
                int colour = random.nextInt() | alpha;
                for (int i = from; i < to; i += step) {
                    argb[i] = colour;
                }
            }
            DigitImage image = PictureNormalizer.normalize(Picture.ofArgb(width, height, argb));
            assertThat(image.levels()).hasSize(784);
        }
    }

    @Test
    void aPhotoIsReadWellUnderASecond() {
        int width = 4000;
        double[] small = ink(500, 375, FIVE, 150, 60, 250, 16);
        int[] levels = new int[width * 3000];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (int) Math.rint(230 - 180 * small[i / width / 8 * 500 + i % width / 8]);
        }
        Picture photo = Picture.ofGrey(width, 3000, photographed(width, levels, 0.3, 0.5, 8));
        DigitImage image = Assertions.assertTimeout(Duration.ofSeconds(3), () -> PictureNormalizer.normalize(photo));
        assertThat(difference(image, normalized(FIVE))).isLessThan(0.3);
        assertThat(PictureNormalizer.normalize(photo)).isEqualTo(image);
    }

    private static int maxDifference(DigitImage one, DigitImage other) {
        int most = 0;
        for (int i = 0; i < one.levels().length; i++) {
            most = Math.max(most, Math.abs((one.levels()[i] & 0xFF) - (other.levels()[i] & 0xFF)));
        }
        return most;
    }
}
