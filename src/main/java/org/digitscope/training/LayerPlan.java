package org.digitscope.training;

import java.util.List;

/** One layer of a network to be trained. */
public sealed interface LayerPlan {

    /**
     * Kernels that slide over all maps.
     *
     * @param filters the number of output maps
     * @param kernel its side, in pixels
     * @param stride pixels from one window to the next
     * @param padding rows and columns of zeros on each side
     * @param activation name of the function at its end, {@code identity} for none
     */
    record Convolution(int filters, int kernel, int stride, int padding, String activation) implements LayerPlan {}

    /** The largest ({@code max}) or the mean of each window. */
    record Pooling(boolean max, int kernel, int stride) implements LayerPlan {}

    /** Each map's values brought to mean 0 and variance 1 over the batch, then scaled and shifted as learned. */
    record BatchNormalisation() implements LayerPlan {}

    /** A function applied to each value. */
    record Activation(String function) implements LayerPlan {}

    /** @param rate the share of values that are set to zero in training, 0 to 1 exclusive */
    record Dropout(double rate) implements LayerPlan {}

    /** Every unit sees every value before. */
    record Dense(int units, String activation) implements LayerPlan {}

    /** The mean of each map. */
    record GlobalAveragePooling() implements LayerPlan {}

    /**
     * A residual block: what {@code layers} make of the maps is added to the maps themselves (He et al., <i>Deep residual
     * learning for image recognition</i>, 2016).
     *
     * <p>In a plan it is {@code {"type": "residual", "layers": […], "activation": "relu"}}; the layers are convolutions,
     * at least one, batch normalisations, activations and dropouts. Each convolution keeps the size of the maps, but for
     * its stride. The shortcut is not in the plan: it hands the maps on as they are or, where the number of maps or the
     * stride changes, through a 1×1 convolution with that many filters and the product of all strides, followed by a
     * batch normalisation if the block has one (the paper's option B).
     *
     * @param layers of the main way, from the block's input on
     * @param shortcut of the other way; empty if the maps are added as they are
     * @param activation name of the function of the sum, {@code identity} for none
     */
    record Residual(List<LayerPlan> layers, List<LayerPlan> shortcut, String activation) implements LayerPlan {
        public Residual {
            layers = List.copyOf(layers);
            shortcut = List.copyOf(shortcut);
        }
    }

    /** The functions that a plan may name. */
    List<String> ACTIVATIONS = List.of(
            "identity",
            "relu",
            "leakyrelu",
            "sigmoid",
            "tanh",
            "elu",
            "selu",
            "gelu",
            "swish",
            "mish",
            "softplus",
            "hardsigmoid",
            "relu6");
}
