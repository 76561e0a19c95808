package org.digitscope.ui.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;

/** Finds the layers that a lesson talks about in whatever model is loaded; indices of its layers. */
final class LessonLayers {
    private static final String RELU = "relu";

    private LessonLayers() {}

    /** The first convolution. */
    static Optional<Integer> convolution(List<LayerInfo> layers) {
        return first(layers, layer -> layer.kind() == LayerKind.CONVOLUTION);
    }

    /** Where ReLU is first applied: a layer of its own, or the end of another one. */
    static Optional<Integer> relu(List<LayerInfo> layers) {
        return first(
                layers, layer -> layer.activation().filter(LessonLayers::isRelu).isPresent());
    }

    /** True if ReLU is a layer of its own. */
    static boolean isReluAlone(LayerInfo layer) {
        return layer.kind() == LayerKind.ACTIVATION;
    }

    /** The first pooling that leaves a map a map, else the first at all. */
    static Optional<Integer> pooling(List<LayerInfo> layers) {
        return first(
                        layers,
                        layer -> layer.kind() == LayerKind.MAX_POOLING || layer.kind() == LayerKind.AVERAGE_POOLING)
                .or(() -> first(layers, layer -> layer.kind() == LayerKind.GLOBAL_POOLING));
    }

    /** The layer that ends in softmax, else the last one that is dense. */
    static Optional<Integer> output(List<LayerInfo> layers) {
        return last(layers, layer -> layer.kind() == LayerKind.OUTPUT)
                .or(() -> last(layers, layer -> layer.kind() == LayerKind.DENSE));
    }

    private static boolean isRelu(String activation) {
        return activation.toLowerCase(java.util.Locale.ROOT).contains(RELU);
    }

    private static Optional<Integer> first(List<LayerInfo> layers, Predicate<LayerInfo> wanted) {
        return IntStream.range(0, layers.size())
                .filter(layer -> wanted.test(layers.get(layer)))
                .boxed()
                .findFirst();
    }

    private static Optional<Integer> last(List<LayerInfo> layers, Predicate<LayerInfo> wanted) {
        return IntStream.range(0, layers.size())
                .filter(layer -> wanted.test(layers.get(layer)))
                .boxed()
                .reduce((before, later) -> later);
    }
}
