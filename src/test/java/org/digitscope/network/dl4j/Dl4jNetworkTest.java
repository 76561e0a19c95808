package org.digitscope.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What this program shows of a network is what Deeplearning4j computes. */
final class Dl4jNetworkTest {
    private static final int INPUTS_CHANNELS_FIRST = 0;
    private static final int INPUTS_CHANNELS_LAST = 1;
    private static final int INPUTS_FLAT = 2;

    private record Given(Supplier<? extends Model> make, int form, boolean mapsChannelsLast) {}

    static Stream<Named<Given>> networks() {
        return Stream.of(
                given("classic", TestModels::classic, INPUTS_CHANNELS_FIRST),
                Named.of("channels last", new Given(TestModels::channelsLast, INPUTS_CHANNELS_LAST, true)),
                given("perceptron on 784", TestModels::perceptron, INPUTS_FLAT),
                given("flat image", TestModels::flatImage, INPUTS_FLAT),
                given("many kinds of layers", TestModels::manyKinds, INPUTS_CHANNELS_FIRST),
                given("sigmoid outputs", TestModels::sigmoidOutputs, INPUTS_FLAT),
                given("logits", TestModels::logits, INPUTS_FLAT),
                given("eleven outputs", TestModels::elevenOutputs, INPUTS_FLAT),
                given("residual graph", TestModels::residual, INPUTS_CHANNELS_FIRST),
                Named.of("channels last graph", new Given(TestModels::channelsLastGraph, INPUTS_CHANNELS_LAST, true)));
    }

