package org.digitscope.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.Kernels;

/**
 * A model that is ready to run.
 *
 * @param card what is known of it
 * @param network to be closed by whoever has it last
 * @param kernels of each layer, taken out once so that views need not ask the network
 */
public record LoadedModel(ModelCard card, DigitNetwork network, List<Optional<Kernels>> kernels) {

    public static LoadedModel of(ModelCard card, DigitNetwork network) {
        List<Optional<Kernels>> kernels = new ArrayList<>();
        for (int layer = 0; layer < network.layers().size(); layer++) {
            kernels.add(network.kernels(layer));
        }
        return new LoadedModel(card, network, List.copyOf(kernels));
    }
}
