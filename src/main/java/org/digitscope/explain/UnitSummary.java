package org.digitscope.explain;

/** How a pooling makes one value of a window's. The padding takes no part but where it is said. */
public enum UnitSummary {
    MAXIMUM,
    MEAN,
    /** The sum divided by all cells of the window, those in the padding included. */
    MEAN_WITH_PADDING,
    SUM,
    /** The root of the sum of squares. */
    EUCLIDEAN_NORM;

    /**
     * @param count the number of cells inside of the map
     * @param cells the number of all cells
     */
    double of(double largest, double sum, double squares, int count, int cells) {
        return switch (this) {
            case MAXIMUM -> largest;
            case MEAN -> sum / Math.max(1, count);
            case MEAN_WITH_PADDING -> sum / cells;
            case SUM -> sum;
            case EUCLIDEAN_NORM -> Math.sqrt(squares);
        };
    }

    /** Of the cells inside of the map; 0 if there is none. */
    double of(UnitPatch patch) {
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int row = 0; row < patch.height(); row++) {
            for (int column = 0; column < patch.width(); column++) {
                if (!patch.isPadding(column, row)) {
                    double value = patch.at(column, row);
                    largest = Math.max(largest, value);
                    sum += value;
                    squares += value * value;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : of(largest, sum, squares, count, patch.values().length);
    }
}
