package org.digitscope.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.text.Texts;

/**
 * The convolutions of a network, to choose one of them.
 *
 * @param layers all layers of the network
 * @param indices of the convolutions among them, at least one
 */
record Convolutions(List<LayerInfo> layers, List<Integer> indices) {

    static Convolutions of(List<LayerInfo> layers) {
        return new Convolutions(
                layers,
                IntStream.range(0, layers.size())
                        .filter(at -> layers.get(at).kind() == LayerKind.CONVOLUTION)
                        .boxed()
                        .toList());
    }

    /**
     * @param nameOrIndex a name goes before an index; the last convolution if absent
     * @return its index among all layers
     * @throws CommandProblem if it is no convolution
     */
    int choose(Optional<String> nameOrIndex, Texts texts) throws CommandProblem {
        if (nameOrIndex.isEmpty()) {
            return indices.get(indices.size() - 1);
        }
        String wanted = nameOrIndex.get();
        Optional<Integer> chosen = indices.stream()
                .filter(at -> layers.get(at).name().equals(wanted))
                .findFirst()
                .or(() -> indices.stream()
                        .filter(at -> Integer.toString(at).equals(wanted))
                        .findFirst());
        return chosen.orElseThrow(() -> new CommandProblem(texts.get("explain.bad-layer", wanted, choices())));
    }

    /** Like {@code layer0 (0), layer2 (2)}. */
    private String choices() {
        return indices.stream()
                .map(at -> layers.get(at).name() + " (" + at + ")")
                .collect(Collectors.joining(", "));
    }
}
