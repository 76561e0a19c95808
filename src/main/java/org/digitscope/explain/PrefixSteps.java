package org.digitscope.explain;

import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;

/** The short kinds of {@link PrefixStep}. */
final class PrefixSteps {
    private PrefixSteps() {}

    /** A function of each value alone. */
    record Activation(ActivationFunction function) implements PrefixStep {
        @Override
        public double[] forward(double[][] inputs) {
            double[] output = new double[inputs[0].length];
            for (int i = 0; i < output.length; i++) {
                output[i] = function.apply(inputs[0][i]);
            }
            return output;
        }

        @Override
        public void backward(double[][] inputs, double[] output, double[] outputGradient, double[][] inputGradients) {
            for (int i = 0; i < output.length; i++) {
                inputGradients[0][i] += function.derivative(inputs[0][i]) * outputGradient[i];
            }
        }

        /** Lets the gradient through where the function is flat, as if it were the identity there. */
        void backwardRedirected(double[] input, double[] outputGradient, double[] inputGradient) {
            for (int i = 0; i < input.length; i++) {
                double slope = function.derivative(input[i]);
                inputGradient[i] += (slope == 0 ? 1 : slope) * outputGradient[i];
            }
        }
    }

    /** The shares of all units. */
    record Softmax() implements PrefixStep {
        @Override
        public double[] forward(double[][] inputs) {
            double largest = Double.NEGATIVE_INFINITY;
            for (double logit : inputs[0]) {
                largest = Math.max(largest, logit);
            }
            double[] output = new double[inputs[0].length];
            double sum = 0;
            for (int i = 0; i < output.length; i++) {
                output[i] = Math.exp(inputs[0][i] - largest);
                sum += output[i];
            }
            for (int i = 0; i < output.length; i++) {
                output[i] /= sum;
            }
            return output;
        }

        @Override
        public void backward(double[][] inputs, double[] output, double[] outputGradient, double[][] inputGradients) {
            double mean = 0;
            for (int i = 0; i < output.length; i++) {
                mean += output[i] * outputGradient[i];
            }
            for (int i = 0; i < output.length; i++) {
                inputGradients[0][i] += output[i] * (outputGradient[i] - mean);
            }
        }
    }

    /** A factor and an addend for each map. */
    @SuppressWarnings("ArrayRecordComponent") // read only; nobody compares steps
    record Affine(double[] factors, double[] addends, MapShape shape) implements PrefixStep {

        static Affine of(LayerParameters.BatchNormalisation learned, MapShape shape) {
            double[] factors = new double[shape.maps()];
            double[] addends = new double[shape.maps()];
            for (int map = 0; map < factors.length; map++) {
                factors[map] = learned.gamma()[map] / Math.sqrt(learned.variance()[map] + learned.epsilon());
                addends[map] = learned.beta()[map] - factors[map] * learned.mean()[map];
            }
            return new Affine(factors, addends, shape);
        }

        @Override
        public double[] forward(double[][] inputs) {
            double[] output = new double[shape.size()];
            for (int i = 0; i < output.length; i++) {
                int map = i / shape.offset(1);
                output[i] = factors[map] * inputs[0][i] + addends[map];
            }
            return output;
        }

        @Override
        public void backward(double[][] inputs, double[] output, double[] outputGradient, double[][] inputGradients) {
            for (int i = 0; i < output.length; i++) {
                inputGradients[0][i] += factors[i / shape.offset(1)] * outputGradient[i];
            }
        }
    }

    /** The sum of several layers. */
    record Addition() implements PrefixStep {
        @Override
        public double[] forward(double[][] inputs) {
            double[] output = new double[inputs[0].length];
            for (double[] input : inputs) {
                add(input, 0, output, 0, output.length);
            }
            return output;
        }

        @Override
        public void backward(double[][] inputs, double[] output, double[] outputGradient, double[][] inputGradients) {
            for (double[] gradient : inputGradients) {
                add(outputGradient, 0, gradient, 0, gradient.length);
            }
        }
    }

    /** The maps of several layers, one after the other. */
    record Concatenation(MapShape shape) implements PrefixStep {
        @Override
        public double[] forward(double[][] inputs) {
            double[] output = new double[shape.size()];
            int start = 0;
            for (double[] input : inputs) {
                add(input, 0, output, start, input.length);
                start += input.length;
            }
            return output;
        }

        @Override
        public void backward(double[][] inputs, double[] output, double[] outputGradient, double[][] inputGradients) {
            int start = 0;
            for (double[] gradient : inputGradients) {
                add(outputGradient, start, gradient, 0, gradient.length);
                start += gradient.length;
            }
        }
    }

    /** Zeros around each map. */
    record Padding(UnitHints.Offset offset, MapShape before, MapShape shape) implements PrefixStep {
        @Override
        public double[] forward(double[][] inputs) {
            double[] output = new double[shape.size()];
            for (int row = 0; row < before.maps() * before.height(); row++) {
                add(inputs[0], row * before.width(), output, start(row), before.width());
            }
            return output;
        }

        @Override
        public void backward(double[][] inputs, double[] output, double[] outputGradient, double[][] inputGradients) {
            for (int row = 0; row < before.maps() * before.height(); row++) {
                add(outputGradient, start(row), inputGradients[0], row * before.width(), before.width());
            }
        }

        private int start(int row) {
            int y = row % before.height() + offset.top();
            return shape.offset(row / before.height()) + y * shape.width() + offset.left();
        }
    }

    private static void add(double[] from, int fromStart, double[] to, int toStart, int length) {
        for (int i = 0; i < length; i++) {
            to[toStart + i] += from[fromStart + i];
        }
    }
}
