package org.digitscope.ui.kernels;

import java.util.Optional;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.WeightEdits;

/** The kernels of a model's layers; absent where a layer is no convolution. */
final class ModelKernels {
    private ModelKernels() {}

    /** As they are in the model's file. */
    static Optional<Kernels> of(LoadedModel model, int layer) {
        return parameters(model, layer).flatMap(ModelKernels::kernels);
    }

    /** As they are with changes. */
    static Optional<Kernels> of(LoadedModel model, int layer, WeightEdits edits) {
        return parameters(model, layer)
                .map(parameters -> edits.applied(layer, parameters))
                .flatMap(ModelKernels::kernels);
    }

    /** While the model changes, somebody may still ask for a layer that only the one before had. */
    private static Optional<LayerParameters> parameters(LoadedModel model, int layer) {
        return layer < model.parameters().size() ? model.parameters().get(layer) : Optional.empty();
    }

    private static Optional<Kernels> kernels(LayerParameters parameters) {
        return parameters instanceof LayerParameters.Convolution convolution
                ? Optional.of(convolution.kernels())
                : Optional.empty();
    }
}
