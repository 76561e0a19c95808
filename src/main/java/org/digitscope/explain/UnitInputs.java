package org.digitscope.explain;

import java.util.List;
import org.digitscope.image.DigitImage;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.MapShape;

/** The outputs of all layers, the image among them. */
final class UnitInputs {
    static final MapShape IMAGE_SHAPE = new MapShape(1, DigitImage.SIZE, DigitImage.SIZE);

    private final List<LayerInfo> layers;
    private final Inference inference;
    private final FeatureMaps image;

    UnitInputs(List<LayerInfo> layers, Inference inference) {
        this.layers = layers;
        this.inference = inference;
        this.image = new FeatureMaps(IMAGE_SHAPE, inference.image().pixels());
    }

    LayerInfo info(int layer) {
        return layers.get(layer);
    }

    /** The output of a layer, or the image. */
    FeatureMaps maps(int layer) {
        return layer == LayerInfo.IMAGE ? image : inference.outputs().get(layer);
    }

    UnitValue at(int layer, int map, int x, int y) {
        return new UnitValue(layer, map, x, y, maps(layer).at(map, x, y));
    }

    /** The value that stands at an index when all maps lie in a row. */
    UnitValue at(int layer, int index) {
        MapShape shape = maps(layer).shape();
        int area = shape.height() * shape.width();
        return at(layer, index / area, index % shape.width(), index % area / shape.width());
    }

    static MapShape shape(List<LayerInfo> layers, int layer) {
        return layer == LayerInfo.IMAGE ? IMAGE_SHAPE : layers.get(layer).output();
    }
}
