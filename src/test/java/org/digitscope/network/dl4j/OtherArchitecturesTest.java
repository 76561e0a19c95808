package org.digitscope.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.digitscope.image.DigitImage;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** Networks of other people's making open as they are. */
final class OtherArchitecturesTest {
    private static final Pattern TYPE = Pattern.compile("\"@class\" : \"([^\"]+)\"");

    static Stream<Named<MultiLayerNetwork>> networks() {
        InputType flat = InputType.feedForward(784);
        return Stream.of(
                Named.of(
                        "dropout before a dense layer",
                        TestModels.sequential(flat, new DropoutLayer.Builder(0.8).build(), TestModels.softmax(10))),
                Named.of(
                        "normalisation first",
                        TestModels.sequential(
                                TestModels.IMAGE,
                                new BatchNormalization.Builder().build(),
                                TestModels.conv(3, 3, Activation.RELU),
                                TestModels.softmax(10))),
                Named.of(
                        "normalisation of 784 values first",
                        TestModels.sequential(flat, new BatchNormalization.Builder().build(), TestModels.softmax(10))),
                Named.of(
                        "dense on an image",
                        TestModels.sequential(TestModels.IMAGE, TestModels.dense(9), TestModels.softmax(10))),
                Named.of(
                        "padding first, channels last",
                        TestModels.sequential(
                                InputType.convolutional(28, 28, 1, CNN2DFormat.NHWC),
                                new ZeroPaddingLayer.Builder(2, 2)
                                        .dataFormat(CNN2DFormat.NHWC)
                                        .build(),
                                new ConvolutionLayer.Builder(5, 5)
                                        .nOut(2)
                                        .dataFormat(CNN2DFormat.NHWC)
                                        .activation(Activation.RELU)
                                        .build(),
                                TestModels.softmax(10))),
                Named.of(
                        "frozen layers",
                        TestModels.sequential(
                                TestModels.IMAGE,
                                new FrozenLayer(TestModels.conv(3, 3, Activation.RELU)),
                                new FrozenLayerWithBackprop(TestModels.dense(7)),
                                TestModels.softmax(10))),
                Named.of("rare layers", TestModels.sequential(TestModels.IMAGE, rareLayers())),
                Named.of(
                        "function and loss apart",
                        TestModels.sequential(
                                flat,
                                new DenseLayer.Builder()
                                        .nOut(10)
                                        .activation(Activation.IDENTITY)
                                        .build(),
                                new LossLayer.Builder(LossFunction.MCXENT)
                                        .activation(Activation.SOFTMAX)
                                        .build())),
                Named.of(
                        "centre loss",
                        TestModels.sequential(
                                flat,
                                TestModels.dense(6),
                                new CenterLossOutputLayer.Builder(LossFunction.MCXENT)
                                        .nOut(10)
                                        .activation(Activation.SOFTMAX)
                                        .build())));
    }

    private static Layer[] rareLayers() {
        return new Layer[] {
            new Cropping2D.Builder(1, 1, 1, 1).build(),
            new DepthwiseConvolution2D.Builder(3, 3)
                    .depthMultiplier(3)
                    .activation(Activation.RELU)
                    .build(),
            new LocalResponseNormalization.Builder().build(),
            new SeparableConvolution2D.Builder(3, 3)
                    .nOut(4)
                    .activation(Activation.TANH)
                    .build(),
            new PReLULayer.Builder().inputShape(4, 22, 22).build(),
            new Upsampling2D.Builder(2).build(),
            new Deconvolution2D.Builder(2, 2)
                    .nOut(4)
                    .stride(1, 1)
                    .activation(Activation.RELU)
                    .build(),
            TestModels.pool(PoolingType.MAX),
            new GlobalPoolingLayer.Builder(PoolingType.MAX).build(),
            new ElementWiseMultiplicationLayer.Builder()
                    .nIn(4)
                    .nOut(4)
                    .activation(Activation.IDENTITY)
                    .build(),
            TestModels.softmax(10)
        };
    }

    @ParameterizedTest
    @MethodSource("networks")
    void opensAndAnswersAsDeeplearning4jDoes(MultiLayerNetwork model) throws IOException {
        DigitImage image = TestModels.image(8);
        try (DigitNetwork network = TestModels.load(TestModels.zip(model, true))) {
            float[] expected = output(model, image);

            assertThat(network.run(image).answer().probabilities()).containsExactly(expected, within(1e-5f));
            assertThat(network.answer(List.of(image)).get(0).probabilities()).containsExactly(expected, within(1e-5f));
            assertThat(network.parameterCount()).isEqualTo(model.numParams());
            for (int layer = 0; layer < network.layers().size(); layer++) {
                network.kernels(layer);
            }
        } finally {
            TestModels.release(model);
        }
    }

    @Test
    void opensAGraphWhoseLossStandsApart() throws IOException {
        ComputationGraph graph = new ComputationGraph(TestModels.base()
                .graphBuilder()
                .addInputs("in")
                .addLayer("scores", TestModels.dense(10), "in")
                .addLayer(
                        "loss",
                        new LossLayer.Builder(LossFunction.MCXENT)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "scores")
                .setOutputs("loss")
                .setInputTypes(InputType.feedForward(784))
                .build());
        graph.init();
        DigitImage image = TestModels.image(2);
        try (DigitNetwork network = TestModels.load(TestModels.zip(graph, false));
                INDArray input = Nd4j.create(image.pixels(), new long[] {1, 784}, 'c')) {
            assertThat(network.run(image).answer().probabilities())
                    .containsExactly(graph.outputSingle(input).toFloatVector(), within(1e-5f));
        } finally {
            TestModels.release(graph);
        }
    }

