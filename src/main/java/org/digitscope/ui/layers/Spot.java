package org.digitscope.ui.layers;

/**
 * A value in a layer's output.
 *
 * @param layer index
 * @param map index in the layer
 * @param x column in the map, −1 if the map as a whole is meant
 * @param y row in the map, −1 likewise
 */
record Spot(int layer, int map, int x, int y) {
    boolean isPixel() {
        return x >= 0;
    }

    static Spot map(int layer, int map) {
        return new Spot(layer, map, -1, -1);
    }
}
