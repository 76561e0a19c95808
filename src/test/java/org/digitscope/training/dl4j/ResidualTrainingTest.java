package org.digitscope.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.Inference;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.ModelArchive;
import org.digitscope.network.Readout;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.network.dl4j.ModelWriter;
import org.digitscope.network.dl4j.Nd4jRuntime;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.LayerPlan;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

final class ResidualTrainingTest {
    /** A block of each kind: as it is, with another number of maps and a stride, normalised first. */
    private static final String LAYERS = """
        {"type": "convolution", "filters": 4, "kernel": 3, "stride": 2, "padding": 1},
        {"type": "batch-normalisation"},
        {"type": "activation", "activation": "relu"},
        {"type": "residual", "layers": [
          {"type": "convolution", "filters": 4, "kernel": 3, "padding": 1},
          {"type": "batch-normalisation"},
          {"type": "activation", "activation": "relu"},
          {"type": "dropout", "rate": 0.1},
          {"type": "convolution", "filters": 4, "kernel": 3, "padding": 1},
          {"type": "batch-normalisation"}], "activation": "relu"},
        {"type": "residual", "layers": [
          {"type": "convolution", "filters": 6, "kernel": 3, "stride": 2, "padding": 1, "activation": "leakyrelu"},
          {"type": "convolution", "filters": 8, "kernel": 3, "padding": 1},
          {"type": "batch-normalisation"}], "activation": "relu"},
        {"type": "residual", "layers": [
          {"type": "batch-normalisation"},
          {"type": "activation", "activation": "relu"},
          {"type": "convolution", "filters": 8, "kernel": 3, "padding": 1}]},
        {"type": "average-pooling", "kernel": 2}
        """;

    private static final TinyTraining TRAINING = TinyTraining.of(LAYERS)
            .optimizer("{\"type\": \"adamw\", \"l1\": 1e-6}")
            .rate("{\"schedule\": \"one-cycle\", \"rate\": 0.01}");

    @TempDir
    private Path folder;

    @Test
    void aResidualNetworkLearns() throws IOException {
        TrainedNetwork trained = TRAINING.epochs(6).train(folder.resolve("a"), false);

        EpochMetrics last = trained.metrics().get(5);
        assertThat(last.loss()).isLessThan(trained.metrics().get(0).loss() / 3);
        assertThat(last.validationAccuracy()).isGreaterThan(0.9);
        List<DigitImage> images =
                trained.heldOut().stream().map(LabelledImage::image).toList();
        try (DigitNetwork network = TinyTraining.load(trained)) {
            List<Answer> answers = network.answer(images);
            double loss = 0;
            for (int i = 0; i < images.size(); i++) {
                loss -= Math.log(
                        answers.get(i).probabilities()[trained.heldOut().get(i).label()]);
            }
            assertThat(loss / images.size()).isCloseTo(last.validationLoss(), within(1e-4));
        }
    }

    @Test
    void theShippedNetworkShowsItsBlocksAndAnswersAsTheTrainedOne() throws IOException {
        Nd4jRuntime.prepare();
        Nd4jRuntime.useThreads(1);
        TrainingPlan plan = TRAINING.plan();
        List<LayerPlan> folded = Folding.layers(plan.layers());
        try (Trainable trained = Trainable.of(plan, plan.layers(), 10);
                Trainable shipped = Trainable.of(plan, folded, 10)) {
            INDArray images = images();
            INDArray targets = Nd4j.zeros(40, 10);
            for (int i = 0; i < 40; i++) {
                targets.putScalar(i, i % 10, 1);
            }
            for (int step = 0; step < 20; step++) {
                trained.gradient(images, targets);
                trained.step((int) images.size(0));
            }

            Folding.copyWeights(plan.layers(), trained, shipped);

            float[] expected = trained.output(images).dup('c').data().asFloat();
            assertSame(shipped.output(images).dup('c').data().asFloat(), expected);
            assertSame(answers(shipped), expected);
            assertSame(answers(trained), expected);
        }
        try (DigitNetwork network = TinyTraining.load(TRAINING.epochs(1).train(folder.resolve("a"), false))) {
            assertThat(network.layers())
                    .extracting(LayerInfo::name)
                    .containsExactlyInAnyOrder(
                            "layer0",
                            "layer1-0",
                            "layer1-1",
                            "layer1-sum",
                            "layer1-activation",
                            "layer2-0",
                            "layer2-1",
                            "layer2-shortcut-0",
                            "layer2-sum",
                            "layer2-activation",
                            "layer3-0",
                            "layer3-1",
                            "layer3-2",
                            "layer3-sum",
                            "layer4",
                            "layer5");
            assertThat(network.layers())
                    .filteredOn(layer -> layer.kind() == LayerKind.BATCH_NORMALISATION)
                    .hasSize(1);
        }
    }

