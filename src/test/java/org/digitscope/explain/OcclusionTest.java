package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.digitscope.image.DigitImage;
import org.digitscope.image.Placement;
import org.digitscope.ink.Drawing;
import org.junit.jupiter.api.Test;

final class OcclusionTest {
    private static final int SIZE = DigitImage.SIZE;

    /** A plus: the bar from left to right, then the one from top to bottom. */
    private final Drawing plus =
            Asking.drawing(new double[] {0, 50, 100, 50}, new double[] {50, 0, 50, 100}, new double[] {80, 90, 95, 90});

    @Test
    void aPixelGetsTheMeanFallOverTheSquaresThatCoverIt() {
        float[] weights = new float[SIZE * SIZE];
        weights[Asking.at(10, 10)] = 6;
        DigitImage image = Asking.image(10, 10, 255, 20, 20, 255);

        float[] pixels = Asking.why(Method.OCCLUSION, 0, image, TinyNetwork.linear(weights));

        // Squares around 8, 10 and 12 on both axes hide the ink. Those that cover a pixel are around the even numbers
        // within 2 of it, so pixel 13 has 12 and 14 and shares half of its squares with the ink on each axis.
        assertThat(pixels[Asking.at(10, 10)]).isCloseTo(6, within(1e-5f));
        assertThat(pixels[Asking.at(13, 10)]).isCloseTo(3, within(1e-5f));
        assertThat(pixels[Asking.at(13, 7)]).isCloseTo(1.5f, within(1e-5f));
        assertThat(pixels[Asking.at(14, 10)]).isCloseTo(2, within(1e-5f));
        assertThat(pixels[Asking.at(15, 10)]).isZero();
    }

    @Test
    void inkThatTheNetworkDoesNotUseGetsNothing() {
        float[] weights = new float[SIZE * SIZE];
        weights[Asking.at(3, 3)] = 5;
        DigitImage image = Asking.image(3, 3, 255, 20, 20, 255, 21, 20, 255);

        float[] pixels = Asking.why(Method.OCCLUSION, 0, image, TinyNetwork.linear(weights));

        for (int y = 10; y < SIZE; y++) {
            for (int x = 10; x < SIZE; x++) {
                assertThat(pixels[Asking.at(x, y)]).isZero();
            }
        }
        assertThat(pixels[Asking.at(3, 3)]).isPositive();
    }

