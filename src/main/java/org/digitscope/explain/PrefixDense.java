package org.digitscope.explain;

import org.digitscope.network.LayerParameters;

/** A weighted sum of all values before, without its activation. */
record PrefixDense(LayerParameters.Dense dense) implements PrefixStep {

    @Override
    public double[] forward(double[][] inputs) {
        double[] output = new double[dense.units()];
        for (int unit = 0; unit < output.length; unit++) {
            double sum = dense.biases()[unit];
            for (int input = 0; input < dense.inputs(); input++) {
                sum += dense.at(unit, input) * inputs[0][input];
            }
            output[unit] = sum;
        }
        return output;
    }

    @Override
    public void backward(double[][] inputs, double[] output, double[] outputGradient, double[][] inputGradients) {
        for (int unit = 0; unit < dense.units(); unit++) {
            if (outputGradient[unit] != 0) {
                for (int input = 0; input < dense.inputs(); input++) {
                    inputGradients[0][input] += dense.at(unit, input) * outputGradient[unit];
                }
            }
        }
    }
}