    @Test
    void showsKernelsOnlyWhereTheyAreOnesOfAPlainConvolution() throws IOException {
        MultiLayerNetwork model = TestModels.sequential(TestModels.IMAGE, rareLayers());
        try (DigitNetwork network = TestModels.load(TestModels.zip(model, false))) {
            List<String> withKernels = new ArrayList<>();
            for (int layer = 0; layer < network.layers().size(); layer++) {
                if (network.kernels(layer).isPresent()) {
                    withKernels.add(network.layers().get(layer).kind() + " " + layer);
                }
            }

            // A depthwise convolution of one channel is a plain one.
            assertThat(withKernels).containsExactly("CONVOLUTION 1");
            LayerInfo transposed = network.layers().get(6);
            assertThat(transposed.kind()).isEqualTo(LayerKind.OTHER);
            assertThat(transposed.window()).isEmpty();
        } finally {
            TestModels.release(model);
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void everyActivationFunctionThatDeeplearning4jWritesIsAllowed(Activation activation) {
        assertThat(TypeAllowList.allows(
                        activation.getActivationFunction().getClass().getName()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(LossFunction.class)
    void everyLossThatDeeplearning4jWritesIsAllowed(LossFunction loss) {
        assertThat(TypeAllowList.allows(loss.getILossFunction().getClass().getName()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(WeightInit.class)
    void everyInitialisationThatDeeplearning4jWritesIsAllowed(WeightInit init) {
        if (init != WeightInit.DISTRIBUTION) {
            assertThat(TypeAllowList.allows(
                            init.getWeightInitFunction().getClass().getName()))
                    .isTrue();
        }
    }

    @Test
    void everyUpdaterRegularizationAndNoiseThatDeeplearning4jWritesIsAllowed() {
        List<IUpdater> updaters = List.of(
                new Adam(new StepSchedule(ScheduleType.EPOCH, 0.1, 0.5, 3)),
                new AMSGrad(),
                new AdaDelta(),
                new AdaGrad(),
                new AdaMax(),
                new Nadam(),
                new Nesterovs(new MapSchedule(ScheduleType.ITERATION, new HashMap<>(Map.of(0, 0.1)))),
                new NoOp(),
                new RmsProp(),
                new Sgd());
        for (IUpdater updater : updaters) {
            MultiLayerNetwork model = TestModels.sequential(
                    TestModels.base()
                            .updater(updater)
                            .biasUpdater(new Sgd(0.1))
                            .optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)
                            .weightInit(new NormalDistribution(0, 0.1))
                            .l1(0.1)
                            .l2(0.1)
                            .weightNoise(new DropConnect(0.5))
                            .constrainWeights(new MaxNormConstraint(3, 1)),
                    TestModels.IMAGE,
                    new ConvolutionLayer.Builder(3, 3)
                            .nOut(2)
                            .dropOut(new SpatialDropout(0.5))
                            .build(),
                    new DropoutLayer.Builder(new GaussianNoise(0.1)).build(),
                    new DenseLayer.Builder()
                            .nOut(3)
                            .dropOut(new AlphaDropout(0.5))
                            .build(),
                    new ActivationLayer.Builder().activation(Activation.RELU).build(),
                    TestModels.softmax(10));
            List<String> types = types(TestModels.configuration(TestModels.zip(model, false)));
            TestModels.release(model);

            assertThat(types).hasSizeGreaterThan(10).allMatch(TypeAllowList::allows);
        }
    }

    @Test
    void allowsLayersOfDeeplearning4jAndNothingElse() {
        for (String name : List.of(
                "org.deeplearning4j.nn.conf.layers.SubsamplingLayer",
                "org.deeplearning4j.nn.conf.graph.MergeVertex",
                "org.deeplearning4j.nn.conf.inputs.InputType$InputTypeConvolutional",
                "org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor",
                "org.nd4j.linalg.learning.regularization.L2Regularization")) {
            assertThat(TypeAllowList.allows(name)).as(name).isTrue();
        }
        for (String name : List.of(
                "org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer",
                "org.deeplearning4j.nn.conf.layers.Layer",
                "org.nd4j.linalg.activations.impl.ActivationReLU.Inner",
                "java.lang.Runtime",
                "java.util.logging.FileHandler",
                "javax.script.ScriptEngineManager")) {
            assertThat(TypeAllowList.allows(name)).as(name).isFalse();
        }
    }

    private static List<String> types(String configuration) {
        List<String> types = new ArrayList<>();
        Matcher matcher = TYPE.matcher(configuration);
        while (matcher.find()) {
            types.add(matcher.group(1));
        }
        return types;
    }

    private static float[] output(MultiLayerNetwork model, DigitImage image) {
        for (long[] shape : new long[][] {{1, 1, 28, 28}, {1, 784}, {1, 28, 28, 1}}) {
            try (INDArray input = Nd4j.create(image.pixels(), shape, 'c')) {
                return model.output(input).toFloatVector();
            } catch (RuntimeException e) {
                // Wrong form of input: the next one.
                continue;
            }
        }
        throw new AssertionError("no form of input fits");
    }
}
