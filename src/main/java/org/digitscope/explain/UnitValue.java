package org.digitscope.explain;

import org.digitscope.network.LayerInfo;

/**
 * One value of a layer's output, and where it stands.
 *
 * @param layer index, or {@link LayerInfo#IMAGE}
 * @param map index in the layer
 * @param x column in the map
 * @param y row in the map
 */
public record UnitValue(int layer, int map, int x, int y, float value) {

    /** True for a pixel of the image. */
    public boolean isPixel() {
        return layer == LayerInfo.IMAGE;
    }
}
