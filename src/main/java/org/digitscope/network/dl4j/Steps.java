package org.digitscope.network.dl4j;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** Finds the step that computes what a layer computes. */
final class Steps {
    private Steps() {}

    /** @param adapter that brings the input into the layer's form */
    static Step of(Layer layer, Optional<InputPreProcessor> adapter) {
        Step step = of(unfrozen(layer));
        return adapter.<Step>map(before -> new AdaptedStep(before, step)).orElse(step);
    }

    /** An adapter that stands for itself. */
    static Step of(InputPreProcessor adapter) {
        return new AdaptedStep(adapter, new FunctionStep(new ActivationIdentity()));
    }

    /** The layer that a frozen one wraps; any other as it is. Nothing of the gradient would come out of a frozen one. */
    static Layer unfrozen(Layer layer) {
        if (layer instanceof FrozenLayer frozen) {
            return unfrozen(frozen.getInsideLayer());
        }
        return layer instanceof FrozenLayerWithBackprop frozen ? unfrozen(frozen.getInsideLayer()) : layer;
    }

    private static Step of(Layer layer) {
        org.deeplearning4j.nn.conf.layers.Layer described = layer.conf().getLayer();
        if (described instanceof ActivationLayer activation) {
            return new FunctionStep(activation.getActivationFn());
        }
        if (described instanceof LossLayer loss) {
            return new FunctionStep(loss.getActivationFn());
        }
        if (described instanceof DropoutLayer) {
            return new FunctionStep(new ActivationIdentity());
        }
        if (described instanceof BatchNormalization normalisation) {
            return new NormalisationStep(
                    LearnedParameters.normalisation(layer), normalisation.getCnn2DFormat() == CNN2DFormat.NHWC);
        }
        Parameters parameters = new Parameters(layer);
        boolean units = described instanceof DenseLayer || described instanceof BaseOutputLayer;
        if (units && parameters.arePlain()) {
            return new DenseStep(parameters, ((BaseLayer) described).getActivationFn());
        }
        // Other kinds of convolution are subclasses of their own.
        if (layer.getClass() == ConvolutionLayer.class
                && described instanceof org.deeplearning4j.nn.conf.layers.ConvolutionLayer convolution
                && ConvolutionStep.canCompute(convolution)
                && parameters.arePlain()) {
            return new ConvolutionStep(parameters, convolution);
        }
        return new OtherLayerStep(layer);
    }
}
