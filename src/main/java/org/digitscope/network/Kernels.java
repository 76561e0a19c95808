package org.digitscope.network;

/**
 * The weights of a convolution.
 *
 * @param filters the number of output maps
 * @param channels the number of input maps
 * @param height rows of a kernel
 * @param width columns of a kernel
 * @param weights {@code weights[((filter · channels + channel) · height + y) · width + x]}; not to be changed
 * @param biases one a filter; all zero if the layer has none
 */
@SuppressWarnings("ArrayRecordComponent") // large and read only
public record Kernels(int filters, int channels, int height, int width, float[] weights, float[] biases) {

    /** The weight of a filter for an input map at a cell of its kernel. */
    public float at(int filter, int channel, int x, int y) {
        return weights[((filter * channels + channel) * height + y) * width + x];
    }

    /** The largest magnitude among a filter's weights. */
    public float largestMagnitude(int filter) {
        float largest = 0;
        int size = channels * height * width;
        for (int i = filter * size; i < (filter + 1) * size; i++) {
            largest = Math.max(largest, Math.abs(weights[i]));
        }
        return largest;
    }
}
