package org.digitscope.training.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
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
import org.deeplearning4j.nn.weights.WeightInit;
import org.digitscope.image.DigitImage;
import org.digitscope.training.LayerPlan;
import org.digitscope.training.OptimizerPlan;
import org.digitscope.training.TrainingPlan;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A plan's layers as a configuration of Deeplearning4j, channels first: oneDNN's gradients are wrong the other way. */
final class NetworkBuilder {
    /** Layers are called layer0, layer1, …, as Deeplearning4j does it. */
    static final String LAYER = "layer";

    /** Behind a residual block's name, before the number of a layer on its main way. */
    static final String MAIN = "-";

    /** Behind a residual block's name, before the number of a layer on its shortcut. */
    static final String SHORTCUT = "-shortcut-";

    private static final String IMAGE = "image";

    private NetworkBuilder() {}

    /** The network that a plan without residual blocks describes, input 1×28×28, output as many as there are classes. */
    static MultiLayerConfiguration configuration(TrainingPlan plan, int classes) {
        return configuration(plan, plan.layers(), classes);
    }

    /** The same with other layers. */
    static MultiLayerConfiguration configuration(TrainingPlan plan, List<LayerPlan> layers, int classes) {
        NeuralNetConfiguration.ListBuilder list = base(plan).list();
        for (LayerPlan layer : layers) {
            list.layer(layer(layer));
        }
        return list.layer(output(plan, classes)).setInputType(image()).build();
    }

    /** The same for layers among which residual blocks may be. */
    static ComputationGraphConfiguration graph(TrainingPlan plan, List<LayerPlan> layers, int classes) {
        GraphBuilder graph = base(plan).graphBuilder().addInputs(IMAGE).setInputTypes(image());
        String last = chain(graph, layers, LAYER, IMAGE);
        String output = LAYER + layers.size();
        return graph.addLayer(output, output(plan, classes), last)
                .setOutputs(output)
                .build();
    }

    /** @return the name of the last vertex */
    private static String chain(GraphBuilder graph, List<LayerPlan> layers, String prefix, String input) {
        String last = input;
        for (int i = 0; i < layers.size(); i++) {
            String name = prefix + i;
            if (layers.get(i) instanceof LayerPlan.Residual block) {
                last = block(graph, block, name, last);
            } else {
                graph.addLayer(name, layer(layers.get(i)), last);
                last = name;
            }
        }
        return last;
    }

    private static String block(GraphBuilder graph, LayerPlan.Residual block, String name, String input) {
        String main = chain(graph, block.layers(), name + MAIN, input);
        String shortcut = chain(graph, block.shortcut(), name + SHORTCUT, input);
        String sum = name + "-sum";
        graph.addVertex(sum, new ElementWiseVertex(ElementWiseVertex.Op.Add), main, shortcut);
        if (block.activation().equals("identity")) {
            return sum;
        }
        String activation = name + "-activation";
        graph.addLayer(activation, layer(new LayerPlan.Activation(block.activation())), sum);
        return activation;
    }

    private static NeuralNetConfiguration.Builder base(TrainingPlan plan) {
        OptimizerPlan optimizer = plan.optimizer();
        NeuralNetConfiguration.Builder base = new NeuralNetConfiguration.Builder()
                .seed(plan.seed())
                .weightInit(WeightInit.RELU)
                .updater(updater(optimizer, plan.learningRate().rate()));
        if (optimizer.weightDecay() > 0) {
            base.weightDecay(optimizer.weightDecay());
        }
        if (optimizer.l1() > 0) {
            base.l1(optimizer.l1());
        }
        if (optimizer.l2() > 0) {
            base.l2(optimizer.l2());
        }
        return base;
    }

    private static OutputLayer output(TrainingPlan plan, int classes) {
        LossFunction loss = switch (plan.loss()) {
            case CROSS_ENTROPY -> LossFunction.MCXENT;
            case MEAN_SQUARED_ERROR -> LossFunction.MSE;
        };
        return new OutputLayer.Builder(loss)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER)
                .build();
    }

    private static InputType image() {
        return InputType.convolutional(DigitImage.SIZE, DigitImage.SIZE, 1);
    }

    private static Layer layer(LayerPlan plan) {
        if (plan instanceof LayerPlan.Convolution convolution) {
            return new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel())
                    .nOut(convolution.filters())
                    .stride(convolution.stride(), convolution.stride())
                    .padding(convolution.padding(), convolution.padding())
                    .activation(function(convolution.activation()))
                    .build();
        }
        if (plan instanceof LayerPlan.Pooling pooling) {
            return new SubsamplingLayer.Builder(pooling.max() ? PoolingType.MAX : PoolingType.AVG)
                    .kernelSize(pooling.kernel(), pooling.kernel())
                    .stride(pooling.stride(), pooling.stride())
                    .build();
        }
        if (plan instanceof LayerPlan.Dense dense) {
            return new DenseLayer.Builder()
                    .nOut(dense.units())
                    .activation(function(dense.activation()))
                    .build();
        }
        if (plan instanceof LayerPlan.Activation activation) {
            return new ActivationLayer.Builder()
                    .activation(function(activation.function()))
                    .build();
        }
        if (plan instanceof LayerPlan.Dropout dropout) {
            // Deeplearning4j counts what is kept.
            return new DropoutLayer.Builder(1 - dropout.rate()).build();
        }
        if (plan instanceof LayerPlan.BatchNormalisation) {
            return new BatchNormalization.Builder()
                    .eps(Folding.EPSILON)
                    .useLogStd(false)
                    .build();
        }
        return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
    }

    private static IActivation function(String name) {
        return Activation.fromString(name).getActivationFunction();
    }

    private static IUpdater updater(OptimizerPlan plan, double rate) {
        return switch (plan.kind()) {
            case ADAM -> new Adam(rate);
            case RMSPROP -> new RmsProp(rate);
            case SGD -> plan.momentum() > 0 ? new Nesterovs(rate, plan.momentum()) : new Sgd(rate);
        };
    }
}
