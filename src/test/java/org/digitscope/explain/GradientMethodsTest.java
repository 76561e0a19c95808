package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saliency, gradient times input, integrated gradients and SmoothGrad, against what can be worked out by hand. */
final class GradientMethodsTest {
    private static final int PIXELS = DigitImage.SIZE * DigitImage.SIZE;

    /** Logit 0 is 2 · pixel (3, 4) − 3 · pixel (5, 6) + pixel (7, 8), logit 1 is 10 · pixel (3, 4). */
    private final TinyNetwork linear = TinyNetwork.linear(weights(3, 4, 2, 5, 6, -3, 7, 8, 1), weights(3, 4, 10));

    /** Ink where the first two weights are; paper at the third. */
    private final DigitImage image = Asking.image(3, 4, 255, 5, 6, 51, 20, 20, 255);

    @Test
    void saliencyIsTheMagnitudeOfTheGradient() {
        float[] pixels = Asking.why(Method.SALIENCY, 0, image, linear);

        // The ReLU has no slope at 0, so paper has none here.
        assertThat(pixels).isEqualTo(weights(3, 4, 2, 5, 6, 3));
    }

    @Test
    void gradientTimesInputHasASign() {
        float[] pixels = Asking.why(Method.GRADIENT_X_INPUT, 0, image, linear);

        assertThat(pixels).containsExactly(weights(3, 4, 2, 5, 6, -0.6), within(1e-6f));
    }

    @Test
    void integratedGradientsOfASumAreItsTerms() {
        float[] pixels = Asking.why(Method.INTEGRATED_GRADIENTS, 0, image, linear);

        assertThat(pixels).containsExactly(weights(3, 4, 2, 5, 6, -0.6), within(1e-6f));
    }

    @Test
    void integratedGradientsSeeThatAnEdgeIsOnlyReachedOnTheWay() {
        // ReLU(2 · pixel − 1): no slope on the first half of the way, 2 on the second.
        Kernels kernels = new Kernels(1, 1, 1, 1, new float[] {2}, new float[] {-1});
        float[] weights = new float[10 * PIXELS];
        weights[4 * PIXELS + Asking.at(9, 9)] = 1;
        TinyNetwork network = new TinyNetwork(kernels, 1, weights, new float[10]);
        DigitImage dot = Asking.image(9, 9, 255);

        assertThat(Asking.why(Method.INTEGRATED_GRADIENTS, 4, dot, network)[Asking.at(9, 9)])
                .isCloseTo(1f, within(1e-6f));
        assertThat(Asking.why(Method.GRADIENT_X_INPUT, 4, dot, network)[Asking.at(9, 9)])
                .isCloseTo(2f, within(1e-6f));
    }

    @Test
    void stepsAreHalvedWhereTheEdgeIsUntilTheValuesAddUp() {
        // ReLU(pixel − 0.985): the slope of 1 begins within the last of fifty steps, before its middle at 0.99.
        Kernels kernels = new Kernels(1, 1, 1, 1, new float[] {1}, new float[] {-0.985f});
        float[] weights = new float[10 * PIXELS];
        weights[Asking.at(9, 9)] = 100;
        TinyNetwork network = new TinyNetwork(kernels, 1, weights, new float[10]);

        float[] pixels = Asking.why(Method.INTEGRATED_GRADIENTS, 0, Asking.image(9, 9, 255), network);

        // Fifty steps alone would say 2.
        assertThat(pixels[Asking.at(9, 9)]).isCloseTo(1.5f, within(0.015f));
        int images = network.batches().stream().mapToInt(Integer::intValue).sum();
        assertThat(images).isBetween(50 + 51 + 24 + 6, 250);
    }

    @Test
    void fiftyStepsAreEnoughWhereNothingSwitches() {
        Asking.why(Method.INTEGRATED_GRADIENTS, 0, image, linear);

        // Two steps at a time, with S at all their ends and then the gradients.
        assertThat(linear.batches()).hasSize(50).startsWith(3, 2).endsWith(3, 2);
    }

