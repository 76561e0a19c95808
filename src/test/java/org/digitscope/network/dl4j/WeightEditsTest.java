package org.digitscope.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.WeightEdits;
import org.digitscope.network.WeightEdits.Filter;
import org.digitscope.network.WeightEdits.Weight;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;

/** Weights can be changed while a network is open, and come back as they were loaded. */
final class WeightEditsTest {
    static Stream<Named<Supplier<? extends Model>>> networks() {
        return Stream.of(
                Named.of("classic", TestModels::classic),
                Named.of("channels last", TestModels::channelsLast),
                Named.of("residual graph", TestModels::residual),
                Named.of("channels last graph", TestModels::channelsLastGraph),
                Named.of("frozen", WeightEditsTest::frozen));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void noEditsGiveTheLoadedNetworkBitForBit(Supplier<? extends Model> make) throws IOException {
        try (DigitNetwork network = load(make.get())) {
            int convolution = convolution(network);
            int units = network.layers().size() - 1;
            Inference loaded = network.run(TestModels.image(1));
            Kernels kernels = network.kernels(convolution).orElseThrow();

            network.edit(WeightEdits.none()
                    .withWeight(new Weight(convolution, 1, 0, 2, 0), 3.5f)
                    .withFilterSilenced(new Filter(convolution, 0), true)
                    .withFilterSilenced(new Filter(units, 4), true)
                    .withBiasesSilenced(convolution, true)
                    .withBiasesSilenced(units, true));
            assertThat(last(network.run(TestModels.image(1)))).isNotEqualTo(last(loaded));

            network.edit(WeightEdits.none());
            Inference restored = network.run(TestModels.image(1));
            for (int layer = 0; layer <= units; layer++) {
                assertThat(restored.outputs().get(layer).values())
                        .containsExactly(loaded.outputs().get(layer).values());
            }
            assertThat(network.kernels(convolution).orElseThrow().weights()).containsExactly(kernels.weights());
            assertThat(network.kernels(convolution).orElseThrow().biases()).containsExactly(kernels.biases());
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theLoadedNetworkIsAskedAndTheEditsStay(Supplier<? extends Model> make) throws IOException {
        try (DigitNetwork network = load(make.get())) {
            float[] loaded = network.run(TestModels.image(1)).answer().probabilities();
            network.edit(WeightEdits.none()
                    .withBiasesSilenced(convolution(network), true)
                    .withFilterSilenced(new Filter(convolution(network), 0), true));
            float[] edited = network.run(TestModels.image(1)).answer().probabilities();

            assertThat(network.answerAsLoaded(TestModels.image(1)).probabilities())
                    .containsExactly(loaded);

            assertThat(network.run(TestModels.image(1)).answer().probabilities())
                    .containsExactly(edited)
                    .isNotEqualTo(loaded);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void oneWeightIsAnotherAndTheRestAsItWas(Supplier<? extends Model> make) throws IOException {
        try (DigitNetwork network = load(make.get())) {
            int layer = convolution(network);
            Kernels before = network.kernels(layer).orElseThrow();

            network.edit(WeightEdits.none().withWeight(new Weight(layer, 1, 0, 2, 0), 3.5f));

            Kernels after = network.kernels(layer).orElseThrow();
            assertThat(after.at(1, 0, 2, 0)).isEqualTo(3.5f);
            float[] expected = before.weights().clone();
            expected[before.channels() * before.height() * before.width() + 2] = 3.5f;
            assertThat(after.weights()).containsExactly(expected);
            assertThat(after.biases()).containsExactly(before.biases());
            LayerParameters.Convolution parameters =
                    (LayerParameters.Convolution) network.parameters(layer).orElseThrow();
            assertThat(parameters.kernels().weights()).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void anEditedWeightChangesItsMapAsAConvolutionDoes(Supplier<? extends Model> make) throws IOException {
        try (DigitNetwork network = load(make.get())) {
            int layer = convolution(network);
            FeatureMaps before = network.run(TestModels.image(1)).outputs().get(layer);
            float[] logits =
                    network.logits(List.of(TestModels.image(1).pixels())).get(0);

            network.edit(WeightEdits.none().withWeight(new Weight(layer, 1, 0, 2, 0), 3.5f));

            FeatureMaps after = network.run(TestModels.image(1)).outputs().get(layer);
            assertThat(map(after, 1)).isNotEqualTo(map(before, 1));
            assertThat(map(after, 0)).containsExactly(map(before, 0), within(1e-6f));
            assertThat(network.logits(List.of(TestModels.image(1).pixels())).get(0))
                    .isNotEqualTo(logits);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aSilencedFilterIsZeroBeforeItsFunction(Supplier<? extends Model> make) throws IOException {
        try (DigitNetwork network = load(make.get())) {
            int layer = convolution(network);
            int units = network.layers().size() - 1;

            network.edit(WeightEdits.none()
                    .withWeight(new Weight(layer, 2, 0, 0, 0), 9)
                    .withFilterSilenced(new Filter(layer, 2), true)
                    .withFilterSilenced(new Filter(units, 7), true));

            FeatureMaps maps = network.run(TestModels.image(1)).outputs().get(layer);
            assertThat(maps.isZero(2)).isTrue();
            assertThat(maps.isZero(1)).isFalse();
            float[] logits =
                    network.logits(List.of(TestModels.image(1).pixels())).get(0);
            assertThat(logits[7]).isZero();
            assertThat(logits[6]).isNotZero();
        }
    }

    /** Else beta and the mean would speak on in its place. */
    @Test
    void aSilencedFilterIsSilentBehindBatchNormalisationToo() throws IOException {
        try (DigitNetwork network = load(TestModels.manyKinds())) {
            FeatureMaps loaded = network.run(TestModels.image(1)).outputs().get(2);
            WeightEdits edits = WeightEdits.none().withFilterSilenced(new Filter(1, 2), true);

            network.edit(edits);

            FeatureMaps normalised = network.run(TestModels.image(1)).outputs().get(2);
            assertThat(normalised.isZero(2)).isTrue();
            assertThat(map(normalised, 1)).containsExactly(map(loaded, 1));
            LayerParameters.BatchNormalisation told =
                    (LayerParameters.BatchNormalisation) edits.throughNormalisation(network.layers())
                            .applied(2, network.parameters(2).orElseThrow());
            assertThat(told.gamma()[2]).isZero();
            assertThat(told.beta()[2]).isZero();
            network.edit(WeightEdits.none());
            assertThat(map(network.run(TestModels.image(1)).outputs().get(2), 2))
                    .containsExactly(map(loaded, 2));
        }
    }

    @Test
    void silencedBiasesLeaveTheWeights() throws IOException {
        try (DigitNetwork network = load(TestModels.classic())) {
            Kernels before = network.kernels(2).orElseThrow();
            LayerParameters.Dense unitsBefore =
                    (LayerParameters.Dense) network.parameters(4).orElseThrow();

            network.edit(WeightEdits.none().withBiasesSilenced(2, true).withBiasesSilenced(4, true));

            Kernels after = network.kernels(2).orElseThrow();
            assertThat(before.biases()).doesNotContain(0);
            assertThat(after.biases()).containsOnly(0);
            assertThat(after.weights()).containsExactly(before.weights());
            LayerParameters.Dense units =
                    (LayerParameters.Dense) network.parameters(4).orElseThrow();
            assertThat(units.biases()).containsOnly(0);
            assertThat(units.weights()).containsExactly(unitsBefore.weights());
        }
    }

    @Test
    void eachEditBeginsWithTheLoadedWeights() throws IOException {
        try (DigitNetwork network = load(TestModels.classic())) {
            Kernels first = network.kernels(0).orElseThrow();

            network.edit(WeightEdits.none().withWeight(new Weight(0, 1, 0, 1, 1), 5));
            network.edit(WeightEdits.none().withWeight(new Weight(2, 3, 2, 1, 1), -2));

            assertThat(network.kernels(0).orElseThrow().weights()).containsExactly(first.weights());
            assertThat(network.kernels(2).orElseThrow().at(3, 2, 1, 1)).isEqualTo(-2);
        }
    }

    @Test
    void biasesOfALayerWithoutAnyAreSilentAlready() throws IOException {
        try (DigitNetwork network = load(TestModels.manyKinds())) {
            float[] before = network.kernels(1).orElseThrow().weights();

            network.edit(WeightEdits.none().withBiasesSilenced(1, true));

            assertThat(network.kernels(1).orElseThrow().weights()).containsExactly(before);
        }
    }

    @Test
    void whatIsNotThereChangesNothing() throws IOException {
        try (DigitNetwork network = load(TestModels.classic())) {
            float[] before = network.kernels(0).orElseThrow().weights();
            WeightEdits good = WeightEdits.none().withWeight(new Weight(0, 1, 0, 1, 1), 5);
            for (WeightEdits bad : List.of(
                    good.withWeight(new Weight(0, 4, 0, 0, 0), 1),
                    good.withWeight(new Weight(0, 0, 1, 0, 0), 1),
                    good.withWeight(new Weight(0, 0, 0, 3, 0), 1),
                    good.withWeight(new Weight(0, 0, 0, 0, -1), 1),
                    good.withWeight(new Weight(0, 0, 0, 0, 0), Float.NaN),
                    good.withWeight(new Weight(1, 0, 0, 0, 0), 1),
                    good.withWeight(new Weight(4, 0, 0, 0, 0), 1),
                    good.withWeight(new Weight(6, 0, 0, 0, 0), 1),
                    good.withWeight(new Weight(-1, 0, 0, 0, 0), 1),
                    good.withFilterSilenced(new Filter(0, 4), true),
                    good.withFilterSilenced(new Filter(5, 10), true),
                    good.withFilterSilenced(new Filter(3, 0), true),
                    good.withBiasesSilenced(1, true),
                    good.withBiasesSilenced(77, true))) {
                assertThatThrownBy(() -> network.edit(bad))
                        .as(bad.toString())
                        .isInstanceOf(IllegalArgumentException.class);
                assertThat(network.kernels(0).orElseThrow().weights()).containsExactly(before);
            }
        }
    }

    @Test
    void gradientsFollowTheEdits() throws IOException {
        try (DigitNetwork network = load(TestModels.classic())) {
            float[] image = TestModels.image(1).pixels();
            float[] weights = new float[10];
            weights[2] = 1;
            float[] loaded = network.gradients(image, weights).image();

            network.edit(WeightEdits.none().withFilterSilenced(new Filter(5, 2), true));
            assertThat(network.gradients(image, weights).image()).containsOnly(0);

            network.edit(WeightEdits.none());
            assertThat(network.gradients(image, weights).image()).containsExactly(loaded);
        }
    }

    private static int convolution(DigitNetwork network) {
        List<LayerInfo> layers = network.layers();
        int layer = 0;
        while (layers.get(layer).kind() != LayerKind.CONVOLUTION) {
            layer++;
        }
        return layer;
    }

    private static float[] map(FeatureMaps maps, int map) {
        return Arrays.copyOfRange(
                maps.values(), maps.shape().offset(map), maps.shape().offset(map + 1));
    }

    private static float[] last(Inference inference) {
        return inference.outputs().get(inference.outputs().size() - 1).values();
    }

    /** With biases: Deeplearning4j begins with zeros. */
    private static DigitNetwork load(Model model) throws IOException {
        Layer[] layers =
                model instanceof ComputationGraph graph ? graph.getLayers() : ((MultiLayerNetwork) model).getLayers();
        for (Layer layer : layers) {
            if (layer.paramTable().containsKey("b")) {
                layer.paramTable().get("b").assign(0.1);
            }
        }
        try {
            return TestModels.load(TestModels.zip(model, false));
        } finally {
            TestModels.release(model);
        }
    }

    private static MultiLayerNetwork frozen() {
        return TestModels.sequential(
                TestModels.IMAGE,
                new FrozenLayer(TestModels.conv(3, 3, Activation.RELU)),
                TestModels.pool(PoolingType.MAX),
                TestModels.softmax(10));
    }
}
