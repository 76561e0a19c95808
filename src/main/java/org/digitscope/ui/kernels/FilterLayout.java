package org.digitscope.ui.kernels;

import org.digitscope.network.Kernels;

/**
 * Where the tiles of filters lie, row by row, and the kernels within a tile, each weight a square.
 *
 * @param columns tiles in a row, at least 1
 * @param kernelColumns kernels in a row of a tile
 * @param cellPx side of a weight, at least 1
 * @param kernelGapPx between the kernels of a tile
 * @param tileWidthPx of a tile
 * @param tileHeightPx of a tile
 */
record FilterLayout(int columns, int kernelColumns, int cellPx, int kernelGapPx, int tileWidthPx, int tileHeightPx) {
    /** Between tiles, in pixels. */
    static final int GAP = 7;

    private static final int LARGEST_TILE = 84;
    private static final int SMALLEST_TILE = 26;

    /**
     * The largest tiles with which all fit; where none do, small ones of which some are out of sight.
     *
     * @param em how large type is, compared with its smallest size
     */
    static FilterLayout fit(Kernels kernels, double width, double height, double em) {
        int largest = Math.max(1, ((int) (LARGEST_TILE * em)) / longerSide(kernels));
        int smallest = Math.min(largest, Math.max(1, (int) Math.ceil(SMALLEST_TILE * em / longerSide(kernels))));
        for (int cell = largest; cell > smallest; cell--) {
            FilterLayout layout = of(kernels, cell, width);
            if (layout.heightPx(kernels.filters()) <= height) {
                return layout;
            }
        }
        return of(kernels, smallest, width);
    }

    /** The height in which the largest tiles all fit. */
    static double roomyHeight(Kernels kernels, double width, double em) {
        return of(kernels, Math.max(1, ((int) (LARGEST_TILE * em)) / longerSide(kernels)), width)
                .heightPx(kernels.filters());
    }

    /** The height of all tiles. */
    int heightPx(int tiles) {
        return (tiles + columns - 1) / columns * (tileHeightPx + GAP);
    }

    /** Left edge of a tile by its place in the order. */
    int left(int place) {
        return GAP / 2 + place % columns * (tileWidthPx + GAP);
    }

    int top(int place) {
        return GAP / 2 + place / columns * (tileHeightPx + GAP);
    }

    /** The place at a point, −1 where there is none. */
    int at(double x, double y, int tiles) {
        if (x < 0 || y < 0) {
            return -1;
        }
        int column = (int) (x / (tileWidthPx + GAP));
        int place = ((int) (y / (tileHeightPx + GAP))) * columns + column;
        return column < columns && place < tiles ? place : -1;
    }

    private static FilterLayout of(Kernels kernels, int cell, double width) {
        int kernelColumns = kernelColumns(kernels.channels());
        int kernelRows = (kernels.channels() + kernelColumns - 1) / kernelColumns;
        int gap = Math.max(1, cell / 2);
        int tileWidth = kernelColumns * (kernels.width() * cell + gap) - gap;
        int tileHeight = kernelRows * (kernels.height() * cell + gap) - gap;
        int columns = Math.max(1, (int) (width / (tileWidth + GAP)));
        return new FilterLayout(columns, kernelColumns, cell, gap, tileWidth, tileHeight);
    }

    /** Weights along the longer side of a tile. */
    private static int longerSide(Kernels kernels) {
        int columns = kernelColumns(kernels.channels());
        int rows = (kernels.channels() + columns - 1) / columns;
        return Math.max(columns * kernels.width(), rows * kernels.height());
    }

    /** As square as can be; rather twice as wide as high than with a last row that is not full. */
    private static int kernelColumns(int channels) {
        int square = (int) Math.ceil(Math.sqrt(channels));
        for (int columns = square; columns <= 2 * square; columns++) {
            if (channels % columns == 0) {
                return columns;
            }
        }
        return square;
    }
}
