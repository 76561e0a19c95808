package org.digitscope.explain;

import java.util.List;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;

/** Finds out by what a layer did to its input what its {@link org.digitscope.network.LayerInfo} does not tell. */
final class UnitHints {
    private static final List<UnitSummary> AVERAGES =
            List.of(UnitSummary.MEAN, UnitSummary.MEAN_WITH_PADDING, UnitSummary.SUM, UnitSummary.EUCLIDEAN_NORM);
    private static final List<UnitSummary> GLOBAL =
            List.of(UnitSummary.MEAN, UnitSummary.MAXIMUM, UnitSummary.SUM, UnitSummary.EUCLIDEAN_NORM);

    private UnitHints() {}

    /** Rows above and columns left of the maps. */
    record Offset(int top, int left) {}

    /** The window of a global pooling: the whole map. */
    static Window whole(MapShape before) {
        return new Window(before.height(), before.width(), 1, 1, 0, 0, 1);
    }

    /** How a pooling sums up its windows: what comes closest to its output. */
    static UnitSummary summary(LayerKind kind, Window window, FeatureMaps before, FeatureMaps output) {
        if (kind == LayerKind.MAX_POOLING) {
            return UnitSummary.MAXIMUM;
        }
        List<UnitSummary> candidates = kind == LayerKind.GLOBAL_POOLING ? GLOBAL : AVERAGES;
        double[] errors = new double[candidates.size()];
        MapShape shape = output.shape();
        for (int map = 0; map < shape.maps(); map++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    UnitPatch patch = UnitPatch.of(0, before, map, window, x, y);
                    for (int i = 0; i < errors.length; i++) {
                        errors[i] += Math.abs(candidates.get(i).of(patch) - output.at(map, x, y));
                    }
                }
            }
        }
        int best = 0;
        for (int i = 1; i < errors.length; i++) {
            best = errors[i] < errors[best] ? i : best;
        }
        return candidates.get(best);
    }

    /** Where a padding layer puts its input: as much on either side unless its output says otherwise. */
    static Offset padding(FeatureMaps before, FeatureMaps output) {
        int rows = output.shape().height() - before.shape().height();
        int columns = output.shape().width() - before.shape().width();
        Offset best = new Offset(rows / 2, columns / 2);
        double smallest = error(best, before, output);
        for (int top = 0; top <= rows; top++) {
            for (int left = 0; left <= columns; left++) {
                Offset offset = new Offset(top, left);
                double error = error(offset, before, output);
                if (error < smallest) {
                    smallest = error;
                    best = offset;
                }
            }
        }
        return best;
    }

    private static double error(Offset offset, FeatureMaps before, FeatureMaps output) {
        MapShape shape = before.shape();
        double error = 0;
        for (int map = 0; map < shape.maps(); map++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    error += Math.abs(before.at(map, x, y) - output.at(map, x + offset.left(), y + offset.top()));
                }
            }
        }
        return error;
    }
}
