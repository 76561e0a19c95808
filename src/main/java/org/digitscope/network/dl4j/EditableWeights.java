package org.digitscope.network.dl4j;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.WeightEdits;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Weights that can be changed and come back bit for bit. For one thread at a time. */
final class EditableWeights {
    private final List<LayerInfo> layers;
    private final Engine engine;
    private final Map<Integer, Original> originals = new HashMap<>();

    /** The arrays that edits change, views of the layer's: of a batch normalisation gamma and beta. */
    private record Editable(INDArray weights, Optional<INDArray> biases) {}

    /** What was loaded, row-major; no biases where the layer has none. */
    @SuppressWarnings("ArrayRecordComponent") // large and private
    private record Original(float[] weights, Optional<float[]> biases) {}

    EditableWeights(List<LayerInfo> layers, Engine engine) {
        this.layers = layers;
        this.engine = engine;
    }

    /**
     * @throws IllegalArgumentException if an edit is of something that is not there, or no finite number; then nothing
     *     has changed
     */
    void apply(WeightEdits edits) {
        edits.weights().forEach(this::requireWeight);
        edits.silencedFilters().forEach(this::requireFilter);
        edits.silencedBiases().forEach(this::parameters);
        WeightEdits all = edits.throughNormalisation(layers);
        Set<Integer> touched = new HashSet<>(edits.silencedBiases());
        edits.weights().keySet().forEach(weight -> touched.add(weight.layer()));
        all.silencedFilters().forEach(filter -> touched.add(filter.layer()));
        touched.forEach(layer ->
                editable(layer).ifPresent(arrays -> originals.computeIfAbsent(layer, added -> original(arrays))));
        originals.forEach((layer, original) -> editable(layer).ifPresent(arrays -> set(layer, arrays, original, all)));
    }

    private static Original original(Editable arrays) {
        return new Original(Floats.of(arrays.weights()), arrays.biases().map(Floats::of));
    }

    private static void set(int layer, Editable arrays, Original original, WeightEdits edits) {
        float[] weights = original.weights().clone();
        Optional<float[]> biases = original.biases().map(float[]::clone);
        edits.weights().forEach((weight, value) -> {
            if (weight.layer() == layer) {
                weights[index(weight, arrays.weights())] = value;
            }
        });
        for (WeightEdits.Filter filter : edits.silencedFilters()) {
            if (filter.layer() == layer) {
                silence(filter.filter(), weights, arrays.weights());
                biases.ifPresent(values -> values[filter.filter()] = 0);
            }
        }
        if (edits.silencedBiases().contains(layer)) {
            biases.ifPresent(values -> Arrays.fill(values, 0));
        }
        assign(arrays.weights(), weights);
        arrays.biases().ifPresent(array -> biases.ifPresent(values -> assign(array, values)));
    }

    private static void silence(int filter, float[] values, INDArray weights) {
        int filters = filters(weights);
        int each = values.length / filters;
        for (int i = 0; i < each; i++) {
            values[weights.rank() == 4 ? filter * each + i : i * filters + filter] = 0;
        }
    }

    private static void assign(INDArray array, float[] values) {
        try (INDArray changed = Nd4j.create(values, array.shape(), 'c')) {
            array.assign(changed);
        }
    }

    private static int index(WeightEdits.Weight weight, INDArray weights) {
        long channels = weights.size(1);
        long height = weights.size(2);
        long width = weights.size(3);
        return (int) (((weight.filter() * channels + weight.channel()) * height + weight.y()) * width + weight.x());
    }

    private void requireWeight(WeightEdits.Weight weight, float value) {
        INDArray weights = parameters(weight.layer()).weights();
        boolean inside = weights.rank() == 4
                && isBelow(weight.filter(), weights.size(0))
                && isBelow(weight.channel(), weights.size(1))
                && isBelow(weight.y(), weights.size(2))
                && isBelow(weight.x(), weights.size(3));
        if (!inside || !Float.isFinite(value)) {
            throw new IllegalArgumentException("cannot be edited: " + weight + " = " + value);
        }
    }

    private void requireFilter(WeightEdits.Filter filter) {
        parameters(filter.layer());
        if (!isBelow(filter.filter(), layers.get(filter.layer()).output().maps())) {
            throw new IllegalArgumentException("no such filter: " + filter);
        }
    }

    private static boolean isBelow(int index, long count) {
        return index >= 0 && index < count;
    }

    /** Absent for a batch normalisation whose gamma and beta are fixed. */
    private Optional<Editable> editable(int layer) {
        if (layers.get(layer).kind() != LayerKind.BATCH_NORMALISATION) {
            Parameters parameters = parameters(layer);
            return Optional.of(new Editable(parameters.weights(), parameters.biases()));
        }
        return engine.layer(layer)
                .map(Parameters::new)
                .filter(Parameters::haveGammaAndBeta)
                .map(found -> new Editable(found.get("gamma"), Optional.of(found.get("beta"))));
    }

    /** Those of a plain convolution or of a layer of units. */
    private Parameters parameters(int layer) {
        if (!isBelow(layer, layers.size())) {
            throw new IllegalArgumentException("no such layer: " + layer);
        }
        LayerKind kind = layers.get(layer).kind();
        boolean weighs = kind == LayerKind.CONVOLUTION || kind == LayerKind.DENSE || kind == LayerKind.OUTPUT;
        return engine.layer(layer)
                .filter(found -> weighs)
                .map(Parameters::new)
                .filter(Parameters::arePlain)
                .filter(found ->
                        filters(found.weights()) == layers.get(layer).output().maps())
                .orElseThrow(() -> new IllegalArgumentException("layer " + layer + " has no weights to be edited"));
    }

    /** The first dimension of a convolution's weights, the last of others. */
    private static int filters(INDArray weights) {
        return (int) weights.size(weights.rank() == 4 ? 0 : weights.rank() - 1);
    }
}
