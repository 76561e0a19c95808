package org.digitscope.network.dl4j;

import java.util.Arrays;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies what a layer has learned out of its arrays. */
final class LearnedParameters {
    private LearnedParameters() {}

    /** Absent for everything but plain convolutions. */
    static Optional<Kernels> kernels(LayerInfo info, Layer layer) {
        Parameters parameters = new Parameters(layer);
        if (info.kind() != LayerKind.CONVOLUTION || !parameters.arePlain()) {
            return Optional.empty();
        }
        INDArray weights = parameters.weights();
        int filters = info.output().maps();
        if (weights.rank() != 4 || weights.size(0) != filters) {
            return Optional.empty();
        }
        return Optional.of(new Kernels(
                filters,
                (int) weights.size(1),
                (int) weights.size(2),
                (int) weights.size(3),
                Floats.of(weights),
                parameters.biases().map(Floats::of).orElseGet(() -> new float[filters])));
    }

    /**
     * Of a layer of units.
     *
     * @param adapter between the layer before and this one
     * @param before the layer before; absent for the image
     * @return absent for layers of other kinds
     */
    static Optional<LayerParameters.Dense> dense(
            LayerInfo info, Layer layer, Optional<InputPreProcessor> adapter, Optional<LayerDescription> before) {
        Parameters parameters = new Parameters(layer);
        boolean units = info.kind() == LayerKind.DENSE || info.kind() == LayerKind.OUTPUT;
        boolean flattened = adapter.isEmpty() || adapter.get() instanceof CnnToFeedForwardPreProcessor;
        if (!units || !flattened || !parameters.arePlain()) {
            return Optional.empty();
        }
        INDArray weights = parameters.weights();
        int count = (int) weights.size(1);
        int inputs = (int) weights.size(0);
        boolean fits = before.map(last -> last.info().output().size() == inputs).orElse(true);
        if (weights.rank() != 2 || count != info.output().size() || !fits) {
            return Optional.empty();
        }
        float[] byInput = Floats.of(weights);
        float[] byUnit = new float[byInput.length];
        for (int input = 0; input < inputs; input++) {
            int own = before.isPresent() ? flattened(input, before.get()) : input;
            for (int unit = 0; unit < count; unit++) {
                byUnit[unit * inputs + input] = byInput[own * count + unit];
            }
        }
        float[] biases = parameters.biases().map(Floats::of).orElseGet(() -> new float[count]);
        return Optional.of(new LayerParameters.Dense(count, inputs, byUnit, biases));
    }

    /** Of a batch normalisation. */
    static LayerParameters.BatchNormalisation normalisation(Layer layer) {
        BatchNormalization described = (BatchNormalization) layer.conf().getLayer();
        Parameters parameters = new Parameters(layer);
        float[] mean = Floats.of(parameters.get("mean"));
        boolean locked = described.isLockGammaBeta();
        return new LayerParameters.BatchNormalisation(
                locked ? filled(mean.length, described.getGamma()) : Floats.of(parameters.get("gamma")),
                locked ? filled(mean.length, described.getBeta()) : Floats.of(parameters.get("beta")),
                mean,
                described.isUseLogStd()
                        ? variances(Floats.of(parameters.get("log10stdev")))
                        : Floats.of(parameters.get("var")),
                described.getEps());
    }

    /** Flattening takes the values as they lie in memory: with channels last, the maps are what changes fastest. */
    private static int flattened(int value, LayerDescription layer) {
        if (!layer.channelsLast()) {
            return value;
        }
        MapShape shape = layer.info().output();
        int mapSize = shape.height() * shape.width();
        return value % mapSize * shape.maps() + value / mapSize;
    }

    private static float[] filled(int length, double value) {
        float[] values = new float[length];
        Arrays.fill(values, (float) value);
        return values;
    }

    private static float[] variances(float[] logarithms) {
        float[] variances = new float[logarithms.length];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = (float) Math.pow(10, 2 * logarithms[i]);
        }
        return variances;
    }
}