    @Test
    void aBlockAddsWhatGoesInToWhatItMakesOfIt() throws IOException {
        try (DigitNetwork network = TinyTraining.load(TRAINING.epochs(1).train(folder.resolve("a"), false))) {
            Inference inference = network.run(TinyTraining.samples().get(3).image());
            List<String> names = network.layers().stream().map(LayerInfo::name).toList();
            float[] in = values(inference, names, "layer0");
            float[] made = values(inference, names, "layer1-1");
            float[] sum = values(inference, names, "layer1-sum");
            float[] out = values(inference, names, "layer1-activation");
            for (int i = 0; i < in.length; i++) {
                assertThat(sum[i]).isCloseTo(in[i] + made[i], within(1e-5f));
                assertThat(out[i]).isCloseTo(Math.max(0, sum[i]), within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void killedAndResumedIsTheSameToTheByteAsUninterrupted(int threads) throws IOException {
        TinyTraining training = TRAINING.with("\"patience\": 3").with("\"loss\": \"mean-squared-error\"");
        TrainedNetwork whole = training.train(threads, folder.resolve("whole"), false);
        Path checkpoint = folder.resolve("killed");
        assertThatThrownBy(() -> new Dl4jTrainer(threads)
                        .train(
                                training.plan(),
                                TinyTraining.samples(),
                                checkpoint,
                                false,
                                new KilledAfterTwo(),
                                () -> false))
                .hasMessage("killed");

        TrainedNetwork resumed = training.train(threads, checkpoint, true);

        assertThat(resumed.zip()).isEqualTo(whole.zip());
        assertThat(resumed.metrics()).hasSize(3);
        assertThat(training.train(threads, folder.resolve("again"), false).zip())
                .isEqualTo(whole.zip());
    }

    @Test
    void theLearningRateIsTheOneOfTheSchedule() throws IOException {
        // From the second epoch on the rate is a millionth: the weights stand still.
        TinyTraining falling = TinyTraining.of("""
                {"type": "residual", "layers": [
                  {"type": "convolution", "filters": 4, "kernel": 3, "stride": 4, "padding": 1, "activation": "relu"},
                  {"type": "convolution", "filters": 6, "kernel": 3, "padding": 1}], "activation": "relu"}
                """).rate("{\"schedule\": \"step\", \"rate\": 0.01, \"factor\": 1e-6}");
        TrainedNetwork two = falling.epochs(2).train(folder.resolve("two"), false);

        assertThat(two.metrics()).extracting(EpochMetrics::learningRate).containsExactly(0.01, 0.01 * 1e-6);
        float[] after = TinyTraining.weights(two);
        float[] before = TinyTraining.weights(falling.epochs(1).train(folder.resolve("one"), false));
        for (int i = 0; i < after.length; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(1e-5f));
        }
    }

    private static float[] values(Inference inference, List<String> names, String name) {
        return inference.outputs().get(names.indexOf(name)).values();
    }

    private static void assertSame(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    /** What the program says that loads the network from a file. */
    private static float[] answers(Trainable network) throws IOException {
        byte[] zip = ModelWriter.zip(network.configuration(), network.parameters());
        float[] probabilities = new float[400];
        try (DigitNetwork loaded = new Dl4jModels().load(ModelArchive.of(Path.of("a.zip"), zip), Readout.plain())) {
            for (int i = 0; i < 40; i++) {
                Answer answer =
                        loaded.run(TinyTraining.samples().get(i).image()).answer();
                System.arraycopy(answer.probabilities(), 0, probabilities, i * 10, 10);
            }
        }
        return probabilities;
    }

    private static INDArray images() {
        float[] pixels = new float[40 * 784];
        for (int i = 0; i < 40; i++) {
            TinyTraining.samples().get(i).image().copyInto(pixels, i * 784);
        }
        return Nd4j.create(pixels, new long[] {40, 1, 28, 28}, 'c');
    }

    private static final class KilledAfterTwo extends TinyTraining.Silent {
        @Override
        public void epoch(EpochMetrics metrics) {
            if (metrics.epoch() == 2) {
                throw new IllegalStateException("killed");
            }
        }
    }
}
