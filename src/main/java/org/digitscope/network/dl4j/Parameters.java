package org.digitscope.network.dl4j;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arrays of a layer by the names that Deeplearning4j gives them; views, not to be closed. */
record Parameters(Layer layer) {
    /** Names of arrays that a layer can have beside weights and biases without computing anything else with them. */
    private static final Set<String> PLAIN = Set.of("W", "b", "cL");

    /** @throws NullPointerException if the layer has none */
    INDArray get(String name) {
        return Objects.requireNonNull(layer.getParam(name), name);
    }

    INDArray weights() {
        return get("W");
    }

    Optional<INDArray> biases() {
        return Optional.ofNullable(layer.paramTable().get("b"));
    }

    /** True if the layer has weights, perhaps biases, and no more: no second kernel, no normalisation. */
    boolean arePlain() {
        return PLAIN.containsAll(layer.paramTable().keySet())
                && layer.paramTable().containsKey("W");
    }

    /** True for a batch normalisation, unless the two are fixed. */
    boolean haveGammaAndBeta() {
        return layer.paramTable().containsKey("gamma") && layer.paramTable().containsKey("beta");
    }
}
