package org.digitscope.network.dl4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
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
import org.digitscope.image.DigitImage;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.ModelArchive;
import org.digitscope.network.Readout;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks made with Deeplearning4j, and their zips. */
final class TestModels {
    static final Path FILE = Path.of("folder", "someone's model.zip");
    static final InputType IMAGE = InputType.convolutional(28, 28, 1);

    static {
        Nd4jRuntime.prepare();
    }

    private TestModels() {}

    static NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder()
                .seed(11)
                .dataType(DataType.FLOAT)
                .weightInit(WeightInit.RELU)
                .updater(new Adam(1e-3));
    }

    static OutputLayer softmax(int classes) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build();
    }

    static MultiLayerNetwork sequential(InputType input, Layer... layers) {
        return sequential(base(), input, layers);
    }

    static MultiLayerNetwork sequential(NeuralNetConfiguration.Builder base, InputType input, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = base.list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(input).build());
        network.init();
        return network;
    }

    /** Gives back its native memory. */
    static void release(Model model) {
        if (model instanceof ComputationGraph graph) {
            NetworkMemory.release(graph);
        } else {
            NetworkMemory.release((MultiLayerNetwork) model);
        }
    }

    static MultiLayerNetwork classic() {
        return sequential(
                IMAGE,
                conv(4, 3, Activation.RELU),
                pool(PoolingType.MAX),
                conv(6, 3, Activation.RELU),
                pool(PoolingType.MAX),
                dense(16),
                softmax(10));
    }

    static MultiLayerNetwork channelsLast() {
        return sequential(
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
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(3)
                        .dataFormat(CNN2DFormat.NHWC)
                        .activation(Activation.RELU)
                        .build(),
                dense(12),
                softmax(10));
    }

    static MultiLayerNetwork perceptron() {
        return sequential(InputType.feedForward(784), dense(20), dense(12), softmax(10));
    }

    static MultiLayerNetwork flatImage() {
        return sequential(
                InputType.convolutionalFlat(28, 28, 1),
                conv(3, 5, Activation.RELU),
                pool(PoolingType.MAX),
                softmax(10));
    }

    static MultiLayerNetwork manyKinds() {
        return sequential(
                base().l2(1e-4).l1(1e-5).weightDecay(1e-3),
                IMAGE,
                new ZeroPaddingLayer.Builder(1, 1).build(),
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
                new GlobalPoolingLayer.Builder(PoolingType.AVG).build(),
                softmax(10));
    }

    static MultiLayerNetwork elevenOutputs() {
        return sequential(InputType.feedForward(784), dense(8), softmax(11));
    }

    static MultiLayerNetwork sigmoidOutputs() {
        return sequential(
                InputType.feedForward(784),
                dense(8),
                new OutputLayer.Builder(LossFunction.XENT)
                        .nOut(10)
                        .activation(Activation.SIGMOID)
                        .build());
    }

    static MultiLayerNetwork logits() {
        return sequential(
                InputType.feedForward(784),
                new OutputLayer.Builder(LossFunction.MSE)
                        .nOut(10)
                        .activation(Activation.IDENTITY)
                        .build());
    }

    static ComputationGraph residual() {
        ComputationGraphConfiguration configuration = base().graphBuilder()
                .addInputs("picture")
                // Named so that no alphabet tells their order.
                .addLayer("z.first", sameConv(4), "picture")
                .addLayer("b.branch", sameConv(4), "z.first")
                .addVertex("y.sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "z.first", "b.branch")
                .addLayer("a.side", sameConv(3), "picture")
                .addVertex("x.both", new MergeVertex(), "y.sum", "a.side")
                .addLayer("c.pool", pool(PoolingType.MAX), "x.both")
                .addLayer("answer", softmax(10), "c.pool")
                .setOutputs("answer")
                .setInputTypes(IMAGE)
                .build();
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        return graph;
    }

    static ComputationGraph branchingActivation() {
        ComputationGraphConfiguration configuration = base().graphBuilder()
                .addInputs("picture")
                .addLayer(
                        "first",
                        new ConvolutionLayer.Builder(3, 3)
                                .nOut(4)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "picture")
                .addLayer(
                        "rectified",
                        new ActivationLayer.Builder()
                                .activation(Activation.RELU)
                                .build(),
                        "first")
                .addVertex("difference", new ElementWiseVertex(ElementWiseVertex.Op.Subtract), "first", "rectified")
                .addLayer("answer", softmax(10), "difference")
                .setOutputs("answer")
                .setInputTypes(IMAGE)
                .build();
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        return graph;
    }

    static ComputationGraph channelsLastGraph() {
        ComputationGraphConfiguration configuration = base().graphBuilder()
                .addInputs("picture")
                .addLayer("first", lastConv(4), "picture")
                .addLayer("second", lastConv(4), "first")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "first", "second")
                .addLayer("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "sum")
                .addLayer("answer", softmax(10), "mean")
                .setOutputs("answer")
                .setInputTypes(InputType.convolutional(28, 28, 1, CNN2DFormat.NHWC))
                .build();
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        return graph;
    }

    static ConvolutionLayer conv(int filters, int kernel, Activation activation) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .nOut(filters)
                .activation(activation)
                .build();
    }

    static SubsamplingLayer pool(PoolingType type) {
        return new SubsamplingLayer.Builder(type).kernelSize(2, 2).stride(2, 2).build();
    }

    static DenseLayer dense(int units) {
        return new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build();
    }

    private static ConvolutionLayer sameConv(int filters) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .build();
    }

    private static ConvolutionLayer lastConv(int filters) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Same)
                .dataFormat(CNN2DFormat.NHWC)
                .activation(Activation.TANH)
                .build();
    }

    /** As Deeplearning4j writes it. */
    static byte[] zip(Model model, boolean withUpdater) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ModelSerializer.writeModel(model, bytes, withUpdater);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip(Map<String, byte[]> entries) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of a zip, to be changed. */
    static Map<String, byte[]> entries(byte[] zip) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String configuration(byte[] zip) {
        return new String(entries(zip).get("configuration.json"), StandardCharsets.UTF_8);
    }

    /** The same model with another configuration. */
    static byte[] withConfiguration(byte[] zip, String configuration) {
        Map<String, byte[]> entries = entries(zip);
        entries.put("configuration.json", configuration.getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    static DigitNetwork load(byte[] zip) throws IOException {
        return new Dl4jModels().load(ModelArchive.of(FILE, zip), Readout.plain());
    }

    /** Grey levels by chance. */
    static DigitImage image(long seed) {
        byte[] levels = new byte[784];
        new Random(seed).nextBytes(levels);
        return DigitImage.ofLevels(levels);
    }
}
