package org.digitscope.network.dl4j;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.digitscope.image.DigitImage;

/** Finds out how a network wants its image: the first layer that is particular about it says so. */
final class InputForms {
    private InputForms() {}

    static InputForm of(MultiLayerConfiguration configuration) throws Blueprint.Unfit {
        for (int i = 0; i < configuration.getConfs().size(); i++) {
            Optional<InputForm> form =
                    of(configuration.getConf(i).getLayer(), Optional.ofNullable(configuration.getInputPreProcess(i)));
            if (form.isPresent()) {
                return form.get();
            }
        }
        return InputForm.CHANNELS_FIRST;
    }

    /** @param order of the vertices, each after those that feed it */
    static InputForm of(ComputationGraphConfiguration configuration, List<String> order) throws Blueprint.Unfit {
        Set<String> asTheImage = new HashSet<>(configuration.getNetworkInputs());
        for (String name : order) {
            if (GraphOrder.inputs(configuration, name).stream().noneMatch(asTheImage::contains)) {
                continue;
            }
            Optional<InputForm> form = of(GraphOrder.vertex(configuration, name));
            if (form.isPresent()) {
                return form.get();
            }
            asTheImage.add(name);
        }
        return InputForm.CHANNELS_FIRST;
    }

    private static Optional<InputForm> of(GraphVertex vertex) throws Blueprint.Unfit {
        if (vertex instanceof LayerVertex layer) {
            return of(layer.getLayerConf().getLayer(), Optional.ofNullable(layer.getPreProcessor()));
        }
        if (vertex instanceof PreprocessorVertex adapter && adapter.getPreProcessor() != null) {
            return Optional.of(of(adapter.getPreProcessor()));
        }
        return Optional.empty();
    }

    /** Empty for a layer that takes whatever comes. */
    private static Optional<InputForm> of(Layer layer, Optional<InputPreProcessor> adapter) throws Blueprint.Unfit {
        if (adapter.isPresent()) {
            return Optional.of(of(adapter.get()));
        }
        Layer inner = LayerDescription.unfrozen(layer);
        if (inner instanceof ConvolutionLayer convolution) {
            return channels(convolution.getCnn2dDataFormat());
        }
        if (inner instanceof SubsamplingLayer pooling) {
            return channels(pooling.getCnn2dDataFormat());
        }
        if (inner instanceof ZeroPaddingLayer padding) {
            return channels(padding.getDataFormat());
        }
        if (inner instanceof Cropping2D cropping) {
            return channels(cropping.getDataFormat());
        }
        if (inner instanceof Upsampling2D upsampling) {
            return channels(upsampling.getFormat());
        }
        if (inner instanceof LocalResponseNormalization normalization) {
            return channels(normalization.getDataFormat());
        }
        if (inner instanceof BatchNormalization normalization && normalization.getNIn() == 1) {
            return channels(normalization.getCnn2DFormat());
        }
        return inner instanceof FeedForwardLayer fed && fed.getNIn() > 0
                ? Optional.of(InputForm.FLAT)
                : Optional.empty();
    }

    private static InputForm of(InputPreProcessor adapter) throws Blueprint.Unfit {
        if (adapter instanceof FeedForwardToCnnPreProcessor unflatten) {
            boolean fits = unflatten.getInputHeight() == DigitImage.SIZE
                    && unflatten.getInputWidth() == DigitImage.SIZE
                    && unflatten.getNumChannels() == 1;
            if (fits) {
                return InputForm.FLAT_IMAGE;
            }
        }
        if (adapter instanceof CnnToFeedForwardPreProcessor flatten) {
            return flatten.getFormat() == CNN2DFormat.NHWC ? InputForm.CHANNELS_LAST : InputForm.CHANNELS_FIRST;
        }
        throw new Blueprint.Unfit("model.input");
    }

    private static Optional<InputForm> channels(CNN2DFormat format) {
        return Optional.of(format == CNN2DFormat.NHWC ? InputForm.CHANNELS_LAST : InputForm.CHANNELS_FIRST);
    }
}
