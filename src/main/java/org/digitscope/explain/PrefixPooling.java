package org.digitscope.explain;

import org.digitscope.network.MapShape;
import org.digitscope.network.Window;

/** A pooling of any kind; where the largest value stands twice, the first takes the whole gradient. */
record PrefixPooling(UnitSummary summary, Window window, MapShape before, MapShape shape) implements PrefixStep {

    @Override
    public double[] forward(double[][] inputs) {
        double[] output = new double[shape.size()];
        for (int i = 0; i < output.length; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int cell = 0; cell < cells(); cell++) {
                int from = from(i, cell);
                if (from >= 0) {
                    double value = inputs[0][from];
                    largest = Math.max(largest, value);
                    sum += value;
                    squares += value * value;
                    count++;
                }
            }
            output[i] = count == 0 ? 0 : summary.of(largest, sum, squares, count, cells());
        }
        return output;
    }

    @Override
    public void backward(double[][] inputs, double[] output, double[] outputGradient, double[][] inputGradients) {
        for (int i = 0; i < output.length; i++) {
            if (outputGradient[i] != 0) {
                spread(i, inputs[0], output[i], outputGradient[i], inputGradients[0]);
            }
        }
    }

    private void spread(int unit, double[] values, double result, double gradient, double[] gradients) {
        int count = 0;
        for (int cell = 0; cell < cells(); cell++) {
            count += from(unit, cell) >= 0 ? 1 : 0;
        }
        for (int cell = 0; cell < cells(); cell++) {
            int from = from(unit, cell);
            if (from < 0) {
                continue;
            }
            switch (summary) {
                case MAXIMUM -> {
                    if (values[from] == result) {
                        gradients[from] += gradient;
                        return;
                    }
                }
                case MEAN -> gradients[from] += gradient / count;
                case MEAN_WITH_PADDING -> gradients[from] += gradient / cells();
                case SUM -> gradients[from] += gradient;
                case EUCLIDEAN_NORM -> gradients[from] += result == 0 ? 0 : gradient * values[from] / result;
            }
        }
    }

    private int cells() {
        return window.width() * window.height();
    }

    /** The index of the value that a cell of a unit's window lies on, −1 in the padding. */
    private int from(int unit, int cell) {
        int map = unit / shape.offset(1);
        int outputX = unit % shape.width();
        int outputY = unit % shape.offset(1) / shape.width();
        int x = outputX * window.strideX() - window.paddingLeft() + cell % window.width() * window.dilation();
        int y = outputY * window.strideY() - window.paddingTop() + cell / window.width() * window.dilation();
        boolean inside = x >= 0 && x < before.width() && y >= 0 && y < before.height();
        return inside ? before.offset(map) + y * before.width() + x : -1;
    }
}
