package org.digitscope.network.dl4j;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.digitscope.image.DigitImage;

/** How a network wants its 784 grey levels. */
enum InputForm {
    /** Batch, channel, row, column. */
    CHANNELS_FIRST,
    /** Batch, row, column, channel. */
    CHANNELS_LAST,
    /** Batch and 784 values, which the network takes apart into 28×28 again. */
    FLAT_IMAGE,
    /** Batch and 784 values. */
    FLAT;

    long[] shape(int batch) {
        int side = DigitImage.SIZE;
        return switch (this) {
            case CHANNELS_FIRST -> new long[] {batch, 1, side, side};
            case CHANNELS_LAST -> new long[] {batch, side, side, 1};
            case FLAT_IMAGE, FLAT -> new long[] {batch, (long) side * side};
        };
    }

    InputType type() {
        int side = DigitImage.SIZE;
        return switch (this) {
            case CHANNELS_FIRST -> InputType.convolutional(side, side, 1, CNN2DFormat.NCHW);
            case CHANNELS_LAST -> InputType.convolutional(side, side, 1, CNN2DFormat.NHWC);
            case FLAT_IMAGE -> InputType.convolutionalFlat(side, side, 1);
            case FLAT -> InputType.feedForward((long) side * side);
        };
    }
}
