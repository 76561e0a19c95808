package org.digitscope.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.image.DigitImage;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;

/**
 * The part of the 28×28 that a value of a feature map can depend on (Araujo et al., <i>Computing receptive fields of
 * convolutional neural networks</i>, 2019): pixels from {@code left} to {@code right} and {@code top} to
 * {@code bottom}, the ends excluded, cut at the frame.
 */
public record ReceptiveField(int left, int top, int right, int bottom) {
    private static final ReceptiveField ALL = new ReceptiveField(0, 0, DigitImage.SIZE, DigitImage.SIZE);

    /**
     * @param layers of the network
     * @param layer index of the value's layer
     * @param x column in its map
     * @param y row in its map
     */
    public static ReceptiveField of(List<LayerInfo> layers, int layer, int x, int y) {
        // What is looked at in each layer, from the value's own down to the image; a layer comes after those that feed
        // it.
        Map<Integer, ReceptiveField> seen = new HashMap<>();
        seen.put(layer, new ReceptiveField(x, y, x + 1, y + 1));
        for (int at = layer; at >= 0; at--) {
            ReceptiveField area = seen.get(at);
            if (area == null) {
                continue;
            }
            LayerInfo info = layers.get(at);
            if (info.inputs().isEmpty()) {
                return ALL;
            }
            for (int input : info.inputs()) {
                seen.merge(input, area.inInput(info, UnitInputs.shape(layers, input)), ReceptiveField::with);
            }
        }
        return seen.getOrDefault(LayerInfo.IMAGE, ALL).cut();
    }

    private ReceptiveField inInput(LayerInfo info, MapShape before) {
        if (info.window().isPresent()) {
            Window window = info.window().get();
            int reachX = (window.width() - 1) * window.dilation() + 1;
            int reachY = (window.height() - 1) * window.dilation() + 1;
            return new ReceptiveField(
                    left * window.strideX() - window.paddingLeft(),
                    top * window.strideY() - window.paddingTop(),
                    (right - 1) * window.strideX() - window.paddingLeft() + reachX,
                    (bottom - 1) * window.strideY() - window.paddingTop() + reachY);
        }
        if (info.kind() == LayerKind.PADDING) {
            int paddingLeft = (info.output().width() - before.width()) / 2;
            int paddingTop = (info.output().height() - before.height()) / 2;
            return new ReceptiveField(left - paddingLeft, top - paddingTop, right - paddingLeft, bottom - paddingTop);
        }
        boolean pointwise =
                info.output().height() == before.height() && info.output().width() == before.width();
        return pointwise ? this : new ReceptiveField(0, 0, before.width(), before.height());
    }

    private ReceptiveField with(ReceptiveField other) {
        return new ReceptiveField(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    private ReceptiveField cut() {
        return new ReceptiveField(
                Math.max(0, left),
                Math.max(0, top),
                Math.min(DigitImage.SIZE, right),
                Math.min(DigitImage.SIZE, bottom));
    }
}
