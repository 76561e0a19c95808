package org.digitscope.network;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody has changed about a network's weights, to see what follows. The model's file never changes; a network to
 * which {@link #none()} is applied is again the one that was loaded. Immutable.
 *
 * @param weights new values of single weights
 * @param silencedFilters filters or units whose output before the activation is made zero: weights and bias are zero, or
 *     gamma and beta of a batch normalisation
 * @param silencedBiases layers whose biases are all zero
 */
public record WeightEdits(Map<Weight, Float> weights, Set<Filter> silencedFilters, Set<Integer> silencedBiases) {

    /**
     * One weight of a convolution.
     *
     * @param layer index of the layer
     * @param filter output map
     * @param channel input map
     * @param x column of the kernel
     * @param y row of the kernel
     */
    public record Weight(int layer, int filter, int channel, int x, int y) {}

    /** One output map of a convolution, or one unit of a dense layer. */
    public record Filter(int layer, int filter) {}

    private static final WeightEdits NONE = new WeightEdits(Map.of(), Set.of(), Set.of());

    public WeightEdits {
        weights = Map.copyOf(weights);
        silencedFilters = Set.copyOf(silencedFilters);
        silencedBiases = Set.copyOf(silencedBiases);
    }

    /** Nothing is changed. */
    public static WeightEdits none() {
        return NONE;
    }

    public boolean isEmpty() {
        return weights.isEmpty() && silencedFilters.isEmpty() && silencedBiases.isEmpty();
    }

    /** With one weight at another value. */
    public WeightEdits withWeight(Weight weight, float value) {
        Map<Weight, Float> changed = new LinkedHashMap<>(weights);
        changed.put(weight, value);
        return new WeightEdits(changed, silencedFilters, silencedBiases);
    }

    /** With a filter silenced, or heard again. */
    public WeightEdits withFilterSilenced(Filter filter, boolean silenced) {
        return new WeightEdits(weights, with(silencedFilters, filter, silenced), silencedBiases);
    }

    /** With all biases of a layer zero, or as they were. */
    public WeightEdits withBiasesSilenced(int layer, boolean silenced) {
        return new WeightEdits(weights, silencedFilters, with(silencedBiases, layer, silenced));
    }

    /**
     * These, and silenced with each silenced filter what a batch normalisation makes of its map right after: else a
     * constant would be left of it.
     *
     * @param layers of the network
     */
    public WeightEdits throughNormalisation(List<LayerInfo> layers) {
        WeightEdits through = this;
        for (int layer = 0; layer < layers.size(); layer++) {
            LayerInfo info = layers.get(layer);
            if (info.kind() == LayerKind.BATCH_NORMALISATION) {
                for (Filter filter : silencedFilters) {
                    if (info.inputs().equals(List.of(filter.layer()))) {
                        through = through.withFilterSilenced(new Filter(layer, filter.filter()), true);
                    }
                }
            }
        }
        return through;
    }

    /**
     * A layer's parameters as these edits make them.
     *
     * @param layer its index
     * @param original as loaded
     */
    public LayerParameters applied(int layer, LayerParameters original) {
        if (original instanceof LayerParameters.Convolution convolution) {
            Kernels kernels = convolution.kernels();
            float[] changed = kernels.weights().clone();
            int size = kernels.channels() * kernels.height() * kernels.width();
            weights.forEach((weight, value) -> {
                if (weight.layer() == layer) {
                    int kernel = weight.filter() * kernels.channels() + weight.channel();
                    changed[(kernel * kernels.height() + weight.y()) * kernels.width() + weight.x()] = value;
                }
            });
            float[] biases = silenced(layer, changed, size, kernels.biases());
            return new LayerParameters.Convolution(new Kernels(
                    kernels.filters(), kernels.channels(), kernels.height(), kernels.width(), changed, biases));
        }
        if (original instanceof LayerParameters.Dense dense) {
            float[] changed = dense.weights().clone();
            float[] biases = silenced(layer, changed, dense.inputs(), dense.biases());
            return new LayerParameters.Dense(dense.units(), dense.inputs(), changed, biases);
        }
        if (original instanceof LayerParameters.BatchNormalisation normalisation) {
            float[] gamma = normalisation.gamma().clone();
            float[] beta = silenced(layer, gamma, 1, normalisation.beta());
            return new LayerParameters.BatchNormalisation(
                    gamma, beta, normalisation.mean(), normalisation.variance(), normalisation.epsilon());
        }
        return original;
    }

    /** Silences filters in {@code changed}, in place, and gives the biases. */
    private float[] silenced(int layer, float[] changed, int size, float[] originalBiases) {
        float[] biases = silencedBiases.contains(layer) ? new float[originalBiases.length] : originalBiases.clone();
        for (Filter filter : silencedFilters) {
            if (filter.layer() == layer) {
                java.util.Arrays.fill(changed, filter.filter() * size, (filter.filter() + 1) * size, 0);
                biases[filter.filter()] = 0;
            }
        }
        return biases;
    }

    private static <T> Set<T> with(Set<T> set, T element, boolean present) {
        Set<T> changed = new LinkedHashSet<>(set);
        if (present) {
            changed.add(element);
        } else {
            changed.remove(element);
        }
        return changed;
    }
}
