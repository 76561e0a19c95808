package org.digitscope.network.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.util.ConvolutionUtils;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** A plain convolution. */
final class ConvolutionStep extends AffineStep {
    /** The layout of weights in ND4J's operations: Deeplearning4j's filter, channel, row, column; and the default. */
    private static final int FILTER_FIRST = 1;

    private static final int FILTER_LAST = 0;

    private final Parameters parameters;
    private final ConvolutionLayer layer;
    private final boolean channelsLast;

    ConvolutionStep(Parameters parameters, ConvolutionLayer layer) {
        super(layer.getActivationFn());
        this.parameters = parameters;
        this.layer = layer;
        this.channelsLast = layer.getCnn2dDataFormat() == CNN2DFormat.NHWC;
    }

    /** Dilated ones are beyond ND4J's oneDNN; Deeplearning4j then turns to another implementation of its own. */
    static boolean canCompute(ConvolutionLayer layer) {
        return Arrays.stream(layer.getDilation()).allMatch(dilation -> dilation == 1);
    }

    @Override
    INDArray map(INDArray input) {
        boolean same = layer.getConvolutionMode() == ConvolutionMode.Same;
        int[] size = ConvolutionUtils.getOutputSize(
                input,
                layer.getKernelSize(),
                layer.getStride(),
                same ? null : layer.getPadding(),
                layer.getConvolutionMode(),
                layer.getDilation(),
                layer.getCnn2dDataFormat());
        INDArray weights = parameters.weights();
        long filters = weights.size(0);
        long[] shape = channelsLast
                ? new long[] {input.size(0), size[0], size[1], filters}
                : new long[] {input.size(0), filters, size[0], size[1]};
        INDArray output = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
        List<INDArray> inputs = new ArrayList<>(List.of(input, weights));
        parameters.biases().ifPresent(inputs::add);
        Nd4j.exec(DynamicCustomOp.builder("conv2d")
                .addInputs(inputs.toArray(INDArray[]::new))
                .addOutputs(output)
                .addIntegerArguments(arguments(input, output, FILTER_FIRST))
                .build());
        return output;
    }

    @Override
    INDArray mapBack(INDArray gradient, INDArray input) {
        INDArray result = Nd4j.createUninitialized(DataType.FLOAT, input.shape(), 'c');
        if (isTransposable(gradient, input)) {
            Nd4j.exec(DynamicCustomOp.builder("deconv2d")
                    .addInputs(gradient, parameters.weights().permute(2, 3, 1, 0))
                    .addOutputs(result)
                    .addIntegerArguments(arguments(input, gradient, FILTER_LAST))
                    .build());
            return result;
        }
        INDArray weightGradient = parameters.weights().ulike();
        Nd4j.exec(DynamicCustomOp.builder("conv2d_bp")
                .addInputs(input, parameters.weights(), gradient)
                .addOutputs(result, weightGradient)
                .addIntegerArguments(arguments(input, gradient, FILTER_FIRST))
                .build());
        return result;
    }

    /**
     * A transposed convolution takes half the time of the operation that finds the weights' gradients as well, but it
     * does not know of rows that the strides left over, nor of padding that is larger at one side.
     */
    private boolean isTransposable(INDArray output, INDArray input) {
        int[] padding = padding(input, output);
        for (int axis = 0; axis < 2; axis++) {
            long reach = (output.size(axis + firstAxis()) - 1) * layer.getStride()[axis] + layer.getKernelSize()[axis];
            if (reach - 2L * padding[axis] != input.size(axis + firstAxis())) {
                return false;
            }
        }
        return true;
    }

    private int[] arguments(INDArray input, INDArray output, int weightLayout) {
        int[] kernel = layer.getKernelSize();
        int[] stride = layer.getStride();
        int[] padding = padding(input, output);
        boolean same = layer.getConvolutionMode() == ConvolutionMode.Same;
        return new int[] {
            kernel[0],
            kernel[1],
            stride[0],
            stride[1],
            padding[0],
            padding[1],
            1,
            1,
            same ? 1 : 0,
            channelsLast ? 1 : 0,
            weightLayout
        };
    }

    private int[] padding(INDArray input, INDArray output) {
        return layer.getConvolutionMode() == ConvolutionMode.Same
                ? ConvolutionUtils.getSameModeTopLeftPadding(
                        size(output), size(input), layer.getKernelSize(), layer.getStride(), layer.getDilation())
                : layer.getPadding();
    }

    private int[] size(INDArray maps) {
        return new int[] {(int) maps.size(firstAxis()), (int) maps.size(firstAxis() + 1)};
    }

    private int firstAxis() {
        return channelsLast ? 1 : 2;
    }
}
