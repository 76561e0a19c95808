package org.digitscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.digitscope.data.Dataset;
import org.digitscope.data.Sample;
import org.digitscope.data.SampleReader;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.Gradients;
import org.digitscope.network.Inference;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.WeightEdits;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final double SURE = 0.91;

    @Test
    void countsMistakesInTheOrderOfTheSetOverManyBatches() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            // One in a hundred is drawn as the next digit.
            int drawn = i % 100 == 50 ? (i + 1) % 10 : i % 10;
            samples.add(sample(drawn, Integer.toString(i % 10), i % 2 == 0 ? "even" : "odd"));
        }

        List<Long> progress = new ArrayList<>();
        Evaluation evaluation =
                Evaluator.evaluate("fake", new Reader(0), new Samples(samples), progress::add, () -> false);

        assertThat(evaluation.confusion().count()).isEqualTo(1000);
        assertThat(evaluation.confusion().right()).isEqualTo(990);
        assertThat(evaluation.mistakes())
                .extracting(Mistake::index)
                .containsExactly(50L, 150L, 250L, 350L, 450L, 550L, 650L, 750L, 850L, 950L);
        assertThat(evaluation.writers())
                .extracting(Evaluation.WriterFigures::accuracy)
                .containsExactly(0.98, 1.0);
        assertThat(evaluation.reliability().expectedCalibrationError()).isCloseTo(0.99 - SURE, within(1e-6));
        assertThat(progress).isSorted().endsWith(1000L);
    }

    @Test
    void pairsTheAnswersOfTwoModels() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            samples.add(sample(i % 10, Integer.toString(i % 10), "me"));
        }
        samples.add(sample(3, "?", "me"));

        Comparison comparison = Evaluator.compare(
                new Contender("right", new Reader(0)),
                new Contender("wrong about nines", new Reader(9)),
                new Samples(samples),
                done -> {},
                () -> false);

        assertThat(comparison.bothRight()).isEqualTo(270);
        assertThat(comparison.onlyFirstRight()).isEqualTo(30);
        assertThat(comparison.onlySecondRight()).isZero();
        assertThat(comparison.neitherRight()).isZero();
        assertThat(comparison.pValue()).isCloseTo(2 * Math.pow(0.5, 30), within(1e-12));
        assertThat(comparison.first().others()).isEqualTo(1);
    }

    @Test
    void stopsWhenItIsTold() {
        Samples endless = new Samples(List.of(sample(1, "1", "me")), true);

        assertThatThrownBy(() -> Evaluator.evaluate("fake", new Reader(0), endless, done -> {}, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void passesAFailureOfTheNetworkOn() {
        DigitNetwork broken = new Reader(0) {
            @Override
            public List<Answer> answer(List<DigitImage> images) {
                throw new IllegalStateException("broken");
            }
        };

        assertThatThrownBy(() -> Evaluator.evaluate(
                        "fake", broken, new Samples(List.of(sample(1, "1", "me"))), done -> {}, () -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    /** An image whose first pixel says which digit it shows. */
    static Sample sample(int drawn, String label, String writer) {
        byte[] levels = new byte[784];
        levels[0] = (byte) drawn;
        return new Sample(DigitImage.ofLevels(levels), Optional.of(label), Optional.of(writer), Optional.empty());
    }

    /** @param endless whether the first sample comes again and again */
    record Samples(List<Sample> samples, boolean endless) implements Dataset {
        Samples(List<Sample> samples) {
            this(samples, false);
        }

        @Override
        public String name() {
            return "samples";
        }

        @Override
        public SampleReader open() {
            Iterator<Sample> iterator = samples.iterator();
            return new SampleReader() {
                @Override
                public Optional<Sample> next() {
                    if (endless) {
                        return Optional.of(samples.get(0));
                    }
                    return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Reads the digit off the first pixel, but takes one of the digits for a zero. */
    static class Reader implements DigitNetwork {
        private final int mistaken;

        Reader(int mistaken) {
            this.mistaken = mistaken;
        }

        @Override
        public List<LayerInfo> layers() {
            return List.of();
        }

        @Override
        public Inference run(DigitImage image) {
            return new Inference(image, answer(List.of(image)).get(0), List.of());
        }

        @Override
        public List<Answer> answer(List<DigitImage> images) {
            return images.stream().map(this::answer).toList();
        }

        private Answer answer(DigitImage image) {
            float[] probabilities = new float[10];
            Arrays.fill(probabilities, 0.01f);
            int digit = image.level(0, 0);
            probabilities[digit == mistaken ? 0 : digit] = (float) SURE;
            return new Answer(probabilities, SURE, true);
        }

        @Override
        public Optional<Kernels> kernels(int layer) {
            return Optional.empty();
        }

        @Override
        public Optional<LayerParameters> parameters(int layer) {
            throw new AssertionError("not asked");
        }

        @Override
        public List<float[]> logits(List<float[]> images) {
            throw new AssertionError("not asked");
        }

        @Override
        public Gradients gradients(float[] image, float[] logitWeights) {
            throw new AssertionError("not asked");
        }

        @Override
        public List<float[]> imageGradients(List<float[]> images, float[] logitWeights) {
            throw new AssertionError("not asked");
        }

        @Override
        public Answer answerAsLoaded(DigitImage image) {
            throw new AssertionError("not asked");
        }

        @Override
        public void edit(WeightEdits edits) {
            throw new AssertionError("not asked");
        }

        @Override
        public void close() {}
    }
}
