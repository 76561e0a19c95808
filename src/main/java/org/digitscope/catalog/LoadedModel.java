package org.digitscope.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerParameters;

/**
 * A model that is ready to run.
 *
 * @param card what is known of it
 * @param network to be closed by whoever has it last
 * @param kernels of each layer, taken out once so that views need not ask the network
 * @param parameters of each layer as loaded, likewise
 */
public record LoadedModel(
        ModelCard card,
        DigitNetwork network,
        List<Optional<Kernels>> kernels,
        List<Optional<LayerParameters>> parameters) {

    public static LoadedModel of(ModelCard card, DigitNetwork network) {
        List<Optional<Kernels>> kernels = new ArrayList<>();
        List<Optional<LayerParameters>> parameters = new ArrayList<>();
        for (int layer = 0; layer < network.layers().size(); layer++) {
            kernels.add(network.kernels(layer));
            parameters.add(network.parameters(layer));
        }
        return new LoadedModel(card, network, List.copyOf(kernels), List.copyOf(parameters));
    }
}
