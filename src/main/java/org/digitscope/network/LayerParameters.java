package org.digitscope.network;

/** The numbers that a layer has learned, as copies. */
public sealed interface LayerParameters {

    /** Of a convolution. */
    record Convolution(Kernels kernels) implements LayerParameters {}

    /**
     * Of a layer in which each unit sees every value before it.
     *
     * @param weights {@code weights[unit · inputs + input]}, where the inputs are counted as in {@link FeatureMaps#values}
     *     of the layer before
     * @param biases one a unit; all zero if the layer has none
     */
    @SuppressWarnings("ArrayRecordComponent") // large and read only
    record Dense(int units, int inputs, float[] weights, float[] biases) implements LayerParameters {

        /** The weight of a unit for an input. */
        public float at(int unit, int input) {
            return weights[unit * inputs + input];
        }
    }

    /**
     * Of a batch normalisation at inference: {@code gamma · (x − mean) / √(variance + epsilon) + beta}, each by map
     * (Ioffe, Szegedy, <i>Batch normalization</i>, 2015).
     */
    @SuppressWarnings("ArrayRecordComponent") // read only
    record BatchNormalisation(float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon)
            implements LayerParameters {}
}
