package org.digitscope.ui.layers;

/**
 * Where the tiles of one layer lie: row by row, each a square of {@code tilePx} with a gap around.
 *
 * @param columns tiles in a row
 * @param rows full or not
 * @param tilePx side of a tile, at least 1
 * @param gapPx between tiles
 */
record TileLayout(int columns, int rows, int tilePx, int gapPx) {
    /** Between tiles, in pixels. */
    static final int GAP = 2;

    private static final double WORTH_A_WHOLE_MULTIPLE = 0.85;

    /**
     * The largest tiles with which all fit.
     *
     * @param tiles their number
     * @param side of a map in values, for tiles that are whole multiples of it where that costs little
     * @param maxTilePx no tile is larger
     * @param gap between tiles, in pixels
     */
    static TileLayout fit(int tiles, int side, double width, double height, int maxTilePx, int gap) {
        for (int tile = maxTilePx; tile > 3; tile--) {
            int columns = Math.max(1, (int) ((width + gap) / (tile + gap)));
            int rows = (tiles + columns - 1) / columns;
            boolean fits = columns * (tile + gap) - gap <= width && rows * (tile + gap) - gap <= height;
            if (fits) {
                int whole = tile / side * side;
                int chosen = whole >= tile * WORTH_A_WHOLE_MULTIPLE ? whole : tile;
                return new TileLayout(columns, rows, chosen, gap);
            }
        }
        int columns = Math.max(1, (int) ((width + 1) / 4));
        return new TileLayout(columns, (tiles + columns - 1) / columns, 3, 1);
    }

    int left(int tile) {
        return tile % columns * (tilePx + gapPx);
    }

    int top(int tile) {
        return tile / columns * (tilePx + gapPx);
    }

    int widthPx() {
        return columns * (tilePx + gapPx) - gapPx;
    }

    int heightPx() {
        return rows * (tilePx + gapPx) - gapPx;
    }

    /** The tile at a point, −1 where there is none. */
    int at(double x, double y, int tiles) {
        if (x < 0 || y < 0 || x >= widthPx() || y >= heightPx()) {
            return -1;
        }
        int column = (int) x / (tilePx + gapPx);
        int row = (int) y / (tilePx + gapPx);
        int tile = row * columns + column;
        return tile < tiles ? tile : -1;
    }
}