    private static Named<Given> given(String name, Supplier<? extends Model> make, int form) {
        return Named.of(name, new Given(make, form, false));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void showsWhatDeeplearning4jComputes(Given given) throws IOException {
        Model model = given.make().get();
        try (DigitNetwork network = TestModels.load(TestModels.zip(model, false))) {
            for (int seed = 0; seed < 3; seed++) {
                DigitImage image = TestModels.image(seed);
                Inference inference = network.run(image);
                List<INDArray> expected = feedForward(model, input(image, given.form()), network.layers());

                assertThat(inference.outputs()).hasSameSizeAs(network.layers());
                for (int layer = 0; layer < expected.size(); layer++) {
                    FeatureMaps maps = inference.outputs().get(layer);
                    assertThat(maps.shape())
                            .isEqualTo(network.layers().get(layer).output());
                    assertSame(maps, expected.get(layer), given.mapsChannelsLast());
                }
                assertThat(inference.image()).isEqualTo(image);
                float[] output = expected.get(expected.size() - 1).toFloatVector();
                assertProbabilities(inference.answer(), output);
                assertProbabilities(network.answer(List.of(image)).get(0), output);
            }
            assertThat(network.parameterCount()).isEqualTo(model.numParams());
        } finally {
            TestModels.release(model);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void answersManyImagesAsItAnswersEach(Given given) throws IOException {
        Model model = given.make().get();
        byte[] zip = TestModels.zip(model, false);
        TestModels.release(model);
        try (DigitNetwork network = TestModels.load(zip)) {
            List<DigitImage> images =
                    IntStream.range(0, 7).mapToObj(TestModels::image).toList();

            List<Answer> together = network.answer(images);

            assertThat(together).hasSize(7);
            for (int i = 0; i < images.size(); i++) {
                float[] alone = network.run(images.get(i)).answer().probabilities();
                assertThat(together.get(i).probabilities()).containsExactly(alone, within(1e-5f));
            }
            assertThat(network.answer(List.of())).isEmpty();
        }
    }

    @Test
    void describesTheLayersOfASequentialNetwork() throws IOException {
        try (DigitNetwork network = TestModels.load(TestModels.zip(TestModels.classic(), true))) {
            List<LayerInfo> layers = network.layers();

            assertThat(layers)
                    .extracting(LayerInfo::kind)
                    .containsExactly(
                            LayerKind.CONVOLUTION,
                            LayerKind.MAX_POOLING,
                            LayerKind.CONVOLUTION,
                            LayerKind.MAX_POOLING,
                            LayerKind.DENSE,
                            LayerKind.OUTPUT);
            assertThat(layers)
                    .extracting(layer -> layer.output().toString())
                    .containsExactly("4 × 26×26", "4 × 13×13", "6 × 11×11", "6 × 5×5", "16", "10");
            assertThat(layers).extracting(LayerInfo::parameterCount).containsExactly(40L, 0L, 222L, 0L, 2416L, 170L);
            assertThat(layers)
                    .extracting(layer -> layer.activation().orElse("none"))
                    .containsExactly("relu", "none", "relu", "none", "relu", "softmax");
            assertThat(layers)
                    .extracting(LayerInfo::inputs)
                    .containsExactly(
                            List.of(LayerInfo.IMAGE), List.of(0), List.of(1), List.of(2), List.of(3), List.of(4));
            assertThat(layers.get(2).window()).contains(new Window(3, 3, 1, 1, 0, 0, 1));
            assertThat(layers.get(3).window()).contains(new Window(2, 2, 2, 2, 0, 0, 1));
            assertThat(layers.get(4).window()).isEmpty();
        }
    }

    @Test
    void describesPaddingDilationAndFunctions() throws IOException {
        try (DigitNetwork network = TestModels.load(TestModels.zip(TestModels.manyKinds(), false))) {
            List<LayerInfo> layers = network.layers();

            assertThat(layers)
                    .extracting(LayerInfo::kind)
                    .containsExactly(
                            LayerKind.PADDING,
                            LayerKind.CONVOLUTION,
                            LayerKind.BATCH_NORMALISATION,
                            LayerKind.ACTIVATION,
                            LayerKind.AVERAGE_POOLING,
                            LayerKind.DROPOUT,
                            LayerKind.CONVOLUTION,
                            LayerKind.GLOBAL_POOLING,
                            LayerKind.OUTPUT);
            assertThat(layers)
                    .extracting(LayerInfo::output)
                    .containsExactly(
                            new MapShape(1, 30, 30),
                            new MapShape(4, 15, 15),
                            new MapShape(4, 15, 15),
                            new MapShape(4, 15, 15),
                            new MapShape(4, 8, 8),
                            new MapShape(4, 8, 8),
                            new MapShape(8, 4, 4),
                            MapShape.units(8),
                            MapShape.units(10));
            // 30 columns in 15 windows of 3 with stride 2: one column is lacking, and it is added at the end.
            assertThat(layers.get(1).window()).contains(new Window(3, 3, 2, 2, 0, 0, 1));
            assertThat(layers.get(4).window()).contains(new Window(3, 3, 2, 2, 1, 1, 1));
            assertThat(layers.get(6).window()).contains(new Window(3, 3, 1, 1, 0, 0, 2));
            assertThat(layers.get(1).activation()).isEmpty();
            assertThat(layers.get(3).activation())
                    .hasValueSatisfying(name -> assertThat(name).startsWith("leakyrelu"));
            assertThat(layers.get(2).parameterCount()).isEqualTo(16);
            assertThat(layers.get(1).parameterCount()).isEqualTo(36);
        }
    }

    @Test
    void describesTheBranchesOfAGraph() throws IOException {
        try (DigitNetwork network = TestModels.load(TestModels.zip(TestModels.residual(), false))) {
            List<LayerInfo> layers = network.layers();
            List<String> names = layers.stream().map(LayerInfo::name).toList();

            assertThat(names)
                    .containsExactlyInAnyOrder("z.first", "b.branch", "y.sum", "a.side", "x.both", "c.pool", "answer");
            for (LayerInfo layer : layers) {
                assertThat(layer.inputs()).allMatch(input -> input < names.indexOf(layer.name()));
            }
            assertThat(inputs(layers, "y.sum")).containsExactly("z.first", "b.branch");
            assertThat(inputs(layers, "x.both")).containsExactly("y.sum", "a.side");
            assertThat(inputs(layers, "a.side")).containsExactly("image");
            assertThat(layers.get(names.indexOf("y.sum")).kind()).isEqualTo(LayerKind.ADDITION);
            assertThat(layers.get(names.indexOf("x.both")).kind()).isEqualTo(LayerKind.CONCATENATION);
            assertThat(layers.get(names.indexOf("x.both")).output()).isEqualTo(new MapShape(7, 28, 28));
            // "Same" with a kernel of 3 puts one row above.
            assertThat(layers.get(names.indexOf("z.first")).window()).contains(new Window(3, 3, 1, 1, 1, 1, 1));
        }
    }

    @Test
    void kernelsAreTheWeightsOfTheConvolutions() throws IOException {
        MultiLayerNetwork model = TestModels.classic();
        try (DigitNetwork network = TestModels.load(TestModels.zip(model, false))) {
            Kernels kernels = network.kernels(2).orElseThrow();

            assertThat(List.of(kernels.filters(), kernels.channels(), kernels.height(), kernels.width()))
                    .containsExactly(6, 4, 3, 3);
            INDArray weights = model.getLayer(2).getParam("W");
            for (int filter = 0; filter < 6; filter++) {
                for (int channel = 0; channel < 4; channel++) {
                    for (int i = 0; i < 9; i++) {
                        assertThat(kernels.at(filter, channel, i % 3, i / 3))
                                .isEqualTo(weights.getFloat(new int[] {filter, channel, i / 3, i % 3}));
                    }
                }
            }
            assertThat(kernels.biases()).hasSize(6);
            assertThat(network.kernels(1)).isEmpty();
            assertThat(network.kernels(4)).isEmpty();
        } finally {
            TestModels.release(model);
        }
    }

    @Test
    void kernelsGiveTheFeatureMapsWhenTheyAreLaidOverTheImage() throws IOException {
        for (MultiLayerNetwork model : List.of(TestModels.classic(), TestModels.channelsLast())) {
            try (DigitNetwork network = TestModels.load(TestModels.zip(model, false))) {
                DigitImage image = TestModels.image(9);
                FeatureMaps maps = network.run(image).outputs().get(0);
                Kernels kernels = network.kernels(0).orElseThrow();
                boolean relu =
                        network.layers().get(0).activation().orElseThrow().equals("relu");

                for (int filter = 0; filter < kernels.filters(); filter++) {
                    double sum = kernels.biases()[filter];
                    for (int y = 0; y < kernels.height(); y++) {
                        for (int x = 0; x < kernels.width(); x++) {
                            sum += kernels.at(filter, 0, x, y) * image.pixel(7 + x, 11 + y);
                        }
                    }
                    double expected = relu ? Math.max(0, sum) : Math.tanh(sum);
                    assertThat((double) maps.at(filter, 7, 11)).isCloseTo(expected, within(1e-4));
                }
            } finally {
                TestModels.release(model);
            }
        }
    }

    @Test
    void aLayersOutputIsNotOverwrittenByTheNext() throws IOException {
        try (DigitNetwork network = TestModels.load(TestModels.zip(TestModels.manyKinds(), false))) {
            List<FeatureMaps> outputs = network.run(TestModels.image(4)).outputs();

            float[] normalised = outputs.get(2).values();
            float[] activated = outputs.get(3).values();
            assertThat(IntStream.range(0, normalised.length).filter(i -> normalised[i] < 0))
                    .isNotEmpty();
            for (int i = 0; i < normalised.length; i++) {
                float expected = normalised[i] < 0 ? normalised[i] * 0.1f : normalised[i];
                assertThat(activated[i]).isCloseTo(expected, within(1e-5f));
            }
        }
    }

    @Test
    void anActivationLayerDoesNotChangeWhatItsNeighboursRead() throws IOException {
        try (DigitNetwork network = TestModels.load(TestModels.zip(TestModels.branchingActivation(), false))) {
            DigitImage image = TestModels.image(6);
            Inference inference = network.run(image);

            List<String> names = network.layers().stream().map(LayerInfo::name).toList();
            float[] first = inference.outputs().get(names.indexOf("first")).values();
            float[] difference =
                    inference.outputs().get(names.indexOf("difference")).values();
            for (int i = 0; i < first.length; i++) {
                assertThat(difference[i]).isEqualTo(Math.min(first[i], 0f));
            }
            assertThat(network.answer(List.of(image)).get(0).probabilities())
                    .containsExactly(inference.answer().probabilities(), within(1e-6f));
        }
    }

    @Test
    void theEleventhOutputSpeaksOfNoDigit() throws IOException {
        MultiLayerNetwork model = TestModels.elevenOutputs();
        try (DigitNetwork network = TestModels.load(TestModels.zip(model, false))) {
            DigitImage image = TestModels.image(1);
            float noDigit = model.output(input(image, INPUTS_FLAT)).getFloat(10);

            Answer answer = network.run(image).answer();

            assertThat(answer.probabilities()).hasSize(10);
            assertThat(answer.digitScore()).isCloseTo(1 - noDigit, within(1e-5));
        } finally {
            TestModels.release(model);
        }
    }

    @Test
    void aBlankImageIsNoDigit() throws IOException {
        try (DigitNetwork network = TestModels.load(TestModels.zip(TestModels.perceptron(), false))) {
            assertThat(network.run(DigitImage.blank()).answer().isDigit()).isFalse();
            assertThat(network.answer(List.of(DigitImage.blank())).get(0).isDigit())
                    .isFalse();
            assertThat(network.run(TestModels.image(2)).answer().isDigit()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void opensWeightsOfOtherPrecision(DataType type, float tolerance) throws IOException {
        MultiLayerNetwork model = TestModels.classic();
        INDArray input = input(TestModels.image(3), INPUTS_CHANNELS_FIRST);
        float[] expected = model.output(input).toFloatVector();
        byte[] converted = TestModels.zip(model.convertDataType(type), true);

        try (DigitNetwork network = TestModels.load(converted)) {
            assertThat(network.run(TestModels.image(3)).answer().probabilities())
                    .containsExactly(expected, within(tolerance));
        } finally {
            TestModels.release(model);
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> types() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of(DataType.DOUBLE, 1e-5f),
                org.junit.jupiter.params.provider.Arguments.of(DataType.FLOAT16, 5e-3f));
    }

    @Test
    void afterCloseEveryCallSaysSo() throws IOException {
        DigitNetwork network = TestModels.load(TestModels.zip(TestModels.classic(), false));
        network.close();
        network.close();

        assertThatThrownBy(() -> network.run(DigitImage.blank())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> network.answer(List.of(DigitImage.blank()))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> network.kernels(0)).isInstanceOf(IllegalStateException.class);
        assertThat(network.layers()).hasSize(6);
    }

    @Test
    void closingWhileAnotherThreadReadsIsSafe() throws IOException, InterruptedException {
        for (int round = 0; round < 5; round++) {
            DigitNetwork network = TestModels.load(TestModels.zip(TestModels.classic(), false));
            List<Throwable> ends = new ArrayList<>();
            Thread reader = new Thread(() -> {
                try {
                    while (true) {
                        network.run(TestModels.image(1));
                    }
                } catch (RuntimeException e) {
                    ends.add(e);
                }
            });
            reader.start();
            Thread.sleep(30);
            network.close();
            reader.join(10_000);

            assertThat(ends).hasSize(1).allMatch(end -> end instanceof IllegalStateException);
        }
    }

    private static List<String> inputs(List<LayerInfo> layers, String name) {
        return layers.stream().filter(layer -> layer.name().equals(name)).findFirst().orElseThrow().inputs().stream()
                .map(input ->
                        input == LayerInfo.IMAGE ? "image" : layers.get(input).name())
                .toList();
    }

    private static INDArray input(DigitImage image, int form) {
        long[] shape = form == INPUTS_FLAT
                ? new long[] {1, 784}
                : form == INPUTS_CHANNELS_LAST ? new long[] {1, 28, 28, 1} : new long[] {1, 1, 28, 28};
        return Nd4j.create(image.pixels(), shape, 'c');
    }

    /** A layer's output from a pass that ends with it, because an activation layer after it writes over it. */
    private static List<INDArray> feedForward(Model model, INDArray input, List<LayerInfo> layers) {
        if (model instanceof ComputationGraph graph) {
            Map<String, INDArray> byName = graph.feedForward(input, false);
            return layers.stream().map(layer -> byName.get(layer.name())).toList();
        }
        MultiLayerNetwork network = (MultiLayerNetwork) model;
        return IntStream.range(0, layers.size())
                .mapToObj(last ->
                        network.feedForwardToLayer(last, input.dup(), false).get(last + 1))
                .toList();
    }

    private static void assertSame(FeatureMaps maps, INDArray expected, boolean channelsLast) {
        MapShape shape = maps.shape();
        for (int map = 0; map < shape.maps(); map++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    int[] index = expected.rank() == 2
                            ? new int[] {0, map}
                            : channelsLast ? new int[] {0, y, x, map} : new int[] {0, map, y, x};
                    float value = expected.getFloat(index);
                    if (Math.abs(maps.at(map, x, y) - value) > 1e-5f) {
                        assertThat(maps.at(map, x, y))
                                .as("map %d at %d, %d of %s", map, x, y, shape)
                                .isCloseTo(value, within(1e-5f));
                    }
                }
            }
        }
    }

    /** Softmax as it is, sigmoids by their share, logits through a softmax; an eleventh output left out. */
    private static void assertProbabilities(Answer answer, float[] output) {
        double[] expected = new double[10];
        double sum = 0;
        double all = 0;
        boolean rates = true;
        for (float value : output) {
            rates &= value >= 0 && value <= 1;
            all += value;
        }
        for (int i = 0; i < 10; i++) {
            expected[i] = rates ? output[i] : Math.exp(output[i]);
            sum += expected[i];
        }
        assertThat(all).isNotNaN();
        for (int i = 0; i < 10; i++) {
            assertThat((double) answer.probabilities()[i]).isCloseTo(expected[i] / sum, within(1e-5));
        }
    }
}
