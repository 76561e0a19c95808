package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.InkRecord;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.Inference;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.ModelArchive;
import org.digitscope.network.Readout;
import org.digitscope.network.dl4j.Dl4jModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The arithmetic gives the numbers that the network gives, for every kind of layer. */
final class UnitArithmeticModelTest {
    private static final int UNITS_A_LAYER = 60;
    private static final double RELATIVE = 1e-5;
    private static final double FLOOR = 1e-6;
    private static final Path FILE = Path.of("made.zip");

    @ParameterizedTest
    @ValueSource(strings = {"classic", "pad"})
    void agreesWithABundledModel(String name, @TempDir Path own) throws IOException {
        List<InkRecord> digits = ReferenceDigits.read();
        List<DigitImage> images = Stream.of(0, 37, 74, 111, 148, 185)
                .map(i -> new InkRasterizer().rasterize(digits.get(i).drawing()).image())
                .toList();
        try (DigitNetwork network =
                new ModelCatalog(new Dl4jModels(), own).load(name).network()) {
            Set<Class<?>> kinds = check(network, images);
            assertThat(kinds)
                    .contains(
                            UnitArithmetic.Convolution.class,
                            UnitArithmetic.Pooling.class,
                            UnitArithmetic.Softmax.class);
            if (name.equals("classic")) {
                assertThat(kinds).contains(UnitArithmetic.Dense.class);
            }
        }
    }

    @Test
    void agreesWithLayersInARow() throws IOException {
        try (DigitNetwork network = sequential(
                InputType.convolutional(28, 28, 1),
                new ZeroPaddingLayer.Builder(2, 1, 0, 3).build(),
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .stride(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .hasBias(false)
                        .activation(Activation.IDENTITY)
                        .build(),
                new BatchNormalization.Builder().build(),
                new ActivationLayer.Builder()
                        .activation(new ActivationLReLU(0.1))
                        .build(),
                new SubsamplingLayer.Builder(PoolingType.AVG)
                        .kernelSize(3, 3)
                        .stride(2, 2)
                        .padding(1, 1)
                        .build(),
                new DropoutLayer.Builder(0.7).build(),
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(8)
                        .dilation(2, 2)
                        .activation(Activation.ELU)
                        .build(),
                new SubsamplingLayer.Builder(PoolingType.PNORM)
                        .pnorm(2)
                        .kernelSize(2, 2)
                        .stride(1, 1)
                        .build(),
                new GlobalPoolingLayer.Builder(PoolingType.MAX).build(),
                new DenseLayer.Builder().nOut(7).activation(Activation.TANH).build(),
                softmax())) {
            check(network, noise());
        }
    }

    @Test
    void agreesWithLayersWhoseChannelsComeLast() throws IOException {
        try (DigitNetwork network = sequential(
                InputType.convolutional(28, 28, 1, CNN2DFormat.NHWC),
                new ConvolutionLayer.Builder(3, 5)
                        .nOut(4)
                        .dataFormat(CNN2DFormat.NHWC)
                        .activation(Activation.TANH)
                        .build(),
                new SubsamplingLayer.Builder(PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .dataFormat(CNN2DFormat.NHWC)
                        .build(),
                new BatchNormalization.Builder().dataFormat(CNN2DFormat.NHWC).build(),
                new DenseLayer.Builder().nOut(9).activation(Activation.SWISH).build(),
                softmax())) {
            check(network, noise());
        }
    }

    @Test
    void agreesWithAGraph() throws IOException {
        ComputationGraph graph = new ComputationGraph(base().graphBuilder()
                .addInputs("picture")
                .addLayer("first", same(4), "picture")
                .addLayer("branch", same(4), "first")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "first", "branch")
                .addLayer("side", same(3), "picture")
                .addVertex("both", new MergeVertex(), "sum", "side")
                .addLayer("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "both")
                .addLayer("answer", softmax(), "mean")
                .setOutputs("answer")
                .setInputTypes(InputType.convolutional(28, 28, 1))
                .build());
        graph.init();
        try (DigitNetwork network = load(graph)) {
            assertThat(check(network, noise()))
                    .contains(UnitArithmetic.Addition.class, UnitArithmetic.Passed.class, UnitArithmetic.Pooling.class);
        }
    }

    /** Returns the kinds of arithmetic that were met. */
    private static Set<Class<?>> check(DigitNetwork network, List<DigitImage> images) {
        Set<Class<?>> kinds = new HashSet<>();
        Random random = new Random(4);
        int units = 0;
        int within = 0;
        for (DigitImage image : images) {
            Inference inference = network.run(image);
            for (int layer = 0; layer < network.layers().size(); layer++) {
                LayerInfo info = network.layers().get(layer);
                Optional<LayerParameters> parameters = network.parameters(layer);
                for (int i = 0; i < UNITS_A_LAYER; i++) {
                    int map = random.nextInt(info.output().maps());
                    int x = random.nextInt(info.output().width());
                    int y = random.nextInt(info.output().height());
                    UnitArithmetic arithmetic =
                            UnitArithmetic.of(network.layers(), inference, layer, parameters, map, x, y);
                    assertThat(arithmetic)
                            .as(info.name() + " " + info.kind())
                            .isNotInstanceOf(UnitArithmetic.Other.class);
                    assertThat(arithmetic.agrees())
                            .as("%s %s: %s at %s %s %s", info.name(), info.kind(), arithmetic, map, x, y)
                            .isTrue();
                    double strict = Math.max(FLOOR, RELATIVE * Math.abs(arithmetic.shown()));
                    within += Math.abs(arithmetic.difference()) <= strict ? 1 : 0;
                    units++;
                    kinds.add(arithmetic.getClass());
                }
            }
        }
        // Where large products cancel, the rounding of single precision is more than that.
        assertThat((double) within / units).isGreaterThanOrEqualTo(0.995);
        assertThat(network.layers()).extracting(LayerInfo::kind).doesNotContain(LayerKind.OTHER);
        return kinds;
    }

    private static List<DigitImage> noise() {
        byte[] levels = new byte[784];
        new Random(3).nextBytes(levels);
        return List.of(DigitImage.ofLevels(levels));
    }

    private static NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder().seed(5).weightInit(WeightInit.RELU);
    }

    private static ConvolutionLayer same(int filters) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .build();
    }

    private static OutputLayer softmax() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(10)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static DigitNetwork sequential(InputType input, Layer... layers) throws IOException {
        NeuralNetConfiguration.ListBuilder list = base().list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(input).build());
        network.init();
        return load(network);
    }

    private static DigitNetwork load(Model model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelSerializer.writeModel(model, bytes, false);
        return new Dl4jModels().load(ModelArchive.of(FILE, bytes.toByteArray()), Readout.plain());
    }
}
