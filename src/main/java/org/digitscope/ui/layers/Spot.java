package org.digitscope.ui.layers;

import java.util.Optional;
import org.digitscope.network.MapShape;

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

    /** The first value of the same map. */
    Spot first() {
        return new Spot(layer, map, 0, 0);
    }

    /** The last value of the same map. */
    Spot last(MapShape shape) {
        return new Spot(layer, map, shape.width() - 1, shape.height() - 1);
    }

    /** So many columns and rows further, or at the edge; the first value if the map as a whole was meant. */
    Spot moved(int columns, int rows, MapShape shape) {
        if (!isPixel()) {
            return first();
        }
        return new Spot(
                layer,
                map,
                Math.max(0, Math.min(shape.width() - 1, x + columns)),
                Math.max(0, Math.min(shape.height() - 1, y + rows)));
    }

    /** The value after this one, row by row; empty at the end of the map. */
    Optional<Spot> next(MapShape shape) {
        if (!isPixel()) {
            return Optional.of(first());
        }
        if (x + 1 < shape.width()) {
            return Optional.of(new Spot(layer, map, x + 1, y));
        }
        return y + 1 < shape.height() ? Optional.of(new Spot(layer, map, 0, y + 1)) : Optional.empty();
    }

    /** The same place in another map. */
    Spot in(Spot other) {
        return new Spot(other.layer, other.map, x, y);
    }
}
