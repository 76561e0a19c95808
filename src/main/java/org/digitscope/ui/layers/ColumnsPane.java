package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;

/**
 * Columns side by side, with tiles of one size in all layers, as large as there is room. Where all must be seen at once,
 * the columns go on in a second row or more.
 */
final class ColumnsPane extends Pane {
    /** Room for the frame of a column that has the focus. */
    static final double EDGE = 4;

    private static final double GAP = 8;
    private static final int LARGEST_TILE = 200;
    private static final int SMALLEST_TILE = 6;

    private List<LayerColumn> columns = List.of();
    private boolean fitting;

    List<LayerColumn> columns() {
        return columns;
    }

    void show(List<LayerColumn> next) {
        columns = List.copyOf(next);
        getChildren().setAll(columns);
        requestLayout();
    }

    /** Whether columns that do not fit the width go below the others, instead of out of sight. */
    void setFitting(boolean on) {
        fitting = on;
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        if (fitting) {
            return columns.stream().mapToDouble(ColumnsPane::smallest).max().orElse(0) + 2 * EDGE;
        }
        return smallest(columns);
    }

    @Override
    protected void layoutChildren() {
        if (columns.isEmpty()) {
            return;
        }
        List<List<LayerColumn>> rows = rows();
        double height = Math.floor((getHeight() - (rows.size() - 1) * GAP) / rows.size());
        columns.forEach(column -> column.setCompact(fitting && height < LayerColumn.ROOM_FOR_ALL_LINES * column.em()));
        boolean roomy = widthWith(rows, SMALLEST_TILE, height, LayerColumn.COMFORTABLE_WIDTH) < getWidth();
        double minWidth = roomy ? LayerColumn.COMFORTABLE_WIDTH : LayerColumn.MIN_WIDTH;
        int tile = LARGEST_TILE;
        while (tile > SMALLEST_TILE && widthWith(rows, tile, height, minWidth) > getWidth()) {
            tile--;
        }
        for (int row = 0; row < rows.size(); row++) {
            place(rows.get(row), tile, row * (height + GAP), height, minWidth);
        }
    }

    private void place(List<LayerColumn> row, int tile, double top, double height, double minWidth) {
        double spare = Math.max(0, getWidth() - widthWith(List.of(row), tile, height, minWidth)) / row.size();
        double x = EDGE;
        for (LayerColumn column : row) {
            double width = column.widthFor(tile, height, minWidth) + spare;
            column.resizeRelocate(Math.floor(x), top, Math.floor(width), height);
            x += width + GAP;
        }
    }

    /** As few rows as do, of about as many columns each. */
    private List<List<LayerColumn>> rows() {
        for (int count = 1; fitting && count < columns.size(); count++) {
            List<List<LayerColumn>> rows = split(count);
            if (rows.stream().allMatch(row -> smallest(row) <= getWidth())) {
                return rows;
            }
        }
        return fitting ? split(columns.size()) : List.of(columns);
    }

    private List<List<LayerColumn>> split(int count) {
        List<List<LayerColumn>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rows.add(columns.subList(row * columns.size() / count, (row + 1) * columns.size() / count));
        }
        return rows;
    }

    private static double smallest(List<LayerColumn> row) {
        double gaps = Math.max(0, row.size() - 1) * GAP;
        return 2 * EDGE + gaps + row.stream().mapToDouble(ColumnsPane::smallest).sum();
    }

    private static double smallest(LayerColumn column) {
        return LayerColumn.MIN_WIDTH * column.em();
    }

    /** Of the widest row. */
    private static double widthWith(List<List<LayerColumn>> rows, int tile, double height, double minWidth) {
        return rows.stream()
                .mapToDouble(row -> 2 * EDGE
                        + (row.size() - 1) * GAP
                        + row.stream()
                                .mapToDouble(column -> column.widthFor(tile, height, minWidth))
                                .sum())
                .max()
                .orElse(0);
    }
}
