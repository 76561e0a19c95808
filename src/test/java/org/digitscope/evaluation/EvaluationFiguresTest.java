package org.digitscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.data.Sample;
import org.digitscope.data.SampleReader;
import org.digitscope.image.DigitImage;
import org.digitscope.json.Json;
import org.digitscope.network.FakeNetwork;
import org.junit.jupiter.api.Test;

final class EvaluationFiguresTest {
    private final List<Long> progress = new ArrayList<>();

    @Test
    void countsLossRefusalsAndCalibrationByHand() throws IOException {
        // The first pixel's level is the answer's digit, the second its probability in hundredths.
        FakeNetwork network = new FakeNetwork().answering(EvaluationFiguresTest::certain);
        Evaluation evaluation = evaluate(
                network,
                List.of(
                        sample(3, 3, 80), // right
                        sample(3, 5, 60), // wrong: 3 gets 0.4 / 9
                        sample(5, 5, 90), // right
                        sample(0, 0, 99), // right
                        sample(-1, 2, 70))); // no digit at all

        assertThat(evaluation.confusion().count()).isEqualTo(4);
        assertThat(evaluation.confusion().accuracy()).isEqualTo(0.75);
        assertThat(evaluation.confusion().counts()[3][5]).isEqualTo(1);
        double loss = -(Math.log(0.8) + Math.log(0.4 / 9) + Math.log(0.9) + Math.log(0.99)) / 4;
        assertThat(evaluation.loss()).isCloseTo(loss, within(1e-5));
        // Bins of a fifteenth: 0.6 (0 of 1), 0.8 (1 of 1), 0.9 (1 of 1), 0.99 (1 of 1).
        assertThat(evaluation.reliability().expectedCalibrationError())
                .isCloseTo((0.6 + 0.2 + 0.1 + 0.01) / 4, within(1e-6));
        assertThat(evaluation.refused()).isZero();
        assertThat(evaluation.others()).isEqualTo(1);
        assertThat(evaluation.othersRefused()).isZero();
    }

    @Test
    void figuresOfEachDigitByHand() {
        long[][] counts = new long[10][10];
        counts[0][0] = 8;
        counts[0][1] = 2;
        counts[1][1] = 5;
        counts[1][0] = 4;
        counts[1][2] = 1;
        ConfusionMatrix matrix = new ConfusionMatrix(counts);

        ConfusionMatrix.ClassFigures zero = matrix.classes().get(0);
        ConfusionMatrix.ClassFigures one = matrix.classes().get(1);
        assertThat(zero.precision()).isCloseTo(8 / 12.0, within(1e-12));
        assertThat(zero.recall()).isCloseTo(0.8, within(1e-12));
        assertThat(zero.f1()).isCloseTo(16 / 22.0, within(1e-12));
        assertThat(one.precision()).isCloseTo(5 / 7.0, within(1e-12));
        assertThat(one.recall()).isCloseTo(0.5, within(1e-12));
        assertThat(one.f1()).isCloseTo(10 / 17.0, within(1e-12));
        assertThat(one.support()).isEqualTo(10);
        assertThat(matrix.classes().get(2).precision()).isZero();
        assertThat(matrix.classes().get(9).f1()).isZero();
        assertThat(matrix.macroF1()).isCloseTo((16 / 22.0 + 10 / 17.0) / 2, within(1e-12));
        assertThat(matrix.right()).isEqualTo(13);
        assertThat(matrix.accuracy()).isCloseTo(0.65, within(1e-12));
    }

    @Test
    void anEmptyDataSetHasNoAccuracyAndNoFailure() throws IOException {
        Evaluation evaluation = evaluate(new FakeNetwork(), List.of());

        assertThat(evaluation.confusion().accuracy()).isNaN();
        assertThat(evaluation.loss()).isNaN();
        Map<String, Object> json = evaluation.toJson();
        assertThat(json.get("accuracy")).isNull();
        assertThat(json.get("refused")).isEqualTo(0.0);
        assertThat(json).doesNotContainKey("others");
        assertThat(Json.write(json)).contains("\"accuracy\":null");
    }

    @Test
    void readsInBatchesAndTellsHowFarItIs() throws IOException {
        evaluate(new FakeNetwork().answering(EvaluationFiguresTest::certain), samples(300));

        assertThat(progress).containsExactly(128L, 256L, 300L);
    }

    @Test
    void jsonHasThePromisedKeys() throws IOException {
        Map<String, Object> json = evaluate(new FakeNetwork().answering(EvaluationFiguresTest::certain), samples(20))
                .toJson();

        assertThat(json)
                .containsKeys(
                        "model",
                        "data",
                        "count",
                        "accuracy",
                        "accuracyInterval",
                        "loss",
                        "macroF1",
                        "classes",
                        "confusion",
                        "ece",
                        "refused");
        assertThat(json.get("accuracy")).isEqualTo(1.0);
        assertThat((List<?>) json.get("confusion")).hasSize(10);
    }

    private Evaluation evaluate(FakeNetwork network, List<Sample> samples) throws IOException {
        return Evaluator.evaluate("m", network, dataset(samples), progress::add, () -> false);
    }

    private static float[] certain(DigitImage image) {
        float probability = image.level(1, 0) / 100f;
        float[] output = new float[10];
        java.util.Arrays.fill(output, (1 - probability) / 9);
        output[image.level(0, 0)] = probability;
        return output;
    }

    private static List<Sample> samples(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(sample(i % 10, i % 10, 90));
        }
        return samples;
    }

    /** @param label below 0 for a sample that is no digit */
    private static Sample sample(int label, int answer, int percent) {
        byte[] levels = new byte[784];
        levels[0] = (byte) answer;
        levels[1] = (byte) percent;
        return Sample.of(DigitImage.ofLevels(levels), label < 0 ? "x" : Integer.toString(label));
    }

    private static Dataset dataset(List<Sample> samples) {
        return new Dataset() {
            @Override
            public String name() {
                return "by hand";
            }

            @Override
            public SampleReader open() {
                Iterator<Sample> rest = samples.iterator();
                return new SampleReader() {
                    @Override
                    public Optional<Sample> next() {
                        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
                    }

                    @Override
                    public void close() {}
                };
            }
        };
    }
}
