package org.digitscope.network;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a layer before anything flows through it.
 *
 * @param name as the model's file calls it
 * @param kind what it does
 * @param output the shape of its output
 * @param parameterCount weights and biases
 * @param window what a unit looks at in the maps before, for convolutions and pooling
 * @param activation the function applied at its end, like {@code relu}; absent if it is the identity
 * @param inputs the layers that feed it, as indices of {@link DigitNetwork#layers()}; {@link #IMAGE} is the image
 */
public record LayerInfo(
        String name,
        LayerKind kind,
        MapShape output,
        long parameterCount,
        Optional<Window> window,
        Optional<String> activation,
        List<Integer> inputs) {

    /** Stands for the image among {@link #inputs}. */
    public static final int IMAGE = -1;

    public LayerInfo {
        inputs = List.copyOf(inputs);
    }
}
