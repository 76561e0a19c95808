package org.digitscope.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InkRasterizerTest {
    private static final double WIDTH = InkRasterizer.DEFAULT_STROKE_WIDTH_PX;
    private static final double CAPS = Math.PI * WIDTH * WIDTH / 4;

    private final InkRasterizer rasterizer = new InkRasterizer();

    @Test
    void blankDrawingIsBlankPaperWithoutAPlacement() {
        InkImage blank = rasterizer.rasterize(Drawing.empty());

        assertThat(blank.image().isBlank()).isTrue();
        assertThat(blank.placement()).isEmpty();
    }

    @Test
    void singlePointIsADotInTheMiddle() {
        assertDotInTheMiddle(rasterizer.rasterize(TestInk.drawing(37.5, 12)));
    }

    @Test
    void severalPointsAtOnePlaceAreADotInTheMiddle() {
        assertDotInTheMiddle(rasterizer.rasterize(TestInk.drawing(5, 5, 5, 5, 5, 5)));
        Drawing twice = TestInk.drawing(5, 5).plus(TestInk.stroke(5, 5, 5, 5));
        assertDotInTheMiddle(rasterizer.rasterize(twice));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-310, 1e9, -1e9, 1e300, -1e300})
    void aDotIsADotWhereverItIs(double place) {
        assertDotInTheMiddle(rasterizer.rasterize(TestInk.drawing(place, place)));
    }

    @Test
    void horizontalLineIsTwentyPixelsLongAndOneStrokeHigh() {
        DigitImage image = rasterizer.rasterize(TestInk.drawing(10, 50, 90, 50)).image();

        assertThat(TestInk.inkedBox(image)).containsExactly(4, 23, 12, 15);
        assertThat(TestInk.ink(image)).isCloseTo((20 - WIDTH) * WIDTH + CAPS, within(0.2));
        assertThat(TestInk.centreOfMass(image)).containsExactly(new double[] {14, 14}, within(0.005));
    }

    @Test
    void verticalLineIsTheHorizontalLineTurned() {
        DigitImage lying = rasterizer.rasterize(TestInk.drawing(10, 50, 90, 50)).image();
        DigitImage standing =
                rasterizer.rasterize(TestInk.drawing(50, 10, 50, 90)).image();

        for (int y = 0; y < DigitImage.SIZE; y++) {
            for (int x = 0; x < DigitImage.SIZE; x++) {
                assertThat(standing.level(y, x)).isEqualTo(lying.level(x, y));
            }
        }
    }

    @Test
    void twoDotsStandTwentyPixelsApartWithPaperBetween() {
        Drawing dots = TestInk.drawing(0, 0).plus(TestInk.stroke(0, 60));

        DigitImage image = rasterizer.rasterize(dots).image();

        assertThat(TestInk.inkedBox(image)).containsExactly(12, 15, 4, 23);
        assertThat(TestInk.ink(image)).isCloseTo(2 * CAPS, within(0.1));
        assertThat(image.level(14, 14)).isZero();
    }

    @Test
    void keepsAspectRatioOfTallDigits() {
        DigitImage image = rasterizer
                .rasterize(TestInk.drawing(0, 0, 10, 0, 10, 40, 0, 40, 0, 0))
                .image();

        // 20 px high; the points are 17.7 px apart, so 4.425 px in the other direction, and the stroke is added.
        int[] box = TestInk.inkedBox(image);
        assertThat(box[3] - box[2] + 1).isEqualTo(20);
        assertThat(box[1] - box[0] + 1).isEqualTo(8);
        double middleRow = 0;
        for (int x = 0; x < DigitImage.SIZE; x++) {
            middleRow += image.pixel(x, 14) * (x < 14 ? 0 : x + 0.5 - 14) * 2;
        }
        assertThat(middleRow / (2 * WIDTH)).isCloseTo(17.7 / 4 / 2, within(0.05));
    }

    @Test
    void outlineOfASquareFillsExactlyTwentyPixels() {
        DigitImage image = rasterizer
                .rasterize(TestInk.drawing(0, 0, 100, 0, 100, 100, 0, 100, 0, 0))
                .image();

        assertThat(image.level(14, 3)).isZero();
        assertThat(image.level(14, 4)).isEqualTo(255);
        assertThat(image.level(14, 5)).isEqualTo(255);
        assertThat(image.pixel(14, 6)).isCloseTo(0.3f, within(0.01f));
        assertThat(image.level(14, 7)).isZero();
        assertThat(image.level(23, 14)).isEqualTo(255);
        assertThat(image.level(24, 14)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 15, 30, 45, 61, 77, 90, 104, 135, 160})
    void straightStrokeCoversItsExactAreaAtAnyAngle(int degrees) {
        double dx = Math.cos(Math.toRadians(degrees));
        double dy = Math.sin(Math.toRadians(degrees));
        InkImage line = rasterizer.rasterize(TestInk.drawing(3, 4, 3 + 70 * dx, 4 + 70 * dy));
        double lengthPx = 70 * line.placement().orElseThrow().scale();

        double area = lengthPx * WIDTH + CAPS;

        assertThat(TestInk.ink(line.image())).isCloseTo(area, within(area * 0.01));
        assertThat((TestInk.ink(line.image()) - CAPS) / lengthPx).isCloseTo(2.3, within(0.03));
    }

    @Test
    void everyPixelOfASlantingStrokeIsCoveredAsFarAsItIsInside() {
        InkImage line = rasterizer.rasterize(TestInk.drawing(0, 0, 70, 29));
        Placement placement = line.placement().orElseThrow();
        double fromX = placement.toImageX(0);
        double fromY = placement.toImageY(0);
        double toX = placement.toImageX(70);
        double toY = placement.toImageY(29);

        for (int y = 0; y < DigitImage.SIZE; y++) {
            for (int x = 0; x < DigitImage.SIZE; x++) {
                double exact = shareInside(x, y, fromX, fromY, toX, toY);
                assertThat((double) line.image().pixel(x, y)).as("%d, %d", x, y).isCloseTo(exact, within(0.03));
            }
        }
    }

    @Test
    void overlappingStrokesAreNotDarkerThanInk() {
        Drawing once = TestInk.drawing(0, 0, 50, 50);
        Drawing twice = once.plus(TestInk.stroke(50, 50, 0, 0));

        assertThat(rasterizer.rasterize(twice).image())
                .isEqualTo(rasterizer.rasterize(once).image());
    }

    @Test
    void massAtOneEndIsClampedSoThatNoInkLeavesTheFrame() {
        // A flag: its mass is at the top, so centring it would push the pole's foot out at the bottom.
        Drawing flag = TestInk.drawing(0, 100, 0, 0).plus(scribble(0, 0, 80, 20));
        InkImage image = rasterizer.rasterize(flag);

        assertThat(image.placement().orElseThrow().toImageY(100) + WIDTH / 2).isCloseTo(28, within(1e-9));
        assertThat(TestInk.centreOfMass(image.image())[1]).isLessThan(13.5);
        assertThat(TestInk.centreOfMass(image.image())[0]).isCloseTo(14, within(0.01));
        assertThat(TestInk.inkedBox(image.image())[3]).isEqualTo(27);
        // The pole's last four pixels, its round cap included: nothing is cut off.
        assertThat(inkBelow(24, image.image())).isCloseTo((4 - WIDTH / 2) * WIDTH + CAPS / 2, within(0.1));
    }

    @Test
    void anLIsCentredByItsMassNotByItsBox() {
        InkImage letter = rasterizer.rasterize(TestInk.drawing(0, 0, 0, 100, 60, 100));
        Placement placement = letter.placement().orElseThrow();

        assertThat(TestInk.centreOfMass(letter.image())).containsExactly(new double[] {14, 14}, within(0.01));
        assertThat((placement.toImageX(0) + placement.toImageX(60)) / 2).isGreaterThan(15.5);
        assertThat((placement.toImageY(0) + placement.toImageY(100)) / 2).isLessThan(12.5);
    }

    @Test
    void placementLeadsToInkedPixelsAndBack() {
        Drawing three = TestInk.drawing(120, 80, 200, 70, 210, 130, 150, 150, 215, 160, 205, 240, 110, 235);
        InkImage image = rasterizer.rasterize(three);
        Placement placement = image.placement().orElseThrow();

        for (Point point : three.strokes().get(0).points()) {
            double x = placement.toImageX(point.x());
            double y = placement.toImageY(point.y());
            assertThat(image.image().pixel((int) x, (int) y)).isGreaterThan(0.6f);
            assertThat(placement.toDrawingX(x)).isCloseTo(point.x(), within(1e-9));
            assertThat(placement.toDrawingY(y)).isCloseTo(point.y(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-299, 1e-100, 1e-9, 1e9, 1e100, 1e300})
    void tinyAndHugeDrawingsLookLikeAnyOther(double size) {
        Drawing seven = TestInk.drawing(0, 0, 0.7, 0.1, 0.3, 1);

        InkImage image = rasterizer.rasterize(TestInk.scaled(seven, size));

        assertThat(TestInk.largestDifference(
                        image.image(), rasterizer.rasterize(seven).image()))
                .isLessThanOrEqualTo(1);
        assertThat(image.placement().orElseThrow().toImageX(0.7 * size)).isBetween(0.0, 28.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-308, 5e-308, 1e-305})
    void whatIsTooSmallToBeScaledIsADot(double size) {
        assertDotInTheMiddle(rasterizer.rasterize(TestInk.drawing(0, 0, size, size / 2)));
    }

    @Test
    void theWholeRangeOfCoordinatesIsDrawn() {
        double end = Double.MAX_VALUE;

        DigitImage image =
                rasterizer.rasterize(TestInk.drawing(-end, -end, end, end)).image();

        assertThat(TestInk.largestDifference(
                        image, rasterizer.rasterize(TestInk.drawing(0, 0, 1, 1)).image()))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void twentyThousandPointsAreDrawnWithinASecond() {
        Random random = new Random(5);
        double[] coordinates = new double[40_000];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = random.nextDouble() * 300;
        }
        Drawing scrawl = TestInk.drawing(coordinates);

        long start = System.nanoTime();
        DigitImage image = rasterizer.rasterize(scrawl).image();

        assertThat(TestInk.ink(image)).isGreaterThan(350);
        assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
    }

    @Test
    void widthAndBoxCanBeChosenWithinLimits() {
        DigitImage thick =
                new InkRasterizer(4, 24).rasterize(TestInk.drawing(0, 0, 0, 9)).image();

        assertThat(TestInk.inkedBox(thick)).containsExactly(12, 15, 2, 25);
        assertThatThrownBy(() -> new InkRasterizer(0, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InkRasterizer(2, 29)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InkRasterizer(Double.NaN, 20)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.01, 1, 300, 1e9})
    void drawnAgainAtItsOwnPlacementItIsTheSame(double size) {
        Drawing three = TestInk.scaled(
                TestInk.drawing(1.2, 0.8, 2, 0.7, 2.1, 1.3, 1.5, 1.5, 2.15, 1.6, 2.05, 2.4, 1.1, 2.35)
                        .plus(TestInk.stroke(1, 1)),
                size);
        InkImage image = rasterizer.rasterize(three);

        DigitImage again = rasterizer.rasterize(three, image.placement().orElseThrow());

        assertThat(TestInk.largestDifference(again, image.image())).isLessThanOrEqualTo(1);
    }

    @Test
    void aStrokeAloneStaysWhereItWasAmongOthers() {
        Drawing whole = TestInk.drawing(0, 0, 0, 100).plus(TestInk.stroke(60, 20, 60, 40));
        InkImage image = rasterizer.rasterize(whole);
        Placement placement = image.placement().orElseThrow();
        Drawing second = new Drawing(whole.strokes().subList(1, 2));

        DigitImage alone = rasterizer.rasterize(second, placement);

        int beginning = (int) placement.toImageX(30);
        for (int y = 0; y < DigitImage.SIZE; y++) {
            for (int x = 0; x < DigitImage.SIZE; x++) {
                int expected = x < beginning ? 0 : image.image().level(x, y);
                assertThat(alone.level(x, y)).isBetween(expected - 1, expected + 1);
            }
        }
        assertThat(TestInk.ink(alone)).isGreaterThan(5);
        assertThat(rasterizer.rasterize(Drawing.empty(), placement).isBlank()).isTrue();
    }

    @Test
    void aPlacementSaysHowWideStrokesAreAndInkOutsideIsCutOff() {
        Placement placement = new Placement(0.5, 4, -2, 4);

        DigitImage image = rasterizer.rasterize(TestInk.drawing(20, 24, 900, 24), placement);

        // Begins at (14, 10), four wide, with a round cap of two.
        assertThat(TestInk.inkedBox(image)).containsExactly(12, 27, 8, 11);
        assertThat(image.level(20, 8)).isEqualTo(255);
        assertThat(image.level(20, 11)).isEqualTo(255);
        assertThat(rasterizer.rasterize(TestInk.drawing(-500, 0), placement).isBlank())
                .isTrue();
    }

    @Test
    void shrunkCanvasKeepsInkWhereItWasOnThePad() {
        InkImage image = rasterizer.shrinkCanvas(TestInk.drawing(28, 28, 56, 28), 0, 0, 280);
        Placement placement = image.placement().orElseThrow();

        assertThat(placement.toImageX(28)).isCloseTo(2.8, within(1e-12));
        assertThat(placement.toImageY(28)).isCloseTo(2.8, within(1e-12));
        assertThat(TestInk.inkedBox(image.image())).containsExactly(1, 6, 1, 3);
        assertThat(TestInk.ink(image.image())).isCloseTo(2.8 * WIDTH + CAPS, within(0.1));
    }

    @Test
    void shrunkCanvasCutsOffWhatIsOutsideAndHasItsOwnOrigin() {
        InkImage image = rasterizer.shrinkCanvas(TestInk.drawing(100, 100, 100, 900), 50, 50, 100);

        assertThat(TestInk.inkedBox(image.image())).containsExactly(12, 15, 12, 27);
        assertThat(rasterizer
                        .shrinkCanvas(TestInk.drawing(900, 900), 50, 50, 100)
                        .image()
                        .isBlank())
                .isTrue();
        assertThat(rasterizer.shrinkCanvas(Drawing.empty(), 0, 0, 1).placement())
                .isEmpty();
    }

    private static void assertDotInTheMiddle(InkImage dot) {
        assertThat(TestInk.inkedBox(dot.image())).containsExactly(12, 15, 12, 15);
        assertThat(TestInk.ink(dot.image())).isCloseTo(CAPS, within(0.05));
        assertThat(TestInk.centreOfMass(dot.image())).containsExactly(new double[] {14, 14}, within(0.005));
        assertThat(dot.placement().orElseThrow().scale()).isPositive();
    }

    private static Stroke scribble(double left, double top, double width, double height) {
        double[] coordinates = new double[120];
        for (int i = 0; i < coordinates.length; i += 2) {
            coordinates[i] = left + (i / 2 % 2) * width;
            coordinates[i + 1] = top + height * i / coordinates.length;
        }
        return TestInk.stroke(coordinates);
    }

    private static double inkBelow(int row, DigitImage image) {
        double sum = 0;
        for (int y = row; y < DigitImage.SIZE; y++) {
            for (int x = 0; x < DigitImage.SIZE; x++) {
                sum += image.pixel(x, y);
            }
        }
        return sum;
    }

    /** By 40×40 samples. */
    private static double shareInside(int x, int y, double fromX, double fromY, double toX, double toY) {
        int inside = 0;
        double squaredLength = (toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY);
        for (int i = 0; i < 1600; i++) {
            double atX = x + (i % 40 + 0.5) / 40 - fromX;
            double atY = y + (i / 40 + 0.5) / 40 - fromY;
            double share = (atX * (toX - fromX) + atY * (toY - fromY)) / squaredLength;
            double nearest = Math.max(0, Math.min(1, share));
            double distance = Math.hypot(atX - nearest * (toX - fromX), atY - nearest * (toY - fromY));
            inside += distance <= WIDTH / 2 ? 1 : 0;
        }
        return inside / 1600.0;
    }
}
