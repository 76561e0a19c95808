package org.digitscope.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.preprocessor.CnnToRnnPreProcessor;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitscope.image.DigitImage;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Gradients;
import org.digitscope.network.Inference;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;
import org.digitscope.network.WeightEdits;
import org.digitscope.network.Window;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Derivatives are what small changes of the image do. */
final class GradientsTest {
    private static final int PIXELS = 784;
    private static final int TRIALS = 12;

    static Stream<Named<Supplier<? extends Model>>> networks() {
        return Stream.of(
                Named.of("classic", TestModels::classic),
                Named.of("channels last", TestModels::channelsLast),
                Named.of("perceptron on 784", TestModels::perceptron),
                Named.of("flat image", TestModels::flatImage),
                Named.of("many kinds of layers", TestModels::manyKinds),
                Named.of("strides and padding", () -> strides(CNN2DFormat.NCHW)),
                Named.of("strides and padding, channels last", () -> strides(CNN2DFormat.NHWC)),
                Named.of("sigmoid outputs", TestModels::sigmoidOutputs),
                Named.of("logits", TestModels::logits),
                Named.of("eleven outputs", TestModels::elevenOutputs),
                Named.of("loss apart", () -> lossApart(Activation.SOFTMAX)),
                Named.of("softmax apart", GradientsTest::softmaxApart),
                Named.of("frozen layers", GradientsTest::frozen),
                Named.of("noise in training", GradientsTest::noisy),
                Named.of("two kernels in a layer", GradientsTest::separable),
                Named.of("recurrent", GradientsTest::recurrent),
                Named.of("residual graph", TestModels::residual),
                Named.of("branching activation", TestModels::branchingActivation),
                Named.of("channels last graph", TestModels::channelsLastGraph),
                Named.of("ends without a known function", GradientsTest::scaledEnd));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theImagesGradientIsWhatSmallChangesOfPixelsDo(Supplier<? extends Model> make) throws IOException {
        try (DigitNetwork network = load(make.get())) {
            float[] image = image(3);
            float[] weights = contrast(network);
            float[] gradient = network.gradients(image, weights).image();
            float largest = largest(gradient);

            assertThat(largest).isPositive();
            int off = 0;
            for (int pixel = 100; pixel < PIXELS; pixel += 23) {
                double measured = derivative(network, image, weights, pixel);
                off += Math.abs(gradient[pixel] - measured) > 0.03 * largest ? 1 : 0;
            }
            // A rectifier or a maximum may change over within the step.
            assertThat(off).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theGradientByEachLayerExplainsWhatItsChangesDo(Supplier<? extends Model> make) throws IOException {
        Model model = make.get();
        boolean sequential = model instanceof MultiLayerNetwork;
        try (DigitNetwork network = load(model)) {
            int last = network.layers().size() - 1;
            for (int layer = 0; sequential && layer < last; layer++) {
                assertExplains(network, Set.of(layer));
            }
        }
    }

    @Test
    void gradientsAddUpWhereAVertexFeedsSeveral() throws IOException {
        try (DigitNetwork network = load(TestModels.residual())) {
            List<String> names = network.layers().stream().map(LayerInfo::name).toList();
            for (Set<String> cut : List.of(
                    Set.of("z.first", "a.side"), Set.of("y.sum", "a.side"), Set.of("x.both"), Set.of("c.pool"))) {
                assertExplains(
                        network, Set.copyOf(cut.stream().map(names::indexOf).toList()));
            }
        }
        try (DigitNetwork network = load(TestModels.channelsLastGraph())) {
            for (int layer : List.of(0, 2, 3)) {
                assertExplains(network, Set.of(layer));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void manyImagesGiveWhatEachGives(Supplier<? extends Model> make) throws IOException {
        try (DigitNetwork network = load(make.get())) {
            List<float[]> images =
                    IntStream.range(0, 35).mapToObj(GradientsTest::image).toList();
            float[] weights = contrast(network);

            List<float[]> gradients = network.imageGradients(images, weights);
            List<float[]> logits = network.logits(images);

            assertThat(gradients).hasSize(35);
            for (int i = 0; i < images.size(); i += 17) {
                float[] alone = network.gradients(images.get(i), weights).image();
                assertThat(gradients.get(i)).containsExactly(alone, within(1e-3f * largest(alone)));
                assertThat(logits.get(i))
                        .containsExactly(network.logits(List.of(images.get(i))).get(0), within(1e-4f));
            }
            assertThat(network.imageGradients(List.of(), weights)).isEmpty();
            network.beginGradients(List.of());
        }
    }

    @Test
    void gradientsInTwoHalvesAreTheSame() throws IOException {
        for (Supplier<? extends Model> make : List.<Supplier<? extends Model>>of(
                TestModels::manyKinds, TestModels::residual, GradientsTest::recurrent)) {
            assertSameInTwoHalves(make);
        }
    }

    private static void assertSameInTwoHalves(Supplier<? extends Model> make) throws IOException {
        try (DigitNetwork network = load(make.get());
                DigitNetwork other = load(TestModels.residual())) {
            float[] weights = contrast(network);
            List<float[]> images = List.of(image(2), image(3));
            List<float[]> expected = network.imageGradients(images, weights);
            float[] answer = network.run(TestModels.image(1)).answer().probabilities();
            List<Runnable> between = List.of(
                    () -> {},
                    () -> network.run(TestModels.image(1)),
                    () -> network.answer(List.of(TestModels.image(1))),
                    () -> network.logits(List.of(image(5))),
                    () -> network.gradients(image(6), weights),
                    () -> network.imageGradients(List.of(image(4)), weights),
                    () -> network.beginGradients(List.of(image(7))),
                    () -> other.imageGradients(List.of(image(8)), contrast(other)),
                    () -> other.beginGradients(List.of(image(9))),
                    () -> other.run(TestModels.image(1)),
                    () -> onAnotherThread(() -> network.imageGradients(List.of(image(4)), weights)),
                    () -> onAnotherThread(() -> network.run(TestModels.image(1))));

            for (Runnable something : between) {
                network.beginGradients(images);
                something.run();

                assertSame(network.imageGradients(images, weights), expected);

                network.beginGradients(images);
                something.run();

                assertThat(network.run(TestModels.image(1)).answer().probabilities())
                        .containsExactly(answer, within(1e-6f));
                other.answer(List.of(TestModels.image(1)));
            }
            network.beginGradients(images);
            onAnotherThread(() -> assertSame(network.imageGradients(images, weights), expected));
            network.beginGradients(images);
        }
    }

    @Test
    void aHalfThatWasBegunDoesNotOutliveTheWeights() throws IOException {
        try (DigitNetwork network = load(TestModels.classic())) {
            float[] weights = contrast(network);
            List<float[]> images = List.of(image(2));
            WeightEdits edits = WeightEdits.none().withFilterSilenced(new WeightEdits.Filter(0, 3), true);
            network.edit(edits);
            List<float[]> expected = network.imageGradients(images, weights);
            network.edit(WeightEdits.none());

            network.beginGradients(images);
            network.edit(edits);

            assertSame(network.imageGradients(images, weights), expected);
        }
    }

    private static void assertSame(List<float[]> gradients, List<float[]> expected) {
        assertThat(gradients).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(gradients.get(i))
                    .containsExactly(expected.get(i), within(1e-6f + 1e-5f * largest(expected.get(i))));
        }
    }

    private static void onAnotherThread(Runnable something) {
        CompletableFuture.runAsync(something, work -> new Thread(work).start()).join();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theLastLayersGradientIsTheWeightsOfTheLogits(Supplier<? extends Model> make) throws IOException {
        try (DigitNetwork network = load(make.get())) {
            float[] weights = contrast(network);

            List<FeatureMaps> outputs = network.gradients(image(1), weights).outputs();

            assertThat(outputs).hasSameSizeAs(network.layers());
            for (int layer = 0; layer < outputs.size(); layer++) {
                assertThat(outputs.get(layer).shape())
                        .isEqualTo(network.layers().get(layer).output());
            }
            assertThat(outputs.get(outputs.size() - 1).values()).containsExactly(weights);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theLastFunctionMakesTheOutputOfTheLogits(Supplier<? extends Model> make) throws IOException {
        try (DigitNetwork network = load(make.get())) {
            LayerInfo end = network.layers().get(network.layers().size() - 1);
            for (int seed = 0; seed < 3; seed++) {
                Inference inference = network.run(TestModels.image(seed));
                float[] logits = logits(network, inference.image());
                float[] expected = end.activation().equals(Optional.of("sigmoid"))
                        ? sigmoids(logits)
                        : end.activation().isEmpty() && end.kind() == LayerKind.OUTPUT ? logits : softmax(logits);
                assertThat(last(inference)).containsExactly(expected, within(1e-4f));
            }
        }
    }

    @Test
    void theLogitsOfALossApartAreTheOutputOfTheLayerBefore() throws IOException {
        for (Model model : List.of(lossApart(Activation.SOFTMAX), softmaxApart())) {
            try (DigitNetwork network = load(model)) {
                Inference inference = network.run(TestModels.image(5));
                float[] weights = contrast(network);
                int before = network.layers().size() - 2;

                assertThat(logits(network, inference.image()))
                        .containsExactly(inference.outputs().get(before).values(), within(1e-4f));
                Gradients gradients = network.gradients(inference.image().pixels(), weights);
                assertThat(gradients.outputs().get(before).values()).containsExactly(weights);
            }
        }
    }

    @Test
    void aLossThatChangesNothingLeavesTheLogitsToTheLayerBefore() throws IOException {
        try (DigitNetwork network = load(TestModels.sequential(
                TestModels.IMAGE,
                new DenseLayer.Builder().nOut(10).activation(Activation.SOFTMAX).build(),
                new LossLayer.Builder(LossFunction.MCXENT)
                        .activation(Activation.IDENTITY)
                        .build()))) {
            Inference inference = network.run(TestModels.image(5));
            float[] weights = contrast(network);

            assertThat(softmax(logits(network, inference.image()))).containsExactly(last(inference), within(1e-5f));
            assertThat(network.gradients(image(1), weights).outputs())
                    .allSatisfy(maps -> assertThat(maps.values()).containsExactly(weights));
        }
    }

    @Test
    void withoutAKnownFunctionTheLogarithmsTakeTheLogitsPlace() throws IOException {
        try (DigitNetwork network = load(scaledEnd())) {
            Inference inference = network.run(TestModels.image(5));
            float[] logits = logits(network, inference.image());
            for (int i = 0; i < 10; i++) {
                assertThat(logits[i]).isCloseTo((float) Math.log(last(inference)[i]), within(1e-4f));
            }
        }
    }

    /** The gradient by the image from that by the first convolution's output, by hand. */
    @Test
    void theChainRuleLeadsFromTheFirstConvolutionToTheImage() throws IOException {
        for (Supplier<? extends Model> make :
                List.<Supplier<? extends Model>>of(TestModels::classic, () -> strides(CNN2DFormat.NHWC))) {
            try (DigitNetwork network = load(make.get())) {
                DigitImage image = TestModels.image(4);
                Gradients gradients = network.gradients(image.pixels(), contrast(network));
                FeatureMaps output = network.run(image).outputs().get(0);
                Kernels kernels = network.kernels(0).orElseThrow();
                Window window = network.layers().get(0).window().orElseThrow();
                boolean relu =
                        network.layers().get(0).activation().orElseThrow().equals("relu");

                double[] expected = new double[PIXELS];
                MapShape shape = output.shape();
                for (int map = 0; map < shape.maps(); map++) {
                    for (int y = 0; y < shape.height(); y++) {
                        for (int x = 0; x < shape.width(); x++) {
                            double value = output.at(map, x, y);
                            double slope = relu ? (value > 0 ? 1 : 0) : 1 - value * value;
                            double delta = slope * gradients.outputs().get(0).at(map, x, y);
                            spread(expected, delta, kernels, map, x - window.paddingLeft(), y - window.paddingTop());
                        }
                    }
                }
                for (int pixel = 0; pixel < PIXELS; pixel++) {
                    assertThat((double) gradients.image()[pixel]).isCloseTo(expected[pixel], within(1e-4));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {
                "CUBE",
                "ELU",
                "HARDSIGMOID",
                "HARDTANH",
                "IDENTITY",
                "LEAKYRELU",
                "RATIONALTANH",
                "RELU",
                "RELU6",
                "RRELU",
                "SIGMOID",
                "SOFTPLUS",
                "SOFTSIGN",
                "TANH",
                "RECTIFIEDTANH",
                "SELU",
                "SWISH",
                "THRESHOLDEDRELU",
                "GELU",
                "MISH"
            })
    void everyFunctionHasItsDerivative(Activation activation) throws IOException {
        try (DigitNetwork network = load(TestModels.sequential(
                InputType.feedForward(PIXELS),
                new DenseLayer.Builder().nOut(30).activation(Activation.TANH).build(),
                new DenseLayer.Builder().nOut(30).activation(activation).build(),
                new ActivationLayer.Builder().activation(activation).build(),
                TestModels.softmax(10)))) {
            assertExplains(network, Set.of(0));
        }
    }

    @Test
    void denseWeightsGiveTheUnitsFromTheLayerBefore() throws IOException {
        for (Supplier<? extends Model> make : List.<Supplier<? extends Model>>of(
                TestModels::classic,
                TestModels::channelsLast,
                TestModels::perceptron,
                TestModels::channelsLastGraph,
                TestModels::residual,
                GradientsTest::frozen)) {
            try (DigitNetwork network = load(make.get())) {
                DigitImage image = TestModels.image(2);
                Inference inference = network.run(image);
                int found = 0;
                for (int layer = 0; layer < network.layers().size(); layer++) {
                    if (network.parameters(layer).orElse(null) instanceof LayerParameters.Dense dense) {
                        LayerInfo info = network.layers().get(layer);
                        int before = info.inputs().get(0);
                        float[] inputs = before == LayerInfo.IMAGE
                                ? image.pixels()
                                : inference.outputs().get(before).values();
                        float[] sums = sums(dense, inputs);
                        float[] expected = inference.outputs().get(layer).values();
                        boolean last = layer == network.layers().size() - 1;
                        assertThat(last ? softmax(sums) : rectified(sums)).containsExactly(expected, within(1e-4f));
                        found++;
                    }
                }
                assertThat(found).isPositive();
            }
        }
    }

    @Test
    void normalisationsParametersGiveItsOutput() throws IOException {
        for (Supplier<? extends Model> make :
                List.<Supplier<? extends Model>>of(TestModels::manyKinds, TestModels::channelsLast)) {
            try (DigitNetwork network = load(make.get())) {
                List<FeatureMaps> outputs = network.run(TestModels.image(2)).outputs();
                LayerParameters.BatchNormalisation learned = (LayerParameters.BatchNormalisation)
                        network.parameters(2).orElseThrow();
                FeatureMaps before = outputs.get(1);
                FeatureMaps after = outputs.get(2);
                for (int map = 0; map < before.shape().maps(); map++) {
                    double normal = (before.at(map, 3, 4) - learned.mean()[map])
                            / Math.sqrt(learned.variance()[map] + learned.epsilon());
                    assertThat((double) after.at(map, 3, 4))
                            .isCloseTo(learned.gamma()[map] * normal + learned.beta()[map], within(1e-4));
                }
            }
        }
    }

    @Test
    void onlyWhatLearnsThatWayHasParameters() throws IOException {
        try (DigitNetwork network = load(TestModels.manyKinds())) {
            assertThat(network.parameters(0)).isEmpty();
            assertThat(network.parameters(3)).isEmpty();
            LayerParameters.Convolution convolution =
                    (LayerParameters.Convolution) network.parameters(1).orElseThrow();
            assertThat(convolution.kernels().weights())
                    .containsExactly(network.kernels(1).orElseThrow().weights());
        }
        try (DigitNetwork network = load(separable())) {
            assertThat(network.parameters(1)).isEmpty();
            assertThat(network.parameters(3)).isPresent();
        }
    }

    @Test
    void aPassAfterGradientsIsWhatItWasBefore() throws IOException {
        for (Supplier<? extends Model> make : List.<Supplier<? extends Model>>of(
                TestModels::manyKinds, TestModels::residual, GradientsTest::recurrent)) {
            try (DigitNetwork network = load(make.get())) {
                Inference before = network.run(TestModels.image(1));
                network.gradients(image(2), contrast(network));
                network.imageGradients(List.of(image(2), image(3)), contrast(network));
                Inference after = network.run(TestModels.image(1));

                for (int layer = 0; layer < network.layers().size(); layer++) {
                    assertThat(after.outputs().get(layer).values())
                            .containsExactly(before.outputs().get(layer).values());
                }
                assertThat(network.answer(List.of(TestModels.image(1))).get(0).probabilities())
                        .containsExactly(before.answer().probabilities(), within(1e-6f));
            }
        }
    }

    @Test
    void hundredsOfGradientsLeaveNoNativeMemoryBehind() throws IOException {
        try (DigitNetwork sequential = load(TestModels.manyKinds());
                DigitNetwork other = load(separable());
                DigitNetwork graph = load(TestModels.residual())) {
            List<DigitNetwork> all = List.of(sequential, other, graph);
            all.forEach(network -> passes(network, 60));
            System.gc();
            long before = Pointer.totalBytes();
            long physicalBefore = Pointer.physicalBytes();

            all.forEach(network -> passes(network, 600));

            // Small pointers to operations' arguments wait for the collector; one array a pass would be 20 MB.
            System.gc();
            assertThat(Pointer.totalBytes() - before).isLessThan(6 << 20);
            assertThat(Pointer.physicalBytes() - physicalBefore).isLessThan(120 << 20);
        }
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        DigitNetwork network = load(TestModels.classic());
        assertThatThrownBy(() -> network.gradients(new float[PIXELS], new float[11]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10");
        assertThatThrownBy(() -> network.logits(List.of(new float[3]))).isInstanceOf(IllegalArgumentException.class);
        assertThat(network.logits(List.of(new float[PIXELS]))).hasSize(1);
        network.close();
        assertThatThrownBy(() -> network.logits(List.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> network.parameters(0)).isInstanceOf(IllegalStateException.class);
    }

    private static void passes(DigitNetwork network, int count) {
        float[] weights = contrast(network);
        for (int i = 0; i < count; i++) {
            network.gradients(image(i % 4), weights);
            if (i % 20 == 0) {
                network.imageGradients(
                        IntStream.range(0, 20).mapToObj(GradientsTest::image).toList(), weights);
            }
        }
    }

    /**
     * What a change of a pixel by one grey level does to the logits is the sum of what it does to the layers of a
     * cut through the network, each weighed with its gradient.
     */
    private static void assertExplains(DigitNetwork network, Set<Integer> cut) {
        float[] weights = contrast(network);
        List<Double> expected = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        for (int seed = 0; seed < TRIALS; seed++) {
            Random chance = new Random(seed);
            byte[] middle = new byte[PIXELS];
            byte[] up = new byte[PIXELS];
            byte[] down = new byte[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                middle[i] = (byte) (10 + chance.nextInt(100));
                up[i] = middle[i];
                down[i] = middle[i];
            }
            int pixel = 90 + 50 * seed;
            up[pixel]++;
            down[pixel]--;
            Inference above = network.run(DigitImage.ofLevels(up));
            Inference below = network.run(DigitImage.ofLevels(down));
            Gradients gradients = network.gradients(DigitImage.ofLevels(middle).pixels(), weights);
            double sum = 0;
            for (int layer : cut) {
                float[] gradient = gradients.outputs().get(layer).values();
                float[] high = above.outputs().get(layer).values();
                float[] low = below.outputs().get(layer).values();
                for (int i = 0; i < gradient.length; i++) {
                    sum += (double) gradient[i] * (high[i] - low[i]);
                }
            }
            actual.add(sum);
            expected.add(weighted(network, above.image().pixels(), weights)
                    - weighted(network, below.image().pixels(), weights));
        }
        double scale = expected.stream().mapToDouble(Math::abs).max().orElse(0);
        int off = 0;
        for (int i = 0; i < TRIALS; i++) {
            off += Math.abs(actual.get(i) - expected.get(i)) > 0.03 * scale + 1e-6 ? 1 : 0;
        }
        assertThat(scale).isGreaterThan(1e-5);
        // A rectifier or a maximum may change over within the step.
        assertThat(off).as("layers %s: %s for %s", cut, actual, expected).isLessThanOrEqualTo(3);
    }

    private static void spread(double[] image, double delta, Kernels kernels, int filter, int left, int top) {
        for (int y = 0; y < kernels.height(); y++) {
            for (int x = 0; x < kernels.width(); x++) {
                if (top + y >= 0 && top + y < 28 && left + x >= 0 && left + x < 28) {
                    image[(top + y) * 28 + left + x] += delta * kernels.at(filter, 0, x, y);
                }
            }
        }
    }

    private static double derivative(DigitNetwork network, float[] image, float[] weights, int pixel) {
        float step = 4e-3f;
        float[] above = image.clone();
        float[] below = image.clone();
        above[pixel] += step;
        below[pixel] -= step;
        return (weighted(network, above, weights) - weighted(network, below, weights)) / (above[pixel] - below[pixel]);
    }

    private static double weighted(DigitNetwork network, float[] image, float[] weights) {
        float[] logits = network.logits(List.of(image)).get(0);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (double) weights[i] * logits[i];
        }
        return sum;
    }

    private static float[] logits(DigitNetwork network, DigitImage image) {
        return network.logits(List.of(image.pixels())).get(0);
    }

    private static float[] last(Inference inference) {
        return inference.outputs().get(inference.outputs().size() - 1).values();
    }

    /** Not a plain contrast: a mistake that adds one number to all would not be seen. */
    private static float[] contrast(DigitNetwork network) {
        int last = network.layers().size() - 1;
        float[] weights = new float[network.layers().get(last).output().size()];
        weights[3] = 1;
        weights[8] = -0.5f;
        return weights;
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static float[] image(long seed) {
        Random chance = new Random(seed);
        float[] pixels = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = chance.nextFloat() * 2 - 0.5f;
        }
        return pixels;
    }

    private static float[] sums(LayerParameters.Dense dense, float[] inputs) {
        assertThat(inputs).hasSize(dense.inputs());
        float[] sums = dense.biases().clone();
        for (int unit = 0; unit < dense.units(); unit++) {
            for (int input = 0; input < inputs.length; input++) {
                sums[unit] += dense.at(unit, input) * inputs[input];
            }
        }
        return sums;
    }

    private static float[] rectified(float[] values) {
        float[] rectified = values.clone();
        for (int i = 0; i < rectified.length; i++) {
            rectified[i] = Math.max(0, rectified[i]);
        }
        return rectified;
    }

    private static float[] sigmoids(float[] logits) {
        float[] sigmoids = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            sigmoids[i] = (float) (1 / (1 + Math.exp(-logits[i])));
        }
        return sigmoids;
    }

    private static float[] softmax(float[] logits) {
        double[] powers = new double[logits.length];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Math.exp(logits[i]);
        }
        double sum = Arrays.stream(powers).sum();
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < powers.length; i++) {
            probabilities[i] = (float) (powers[i] / sum);
        }
        return probabilities;
    }

    /** With biases and normalisations as after training: Deeplearning4j begins with zeros and ones. */
    private static DigitNetwork load(Model model) throws IOException {
        Nd4j.getRandom().setSeed(17);
        org.deeplearning4j.nn.api.Layer[] layers =
                model instanceof ComputationGraph graph ? graph.getLayers() : ((MultiLayerNetwork) model).getLayers();
        for (org.deeplearning4j.nn.api.Layer layer : layers) {
            layer.paramTable().forEach(GradientsTest::unsettle);
        }
        try {
            return TestModels.load(TestModels.zip(model, false));
        } finally {
            TestModels.release(model);
        }
    }

    private static void unsettle(String name, INDArray array) {
        try (INDArray chance = Nd4j.rand(array.shape())) {
            switch (name) {
                case "b", "beta", "mean", "log10stdev" ->
                    array.assign(chance.subi(0.5).muli(0.4));
                case "var", "gamma" -> array.assign(chance.addi(0.4));
                default -> {}
            }
        }
    }

    private static MultiLayerNetwork strides(CNN2DFormat format) {
        return TestModels.sequential(
                InputType.convolutional(28, 28, 1, format),
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .padding(1, 1)
                        .dataFormat(format)
                        .activation(Activation.TANH)
                        .build(),
                // 28 rows in steps of two leave one over.
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(5)
                        .stride(2, 2)
                        .dataFormat(format)
                        .activation(Activation.TANH)
                        .build(),
                // An even kernel has more padding at one side.
                new ConvolutionLayer.Builder(4, 2)
                        .nOut(3)
                        .convolutionMode(ConvolutionMode.Same)
                        .dataFormat(format)
                        .activation(Activation.TANH)
                        .build(),
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(3)
                        .stride(2, 2)
                        .hasBias(false)
                        .dataFormat(format)
                        .activation(Activation.TANH)
                        .build(),
                TestModels.softmax(10));
    }

    private static MultiLayerNetwork lossApart(Activation activation) {
        return TestModels.sequential(
                InputType.feedForward(PIXELS),
                TestModels.dense(9),
                new DenseLayer.Builder()
                        .nOut(10)
                        .activation(Activation.IDENTITY)
                        .build(),
                new LossLayer.Builder(LossFunction.MCXENT)
                        .activation(activation)
                        .build());
    }

    private static MultiLayerNetwork softmaxApart() {
        return TestModels.sequential(
                TestModels.IMAGE,
                TestModels.conv(3, 5, Activation.TANH),
                new DenseLayer.Builder()
                        .nOut(10)
                        .activation(Activation.IDENTITY)
                        .build(),
                new ActivationLayer.Builder().activation(Activation.SOFTMAX).build());
    }

    private static MultiLayerNetwork frozen() {
        return TestModels.sequential(
                TestModels.IMAGE,
                new FrozenLayer(TestModels.conv(3, 3, Activation.RELU)),
                new FrozenLayer(
                        new BatchNormalization.Builder().useLogStd(false).build()),
                new FrozenLayer(TestModels.pool(PoolingType.MAX)),
                new FrozenLayerWithBackprop(TestModels.dense(7)),
                TestModels.softmax(10));
    }

    private static MultiLayerNetwork noisy() {
        return TestModels.sequential(
                TestModels.base().weightNoise(new DropConnect(0.5)).dropOut(0.5),
                TestModels.IMAGE,
                TestModels.conv(3, 3, Activation.RELU),
                new SeparableConvolution2D.Builder(3, 3)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .build(),
                new DenseLayer.Builder()
                        .nOut(7)
                        .dropOut(new GaussianNoise(0.5))
                        .hasLayerNorm(true)
                        .activation(Activation.TANH)
                        .build(),
                TestModels.softmax(10));
    }

    private static MultiLayerNetwork separable() {
        return TestModels.sequential(
                TestModels.IMAGE,
                TestModels.conv(3, 3, Activation.TANH),
                new SeparableConvolution2D.Builder(3, 3)
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build(),
                TestModels.pool(PoolingType.MAX),
                TestModels.softmax(10));
    }

    /** Reads the image row by row. */
    private static MultiLayerNetwork recurrent() {
        org.deeplearning4j.nn.conf.MultiLayerConfiguration configuration = TestModels.base()
                .list()
                .layer(TestModels.conv(2, 3, Activation.TANH))
                .layer(new LastTimeStep(
                        new LSTM.Builder().nIn(2 * 26 * 26).nOut(8).build()))
                .layer(TestModels.softmax(10))
                .inputPreProcessor(1, new CnnToRnnPreProcessor(26, 26, 2))
                .setInputType(TestModels.IMAGE)
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    private static ComputationGraph scaledEnd() {
        ComputationGraph graph = new ComputationGraph(TestModels.base()
                .graphBuilder()
                .addInputs("picture")
                .addLayer("units", TestModels.dense(12), "picture")
                .addLayer(
                        "shares",
                        new DenseLayer.Builder()
                                .nOut(10)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "units")
                .addVertex("end", new ScaleVertex(1), "shares")
                .setOutputs("end")
                .setInputTypes(InputType.feedForward(PIXELS))
                .build());
        graph.init();
        return graph;
    }
}
