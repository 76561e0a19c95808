package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.digitscope.image.DigitImage;
import org.digitscope.ink.Drawing;
import org.digitscope.network.WeightEdits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every method. */
final class ExplanationsTest {
    private final Drawing four =
            Asking.drawing(new double[] {30, 0, 0, 60, 80, 60}, new double[] {55, 30, 55, 100}, new double[] {9, 9});
    private final DigitImage image = Asking.RASTERIZER.rasterize(four).image();
    private final TinyNetwork network = TinyNetwork.random(11);

    static Stream<Method> linearInTheLogits() {
        return Stream.of(
                Method.GRADIENT_X_INPUT, Method.INTEGRATED_GRADIENTS, Method.OCCLUSION, Method.STROKE_OCCLUSION);
    }

    static Stream<Method> allButStrokes() {
        return Asking.allButStrokes().stream();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void mapsAreTheSameEachTime(Method method) {
        Question question = Question.why(method, 4);

        Relevance first = Asking.begin(question, four).run(network);
        Relevance second = Asking.begin(question, four).run(TinyNetwork.random(11));

        assertThat(first.pixels()).isEqualTo(second.pixels()).hasSize(784);
        assertThat(first.question()).isEqualTo(question);
        assertThat(first.strokes().isPresent()).isEqualTo(method == Method.STROKE_OCCLUSION);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void slowOnesComeInSlicesAndTheOthersAtOnce(Method method) {
        Drawing tenStrokes = four;
        for (int i = 0; i < 7; i++) {
            tenStrokes = tenStrokes.plus(four.strokes().get(2));
        }
        Explanation explanation = Asking.begin(Question.why(method, 4), tenStrokes);
        List<Double> progress = new ArrayList<>(List.of(explanation.progress()));
        boolean done = false;
        while (!done) {
            assertThat(explanation.result()).isEmpty();
            done = explanation.step(network);
            progress.add(explanation.progress());
        }

        assertThat(progress).isSorted().startsWith(0.0).endsWith(1.0);
        // Quick ones go forward in one slice and back in the next.
        int slices = progress.size() - 1;
        assertThat(slices).isBetween(2, method.isSlow() ? Integer.MAX_VALUE : 2);
        assertThat(progress.stream().filter(share -> share == 1.0)).hasSize(1);
        assertThat(explanation.result()).isPresent();
        assertThat(network.batches()).allMatch(batch -> batch <= 4);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aFinishedOneAsksTheNetworkNoMore(Method method) {
        Explanation explanation = Asking.begin(Question.why(method, 4), four);
        Relevance relevance = explanation.run(network);
        int passes = network.batches().size();

        assertThat(explanation.step(network)).isTrue();
        assertThat(network.batches()).hasSize(passes);
        assertThat(explanation.result()).containsSame(relevance);
    }

    @ParameterizedTest
    @MethodSource("linearInTheLogits")
    void aContrastIsTheDifferenceOfTwo(Method method) {
        float[] one = Asking.begin(Question.why(method, 4), four).run(network).pixels();
        float[] other = Asking.begin(Question.why(method, 9), four).run(network).pixels();

        float[] contrast =
                Asking.begin(Asking.contrast(method, 4, 9), four).run(network).pixels();

        // Integrated gradients may take different steps for each, of which none is exact.
        float tolerance = method == Method.INTEGRATED_GRADIENTS ? 0.02f : 1e-4f;
        for (int i = 0; i < contrast.length; i++) {
            assertThat(contrast[i]).isCloseTo(one[i] - other[i], within(tolerance));
        }
        assertThat(contrast).isNotEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void nothingIsToBeSaidOfAClassAgainstItself(Method method) {
        Relevance relevance = Asking.begin(Asking.contrast(method, 4, 4), four).run(network);

        assertThat(relevance.largestMagnitude()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"SALIENCY", "SMOOTHGRAD", "GRAD_CAM"})
    void someHaveNoNegativeValues(Method method) {
        Relevance relevance = Asking.begin(Question.why(method, 4), four).run(network);

        for (float pixel : relevance.pixels()) {
            assertThat(pixel).isNotNegative();
        }
        assertThat(relevance.largestMagnitude()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void blankPaperIsNotMisread(Method method) {
        Relevance relevance = Explanations.begin(
                        Question.why(method, 4), DigitImage.blank(), Optional.of(Drawing.empty()), Asking.RASTERIZER)
                .run(network);

        for (float pixel : relevance.pixels()) {
            assertThat(pixel).isFinite();
        }
        boolean tellsWhereInkWouldCount =
                method == Method.SALIENCY || method == Method.SMOOTHGRAD || method == Method.GRAD_CAM;
        assertThat(relevance.largestMagnitude() == 0 || tellsWhereInkWouldCount).isTrue();
    }

    /** Adebayo et al., <i>Sanity checks for saliency maps</i>, 2018: a map must depend on what the network has learned. */
    @ParameterizedTest
    @MethodSource("allButStrokes")
    void randomisedWeightsChangeTheMap(Method method) {
        float[] before = Asking.why(method, 4, image, network);
        WeightEdits edits = randomised(99);

        network.edit(edits);
        float[] after = Asking.why(method, 4, image, network);
        network.edit(WeightEdits.none());

        assertThat(Asking.correlation(before, after)).isLessThan(0.3);
        assertThat(Asking.why(method, 4, image, network)).isEqualTo(before);
        assertThat(Asking.correlation(before, before)).isCloseTo(1, within(1e-6));
    }

    @Test
    void anotherSeedIsAnotherNetwork() {
        float[] one = Asking.why(Method.SALIENCY, 4, image, TinyNetwork.random(1));
        float[] other = Asking.why(Method.SALIENCY, 4, image, TinyNetwork.random(2));

        assertThat(Math.abs(Asking.correlation(one, other))).isLessThan(0.4);
    }

    private static WeightEdits randomised(long seed) {
        Random random = new Random(seed);
        WeightEdits edits = WeightEdits.none();
        for (int filter = 0; filter < 6; filter++) {
            for (int cell = 0; cell < 25; cell++) {
                WeightEdits.Weight weight = new WeightEdits.Weight(0, filter, 0, cell % 5, cell / 5);
                edits = edits.withWeight(weight, (float) random.nextGaussian() * 0.5f);
            }
        }
        return edits;
    }
}