    @Test
    void aSumThatCannotBeReachedEndsNevertheless() {
        TinyNetwork network = TinyNetwork.linear(weights(3, 4, 2)).lying(2);
        Explanation explanation = Asking.begin(Question.why(Method.INTEGRATED_GRADIENTS, 0), image);
        int slices = 1;
        while (!explanation.step(network)) {
            slices++;
        }

        // 25 for fifty steps; each further one has one step more, up to eight hundred. Each takes S, the way forward
        // and
        // the gradients apart.
        assertThat(slices).isEqualTo(3 * (25 + 750));
        assertThat(explanation.result().orElseThrow().pixels()[Asking.at(3, 4)]).isCloseTo(4, within(1e-4f));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void integratedGradientsAddUpToWhatTheInkChanges(long seed) {
        TinyNetwork network = TinyNetwork.random(seed);
        for (int digit = 0; digit < 10; digit++) {
            DigitImage scribble = Asking.scribble(seed + 100L * digit);
            double difference = network.logit(scribble.pixels(), digit) - network.logit(new float[PIXELS], digit);

            float[] pixels = Asking.why(Method.INTEGRATED_GRADIENTS, digit, scribble, network);

            assertThat(Asking.sum(pixels)).isCloseTo(difference, within(Math.max(0.01 * Math.abs(difference), 0.0011)));
        }
    }

    @Test
    void smoothGradOfAStraightFunctionIsItsSlope() {
        // All noise is far from the ReLU's edge.
        Kernels kernels = new Kernels(1, 1, 1, 1, new float[] {1}, new float[] {100});
        float[] weights = new float[10 * PIXELS];
        weights[Asking.at(9, 9)] = -4;
        TinyNetwork network = new TinyNetwork(kernels, 1, weights, new float[10]);

        float[] pixels = Asking.why(Method.SMOOTHGRAD, 0, image, network);

        assertThat(pixels).containsExactly(weights(9, 9, 4), within(1e-5f));
    }

    @Test
    void smoothGradLooksAroundTheImage() {
        // On paper half of the noise is on the side of the ReLU's edge where there is a slope; on ink nearly all is.
        TinyNetwork everywhere = TinyNetwork.linear(ones());

        float[] pixels = Asking.why(Method.SMOOTHGRAD, 0, image, everywhere);

        assertThat(pixels[Asking.at(3, 4)]).isEqualTo(1, within(1e-5f));
        assertThat(Asking.sum(pixels) / PIXELS).isCloseTo(0.5, within(0.02));
        assertThat(Asking.why(Method.SALIENCY, 0, image, everywhere)[0]).isZero();
    }

    @Test
    void smoothGradIsTheMeanOfMagnitudesOverNoiseOfTheStatedWidth() {
        // A kernel whose edge is one and a half deviations of the noise away: passed by 6.7 % of it.
        Kernels kernels = new Kernels(1, 1, 1, 1, new float[] {1}, new float[] {-1.5f * 0.15f});
        float[] weights = new float[10 * PIXELS];
        Random random = new Random(3);
        for (int i = 0; i < PIXELS; i++) {
            weights[i] = random.nextBoolean() ? 1 : -1;
        }
        TinyNetwork network = new TinyNetwork(kernels, 1, weights, new float[10]);

        float[] pixels = Asking.why(Method.SMOOTHGRAD, 0, DigitImage.blank(), network);

        assertThat(Asking.sum(pixels) / PIXELS).isCloseTo(0.0668, within(0.006));
        assertThat(network.batches()).hasSize(16).containsOnly(2);
    }

    /** 28×28 zeros but for x, y, weight, x, y, weight, … */
    private static float[] weights(double... values) {
        float[] weights = new float[PIXELS];
        for (int i = 0; i < values.length; i += 3) {
            weights[Asking.at((int) values[i], (int) values[i + 1])] = (float) values[i + 2];
        }
        return weights;
    }

    private static float[] ones() {
        float[] ones = new float[PIXELS];
        Arrays.fill(ones, 1);
        return ones;
    }
}
