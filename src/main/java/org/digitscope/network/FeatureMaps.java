package org.digitscope.network;

/**
 * The output of one layer: maps of one size. A dense layer has maps of 1×1, one a unit.
 *
 * @param shape the number of maps and their size
 * @param values map after map, each row-major: {@code values[(map · height + y) · width + x]}; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read in every frame; nobody compares maps
public record FeatureMaps(MapShape shape, float[] values) {
    public FeatureMaps {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(values.length + " values for " + shape);
        }
    }

    /** The value at column {@code x} and row {@code y} of a map. */
    public float at(int map, int x, int y) {
        return values[shape.offset(map) + y * shape.width() + x];
    }

    /** The largest magnitude, 0 if all are zero. */
    public float largestMagnitude() {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** True if every value of the map is exactly zero. */
    public boolean isZero(int map) {
        int end = shape.offset(map + 1);
        for (int i = shape.offset(map); i < end; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
