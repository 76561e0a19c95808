package org.digitscope.explain;

/**
 * One step of a {@link PrefixNetwork}: a function of arrays with its derivative. All arrays are outputs of layers, map
 * after map, each row-major. Without state.
 */
interface PrefixStep {

    double[] forward(double[][] inputs);

    /**
     * Adds to {@code inputGradients} what the chain rule makes of {@code outputGradient}.
     *
     * @param output what {@link #forward} made of {@code inputs}
     */
    void backward(double[][] inputs, double[] output, double[] outputGradient, double[][] inputGradients);
}