    @Test
    void inkThatSpeaksAgainstIsNegativeAndCornersAreReached() {
        float[] weights = new float[SIZE * SIZE];
        weights[Asking.at(0, 0)] = -1;
        weights[Asking.at(27, 27)] = 1;

        float[] pixels =
                Asking.why(Method.OCCLUSION, 0, Asking.image(0, 0, 255, 27, 27, 255), TinyNetwork.linear(weights));

        assertThat(pixels[Asking.at(0, 0)]).isCloseTo(-1, within(1e-6f));
        assertThat(pixels[Asking.at(27, 27)]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void squaresWithoutInkNeedNoPass() {
        TinyNetwork network = TinyNetwork.linear(new float[SIZE * SIZE]);

        Asking.begin(Question.why(Method.OCCLUSION, 0), Asking.image(10, 10, 255))
                .run(network);

        // Nine squares cover the ink, and the image itself is the tenth.
        assertThat(network.batches()).containsExactly(4, 4, 2);
    }

    @Test
    void theStrokeThatMattersGetsTheLargestFall() {
        // Ink in the upper part of the middle: the second stroke is there alone.
        float[] weights = new float[SIZE * SIZE];
        for (int y = 4; y < 10; y++) {
            weights[Asking.at(13, y)] = 1;
            weights[Asking.at(14, y)] = 1;
        }
        TinyNetwork network = TinyNetwork.linear(weights);

        Relevance relevance =
                Asking.begin(Question.why(Method.STROKE_OCCLUSION, 0), plus).run(network);

        float[] strokes = relevance.strokes().orElseThrow();
        assertThat(strokes).hasSize(3);
        assertThat(strokes[1])
                .isCloseTo(
                        (float) network.logit(
                                Asking.RASTERIZER.rasterize(plus).image().pixels(), 0),
                        within(1e-4f));
        assertThat(strokes[1]).isGreaterThan(5);
        // They would not be zero if leaving one out moved the others.
        assertThat(strokes[0]).isZero();
        assertThat(strokes[2]).isZero();
    }

    @Test
    void othersStayWhereTheyAre() {
        // Counts all ink: what falls is then the ink of the stroke, and nothing else.
        float[] weights = new float[SIZE * SIZE];
        Arrays.fill(weights, 1);
        TinyNetwork network = TinyNetwork.linear(weights);
        Drawing apart = Asking.drawing(new double[] {0, 0, 0, 100}, new double[] {60, 20, 60, 40});
        Placement placement = Asking.RASTERIZER.rasterize(apart).placement().orElseThrow();
        Drawing second = new Drawing(apart.strokes().subList(1, 2));

        Relevance relevance =
                Asking.begin(Question.why(Method.STROKE_OCCLUSION, 0), apart).run(network);

        double ink = Asking.sum(Asking.RASTERIZER.rasterize(second, placement).pixels());
        assertThat((double) relevance.strokes().orElseThrow()[1]).isCloseTo(ink, within(0.05));
    }

    @Test
    void pixelsHaveTheValueOfTheirStrokeAndPaperHasNone() {
        float[] weights = new float[SIZE * SIZE];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % SIZE < 14 ? 1 : -2;
        }
        TinyNetwork network = TinyNetwork.linear(weights);

        Relevance relevance =
                Asking.begin(Question.why(Method.STROKE_OCCLUSION, 0), plus).run(network);

        DigitImage image = Asking.RASTERIZER.rasterize(plus).image();
        Placement placement = Asking.RASTERIZER.rasterize(plus).placement().orElseThrow();
        float[] strokes = relevance.strokes().orElseThrow();
        assertThat(at(relevance, placement, 10, 50)).isCloseTo(strokes[0], within(1e-4f));
        assertThat(at(relevance, placement, 50, 10)).isCloseTo(strokes[1], within(1e-4f));
        assertThat(at(relevance, placement, 88, 90)).isCloseTo(strokes[2], within(1e-4f));
        assertThat(at(relevance, placement, 50, 50)).isCloseTo((strokes[0] + strokes[1]) / 2, within(0.3f));
        float[] pixels = image.pixels();
        for (int i = 0; i < pixels.length; i++) {
            assertThat(pixels[i] > 0 || relevance.pixels()[i] == 0).isTrue();
        }
    }

    @Test
    void aSingleStrokeIsComparedWithABlankImage() {
        TinyNetwork network = TinyNetwork.random(5);
        Drawing seven = Asking.drawing(new double[] {0, 0, 60, 0, 20, 100});
        float[] image = Asking.RASTERIZER.rasterize(seven).image().pixels();

        Relevance relevance =
                Asking.begin(Question.why(Method.STROKE_OCCLUSION, 7), seven).run(network);

        double fall = network.logit(image, 7) - network.logit(new float[SIZE * SIZE], 7);
        assertThat(relevance.strokes().orElseThrow()).containsExactly(new float[] {(float) fall}, within(1e-4f));
    }

    @Test
    void aDrawingOfManyStrokesComesInSlices() {
        Drawing many = Drawing.empty();
        for (int i = 0; i < 30; i++) {
            many = many.plus(
                    Asking.drawing(new double[] {i, 0, i, 50}).strokes().get(0));
        }
        TinyNetwork network = TinyNetwork.random(1);

        Relevance relevance =
                Asking.begin(Question.why(Method.STROKE_OCCLUSION, 7), many).run(network);

        assertThat(relevance.strokes().orElseThrow()).hasSize(30);
        assertThat(network.batches()).containsExactly(4, 4, 4, 4, 4, 4, 4, 3);
    }

    @Test
    void aBlankDrawingHasNothingToLeaveOut() {
        Relevance relevance = Asking.begin(Question.why(Method.STROKE_OCCLUSION, 7), Drawing.empty())
                .run(TinyNetwork.random(1));

        assertThat(relevance.strokes().orElseThrow()).isEmpty();
        assertThat(relevance.largestMagnitude()).isZero();
    }

    @Test
    void aPictureHasNoStrokes() {
        Question question = Question.why(Method.STROKE_OCCLUSION, 7);

        assertThatThrownBy(() -> Explanations.begin(question, DigitImage.blank(), Optional.empty(), Asking.RASTERIZER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("picture");
        TinyNetwork network = TinyNetwork.random(1);
        assertThat(Explanations.supports(Method.STROKE_OCCLUSION, network.layers(), false))
                .isFalse();
        assertThat(Explanations.supports(Method.STROKE_OCCLUSION, network.layers(), true))
                .isTrue();
        assertThat(Explanations.supports(Method.OCCLUSION, network.layers(), false))
                .isTrue();
    }

    private static float at(Relevance relevance, Placement placement, double x, double y) {
        return relevance.pixels()[Asking.at((int) placement.toImageX(x), (int) placement.toImageY(y))];
    }
}
