package org.digitscope.explain;

import java.util.Optional;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;

/**
 * What a window covers of one map.
 *
 * @param layer of the map, or {@link org.digitscope.network.LayerInfo#IMAGE}
 * @param map index in the layer
 * @param left column in the map of the window's first cell; negative in the padding
 * @param top row in the map of the window's first cell; negative in the padding
 * @param width columns of cells
 * @param height rows of cells
 * @param dilation distance of neighbouring cells in the map, 1 if they touch
 * @param shape of the layer's output
 * @param values one a cell, row-major, 0 in the padding; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read only; nobody compares patches
public record UnitPatch(
        int layer, int map, int left, int top, int width, int height, int dilation, MapShape shape, float[] values) {

    /** What the unit at column {@code x} and row {@code y} of an output looks at. */
    static UnitPatch of(int layer, FeatureMaps maps, int map, Window window, int x, int y) {
        int left = x * window.strideX() - window.paddingLeft();
        int top = y * window.strideY() - window.paddingTop();
        float[] values = new float[window.width() * window.height()];
        UnitPatch patch = new UnitPatch(
                layer, map, left, top, window.width(), window.height(), window.dilation(), maps.shape(), values);
        for (int row = 0; row < patch.height; row++) {
            for (int column = 0; column < patch.width; column++) {
                if (!patch.isPadding(column, row)) {
                    values[row * patch.width + column] = maps.at(map, patch.x(column), patch.y(row));
                }
            }
        }
        return patch;
    }

    /** One whole map. */
    static UnitPatch whole(int layer, FeatureMaps maps, int map) {
        MapShape shape = maps.shape();
        return of(layer, maps, map, new Window(shape.height(), shape.width(), 1, 1, 0, 0, 1), 0, 0);
    }

    /** The value of a cell, 0 in the padding. */
    public float at(int column, int row) {
        return values[row * width + column];
    }

    /** The column of the map that a column of cells lies on; outside of the map in the padding. */
    public int x(int column) {
        return left + column * dilation;
    }

    /** The row of the map that a row of cells lies on; outside of the map in the padding. */
    public int y(int row) {
        return top + row * dilation;
    }

    /** True for a cell that lies outside of the map. */
    public boolean isPadding(int column, int row) {
        return x(column) < 0 || x(column) >= shape.width() || y(row) < 0 || y(row) >= shape.height();
    }

    /** A cell with its place in the map; not for the padding. */
    public UnitValue cell(int column, int row) {
        return new UnitValue(layer, map, x(column), y(row), at(column, row));
    }

    /** The first of the largest cells; empty if all lie in the padding. */
    Optional<UnitValue> largest() {
        Optional<UnitValue> largest = Optional.empty();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                boolean larger =
                        largest.isEmpty() || at(column, row) > largest.get().value();
                if (!isPadding(column, row) && larger) {
                    largest = Optional.of(cell(column, row));
                }
            }
        }
        return largest;
    }
}
