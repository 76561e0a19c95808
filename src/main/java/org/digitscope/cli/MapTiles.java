package org.digitscope.cli;

import org.digitscope.image.ColorScale;
import org.digitscope.image.Picture;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.MapShape;

/**
 * All feature maps of a layer in one picture, row by row, with gaps around them. They share one colour scale, on which
 * zero is neutral and the largest magnitude of the layer has the strongest colour.
 */
final class MapTiles {
    private static final ColorScale COLORS = ColorScale.forGround(false);
    static final int GAP = 2;

    /** Of the gaps, seen beside every colour of the scale. */
    static final int GROUND = 0xFF6B7683;

    private static final int TILE = 56;
    private static final int LARGEST_SCALE = 16;
    private static final int ONE_ROW = 16;
    private static final long MOST_PIXELS = 12_000_000;

    private MapTiles() {}

    /** False if the tiles need more pixels than a picture can have. */
    static boolean fits(MapShape shape) {
        return pixels(shape, 1) <= Picture.MAX_PIXELS;
    }

    static Picture of(FeatureMaps maps) {
        MapShape shape = maps.shape();
        int columns = columns(shape.maps());
        int rows = rows(shape.maps());
        int scale = scale(shape);
        int tileWidth = shape.width() * scale;
        int tileHeight = shape.height() * scale;
        PixelSheet sheet = new PixelSheet((int) extent(columns, tileWidth), (int) extent(rows, tileHeight), GROUND);
        float magnitude = maps.largestMagnitude();
        for (int map = 0; map < shape.maps(); map++) {
            int left = GAP + map % columns * (tileWidth + GAP);
            int top = GAP + map / columns * (tileHeight + GAP);
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    int color = COLORS.argb(maps.at(map, x, y), magnitude);
                    sheet.fill(left + x * scale, top + y * scale, scale, scale, color);
                }
            }
        }
        return sheet.picture();
    }

    /** One row of few; else about a square, with full rows where that costs little. */
    private static int columns(int tiles) {
        if (tiles <= ONE_ROW) {
            return tiles;
        }
        int square = (int) Math.ceil(Math.sqrt(tiles));
        for (int columns = square; columns <= square * 3 / 2; columns++) {
            if (tiles % columns == 0) {
                return columns;
            }
        }
        return square;
    }

    private static int rows(int tiles) {
        return (tiles + columns(tiles) - 1) / columns(tiles);
    }

    /** Side of a value in pixels: whole, so that values are squares of one size. */
    private static int scale(MapShape shape) {
        int side = Math.max(shape.width(), shape.height());
        int scale = Math.max(1, Math.min(LARGEST_SCALE, TILE / side));
        while (scale > 1 && pixels(shape, scale) > MOST_PIXELS) {
            scale--;
        }
        return scale;
    }

    private static long pixels(MapShape shape, int scale) {
        return extent(columns(shape.maps()), shape.width() * scale)
                * extent(rows(shape.maps()), shape.height() * scale);
    }

    private static long extent(int tiles, int tile) {
        return (long) tiles * (tile + GAP) + GAP;
    }
}
