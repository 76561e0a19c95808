package org.digitscope.ui.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
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
