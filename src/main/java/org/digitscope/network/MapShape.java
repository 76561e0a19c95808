package org.digitscope.network;

/**
 * The shape of a layer's output.
 *
 * @param maps the number of feature maps, or of units in a dense layer
 * @param height rows of each map, 1 in a dense layer
 * @param width columns of each map, 1 in a dense layer
 */
public record MapShape(int maps, int height, int width) {
    public MapShape {
        if (maps < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(maps + " maps of " + height + "×" + width);
        }
    }

    /** A layer of units without an extent in space. */
    public static MapShape units(int count) {
        return new MapShape(count, 1, 1);
    }

    /** The number of values. */
    public int size() {
        return maps * height * width;
    }

    /** Where the values of a map begin. */
    public int offset(int map) {
        return map * height * width;
    }

    /** True for a layer of units without an extent in space. */
    public boolean isUnits() {
        return height == 1 && width == 1;
    }

    /** Like {@code 32 × 26×26}, or {@code 128} for units. */
    @Override
    public String toString() {
        return isUnits() ? Integer.toString(maps) : maps + " × " + height + "×" + width;
    }
}
