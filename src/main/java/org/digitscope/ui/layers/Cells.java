package org.digitscope.ui.layers;

import java.util.BitSet;
import org.digitscope.explain.UnitPatch;

/**
 * What a {@link NumberGrid} shows.
 *
 * @param values row-major, not to be changed
 * @param magnitude of the strongest colour
 * @param outside cells that lie in the padding
 * @param marked the cell that is outlined, −1 for none
 */
@SuppressWarnings("ArrayRecordComponent") // read only; nobody compares cells
record Cells(int columns, int rows, double[] values, float magnitude, BitSet outside, int marked) {

    static Cells none() {
        return new Cells(1, 1, new double[1], 0, new BitSet(), -1);
    }

    /** What a window covers. */
    static Cells of(UnitPatch patch, float magnitude) {
        return of(patch, doubles(patch.values()), magnitude);
    }

    /** The weights for a window, which are there for the padding too. */
    static Cells ofKernel(UnitPatch patch, double[] weights, float magnitude) {
        return new Cells(patch.width(), patch.height(), weights, magnitude, new BitSet(), -1);
    }

    /** Something about each cell of a window. */
    static Cells of(UnitPatch patch, double[] about, float magnitude) {
        BitSet padding = new BitSet();
        for (int row = 0; row < patch.height(); row++) {
            for (int column = 0; column < patch.width(); column++) {
                padding.set(row * patch.width() + column, patch.isPadding(column, row));
            }
        }
        return new Cells(patch.width(), patch.height(), about, magnitude, padding, -1);
    }

    Cells marking(int cell) {
        return new Cells(columns, rows, values, magnitude, outside, cell);
    }

    double at(int column, int row) {
        return values[row * columns + column];
    }

    boolean isOutside(int column, int row) {
        return outside.get(row * columns + column);
    }

    boolean isSigned() {
        for (double value : values) {
            if (value < 0) {
                return true;
            }
        }
        return false;
    }

    static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
