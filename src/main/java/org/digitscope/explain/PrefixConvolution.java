package org.digitscope.explain;

import java.util.Arrays;
import org.digitscope.network.Kernels;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;

/** A convolution without its activation; goes through the maps row by row. */
record PrefixConvolution(Kernels kernels, Window window, MapShape before, MapShape shape) implements PrefixStep {

    /** What is done to a row of the output and the cells of the input that one weight joins to it. */
    private interface Row {
        void join(double weight, int output, int input, int length);
    }

    @Override
    public double[] forward(double[][] inputs) {
        double[] from = inputs[0];
        double[] output = new double[shape.size()];
        for (int map = 0; map < shape.maps(); map++) {
            Arrays.fill(output, shape.offset(map), shape.offset(map + 1), kernels.biases()[map]);
        }
        int stride = window.strideX();
        each((weight, out, in, length) -> {
            for (int i = 0; i < length; i++) {
                output[out + i] += weight * from[in + i * stride];
            }
        });
        return output;
    }

    @Override
    public void backward(double[][] inputs, double[] output, double[] outputGradient, double[][] inputGradients) {
        double[] to = inputGradients[0];
        int stride = window.strideX();
        each((weight, out, in, length) -> {
            for (int i = 0; i < length; i++) {
                to[in + i * stride] += weight * outputGradient[out + i];
            }
        });
    }

    private void each(Row row) {
        for (int filter = 0; filter < shape.maps(); filter++) {
            for (int channel = 0; channel < before.maps(); channel++) {
                for (int cellY = 0; cellY < window.height(); cellY++) {
                    for (int cellX = 0; cellX < window.width(); cellX++) {
                        rows(row, filter, channel, cellX, cellY);
                    }
                }
            }
        }
    }

    private void rows(Row row, int filter, int channel, int cellX, int cellY) {
        double weight = kernels.at(filter, channel, cellX, cellY);
        int shiftX = cellX * window.dilation() - window.paddingLeft();
        int shiftY = cellY * window.dilation() - window.paddingTop();
        int first = Math.max(0, -Math.floorDiv(shiftX, window.strideX()));
        int end = Math.min(shape.width(), Math.floorDiv(before.width() - 1 - shiftX, window.strideX()) + 1);
        for (int y = 0; y < shape.height() && first < end; y++) {
            int fromY = y * window.strideY() + shiftY;
            if (fromY >= 0 && fromY < before.height()) {
                int output = shape.offset(filter) + y * shape.width() + first;
                int input = before.offset(channel) + fromY * before.width() + first * window.strideX() + shiftX;
                row.join(weight, output, input, end - first);
            }
        }
    }
}
