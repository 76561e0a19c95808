package org.digitscope.network.dl4j;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;
import org.digitscope.text.Phrase;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/**
 * One layer or vertex as this program sees it: what people are told of it and how its array lies in memory.
 *
 * @param info for people
 * @param channelsLast whether its array is batch, row, column, channel
 */
record LayerDescription(LayerInfo info, boolean channelsLast) {

    static LayerDescription of(
            String name, Layer layer, InputType input, InputType output, long parameters, List<Integer> inputs)
            throws Blueprint.Unfit {
        Layer inner = unfrozen(layer);
        LayerInfo info = new LayerInfo(
                name, kind(inner), shape(output), parameters, window(inner, input), activation(inner), inputs);
        return new LayerDescription(info, isChannelsLast(output));
    }

    static LayerDescription of(String name, GraphVertex vertex, InputType output, long parameters, List<Integer> inputs)
            throws Blueprint.Unfit {
        LayerKind kind = LayerKind.OTHER;
        if (vertex instanceof ElementWiseVertex joint && joint.getOp() == ElementWiseVertex.Op.Add) {
            kind = LayerKind.ADDITION;
        } else if (vertex instanceof MergeVertex) {
            kind = LayerKind.CONCATENATION;
        }
        LayerInfo info =
                new LayerInfo(name, kind, shape(output), parameters, Optional.empty(), Optional.empty(), inputs);
        return new LayerDescription(info, isChannelsLast(output));
    }

    /** The layer that a frozen one wraps; any other as it is. */
    static Layer unfrozen(Layer layer) {
        if (layer instanceof FrozenLayer frozen) {
            return frozen.getLayer();
        }
        return layer instanceof FrozenLayerWithBackprop frozen ? frozen.getUnderlying() : layer;
    }

    private static MapShape shape(InputType type) throws Blueprint.Unfit {
        if (type instanceof InputType.InputTypeConvolutional maps) {
            return shape(maps.getChannels(), maps.getHeight(), maps.getWidth());
        }
        if (type instanceof InputType.InputTypeRecurrent series) {
            return shape(series.getSize(), 1, Math.max(1, series.getTimeSeriesLength()));
        }
        return shape(type.arrayElementsPerExample(), 1, 1);
    }

    private static MapShape shape(long maps, long height, long width) throws Blueprint.Unfit {
        if (maps < 1 || height < 1 || width < 1) {
            throw new Blueprint.Unfit("model.shape", new Phrase("part.model-maps", maps, height, width));
        }
        boolean small = maps <= Blueprint.MAX_ACTIVATIONS && height <= 1 << 20 && width <= 1 << 20;
        if (!small || maps * height > Blueprint.MAX_ACTIVATIONS || maps * height * width > Blueprint.MAX_ACTIVATIONS) {
            throw new Blueprint.Unfit("model.huge");
        }
        return new MapShape((int) maps, (int) height, (int) width);
    }

    private static boolean isChannelsLast(InputType type) {
        return type instanceof InputType.InputTypeConvolutional maps && maps.getFormat() == CNN2DFormat.NHWC;
    }

    private static LayerKind kind(Layer layer) {
        if (layer instanceof ConvolutionLayer) {
            // A transposed convolution looks like one, but its units have no window of this kind.
            return layer instanceof Deconvolution2D ? LayerKind.OTHER : LayerKind.CONVOLUTION;
        }
        if (layer instanceof SubsamplingLayer pooling) {
            return pooling.getPoolingType() == PoolingType.MAX ? LayerKind.MAX_POOLING : LayerKind.AVERAGE_POOLING;
        }
        if (layer instanceof BaseOutputLayer || layer instanceof LossLayer) {
            return LayerKind.OUTPUT;
        }
        if (layer instanceof GlobalPoolingLayer) {
            return LayerKind.GLOBAL_POOLING;
        }
        if (layer instanceof DenseLayer) {
            return LayerKind.DENSE;
        }
        if (layer instanceof BatchNormalization) {
            return LayerKind.BATCH_NORMALISATION;
        }
        if (layer instanceof ActivationLayer) {
            return LayerKind.ACTIVATION;
        }
        if (layer instanceof DropoutLayer) {
            return LayerKind.DROPOUT;
        }
        return layer instanceof ZeroPaddingLayer ? LayerKind.PADDING : LayerKind.OTHER;
    }

    private static Optional<String> activation(Layer layer) {
        IActivation function = layer instanceof ActivationLayer activation
                ? activation.getActivationFn()
                : layer instanceof BaseLayer base ? base.getActivationFn() : null;
        boolean identity = function instanceof ActivationIdentity
                || layer instanceof BatchNormalization
                || layer instanceof DropoutLayer;
        return function == null || identity ? Optional.empty() : Optional.of(function.toString());
    }

    private static Optional<Window> window(Layer layer, InputType input) {
        if (layer instanceof ConvolutionLayer convolution
                && !(layer instanceof Deconvolution2D)
                && input instanceof InputType.InputTypeConvolutional maps) {
            return window(
                    convolution.getKernelSize(),
                    convolution.getStride(),
                    convolution.getPadding(),
                    convolution.getDilation(),
                    convolution.getConvolutionMode(),
                    maps);
        }
        if (layer instanceof SubsamplingLayer pooling && input instanceof InputType.InputTypeConvolutional maps) {
            return window(
                    pooling.getKernelSize(),
                    pooling.getStride(),
                    pooling.getPadding(),
                    pooling.getDilation(),
                    pooling.getConvolutionMode(),
                    maps);
        }
        return Optional.empty();
    }

    /** Absent if the cells of the kernel lie farther apart one way than the other. */
    private static Optional<Window> window(
            int[] kernel,
            int[] stride,
            int[] padding,
            int[] dilation,
            ConvolutionMode mode,
            InputType.InputTypeConvolutional maps) {
        if (dilation[0] != dilation[1]) {
            return Optional.empty();
        }
        boolean same = mode == ConvolutionMode.Same;
        int top = same ? samePadding(maps.getHeight(), kernel[0], stride[0], dilation[0]) : padding[0];
        int left = same ? samePadding(maps.getWidth(), kernel[1], stride[1], dilation[1]) : padding[1];
        return Optional.of(new Window(kernel[0], kernel[1], stride[0], stride[1], top, left, dilation[0]));
    }

    /** What "same" adds before the first row: half of what the windows lack, rounded down. */
    private static int samePadding(long size, int kernel, int stride, int dilation) {
        long windows = (size + stride - 1) / stride;
        long reach = (long) (kernel - 1) * dilation + 1;
        return (int) (Math.max(0, (windows - 1) * stride + reach - size) / 2);
    }
}
