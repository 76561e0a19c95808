package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;
import org.jspecify.annotations.Nullable;

/** Layers with outputs that a test writes down. */
final class UnitScene {
    private final List<LayerInfo> layers = new ArrayList<>();
    private final List<FeatureMaps> outputs = new ArrayList<>();
    private final List<Optional<LayerParameters>> parameters = new ArrayList<>();

    /** Begins with a layer whose output is given. */
    static UnitScene from(MapShape shape, float... values) {
        return new UnitScene().add(LayerKind.OTHER, shape, Optional.empty(), null, null, values, LayerInfo.IMAGE);
    }

    /** Fed by the layer before, without a window. */
    UnitScene then(
            LayerKind kind,
            MapShape shape,
            @Nullable String activation,
            @Nullable LayerParameters learned,
            float... values) {
        return add(kind, shape, Optional.empty(), activation, learned, values, layers.size() - 1);
    }

    UnitScene then(
            LayerKind kind,
            MapShape shape,
            Window window,
            @Nullable String activation,
            @Nullable LayerParameters learned,
            float... values) {
        return add(kind, shape, Optional.of(window), activation, learned, values, layers.size() - 1);
    }

    UnitScene add(
            LayerKind kind,
            MapShape shape,
            Optional<Window> window,
            @Nullable String activation,
            @Nullable LayerParameters learned,
            float[] values,
            Integer... inputs) {
        String name = "layer" + layers.size();
        layers.add(new LayerInfo(name, kind, shape, 0, window, Optional.ofNullable(activation), List.of(inputs)));
        parameters.add(Optional.ofNullable(learned));
        outputs.add(new FeatureMaps(shape, values.length == 0 ? new float[shape.size()] : values));
        return this;
    }

    List<LayerInfo> layers() {
        return layers;
    }

    List<Optional<LayerParameters>> parameters() {
        return parameters;
    }

    Inference inference() {
        return inference(DigitImage.blank());
    }

    Inference inference(DigitImage image) {
        return new Inference(image, new Answer(new float[10], 1, true), outputs);
    }

    /** Of a unit of the last layer. */
    UnitArithmetic last(int map, int x, int y) {
        int layer = layers.size() - 1;
        return UnitArithmetic.of(layers, inference(), layer, parameters.get(layer), map, x, y);
    }

    static LayerParameters convolution(
            int filters, int channels, int height, int width, float[] weights, float... biases) {
        return new LayerParameters.Convolution(new Kernels(filters, channels, height, width, weights, biases));
    }

    /** 0, 1, 2 and so on. */
    static float[] counting(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return values;
    }
}
