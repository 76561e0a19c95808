package org.digitscope.ui.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Untrained models, written by Deeplearning4j itself. */
public final class ModelFiles {
    /** The unit of the perceptron's first layer that no digit ever wakes. */
    public static final int DEAD_UNIT = 3;

    private ModelFiles() {}

    /** Two dense layers of 12 and 10 units. */
    public static Path perceptron(Path file) throws IOException {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(new DenseLayer.Builder()
                        .nOut(12)
                        .activation(Activation.RELU)
                        .biasInit(5)
                        .build())
                .layer(output())
                .setInputType(InputType.feedForward(784))
                .build());
        network.init();
        network.getLayer(0).getParam("b").putScalar(DEAD_UNIT, -1e6);
        return write(network, file);
    }

    /** A picture that two convolutions read side by side: conv, conv, merge, pool, output. */
    public static Path twoBranches(Path file) throws IOException {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(1)
                .graphBuilder()
                .addInputs("picture")
                .addLayer("fine", convolution(4), "picture")
                .addLayer("coarse", convolution(3), "picture")
                .addVertex("both", new MergeVertex(), "fine", "coarse")
                .addLayer(
                        "pool",
                        new SubsamplingLayer.Builder()
                                .kernelSize(2, 2)
                                .stride(2, 2)
                                .build(),
                        "both")
                .addLayer("answer", output(), "pool")
                .setOutputs("answer")
                .setInputTypes(InputType.convolutional(28, 28, 1))
                .build());
        graph.init();
        return write(graph, file);
    }

    /** A residual block: convolution, batch normalisation with moments of its own, ReLU, convolution, sum, output. */
    public static Path residual(Path file) throws IOException {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(1)
                .graphBuilder()
                .addInputs("picture")
                .addLayer("first", same(), "picture")
                .addLayer(
                        "norm",
                        new BatchNormalization.Builder().useLogStd(false).build(),
                        "first")
                .addLayer("relu", new ActivationLayer(Activation.RELU), "norm")
                .addLayer("second", same(), "relu")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "relu", "second")
                .addLayer("answer", output(), "sum")
                .setOutputs("answer")
                .setInputTypes(InputType.convolutional(28, 28, 1))
                .build());
        graph.init();
        graph.getLayer("norm").getParam("mean").assign(0.05);
        graph.getLayer("norm").getParam("var").assign(0.04);
        graph.getLayer("norm").getParam("gamma").assign(1.5);
        graph.getLayer("norm").getParam("beta").assign(0.25);
        return write(graph, file);
    }

    private static ConvolutionLayer same() {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(4)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .build();
    }

    private static ConvolutionLayer convolution(int filters) {
        return new ConvolutionLayer.Builder(5, 5)
                .nOut(filters)
                .activation(Activation.TANH)
                .build();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(10)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static Path write(Model model, Path file) throws IOException {
        ModelSerializer.writeModel(model, file.toFile(), true);
        return file;
    }
}
