package org.digitscope.ui.layers;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.ui.common.CanvasColors;

/** Lines from a map to those that feed it and those that it feeds; stronger ones for larger weights. */
final class Links extends Canvas {
    private static final int MOST = 160;

    private final LayersViewModel model;

    Links(LayersViewModel model) {
        this.model = model;
        setId("map-links");
        setMouseTransparent(true);
    }

    /** Draws the links of a map, or none. */
    void paint(Optional<Spot> spot, List<LayerColumn> columns) {
        GraphicsContext context = getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        if (spot.isEmpty() || spot.get().layer() >= columns.size()) {
            return;
        }
        Spot map = spot.get();
        for (int input : columns.get(map.layer()).info().inputs()) {
            if (input != LayerInfo.IMAGE) {
                between(context, columns, input, Optional.empty(), map.layer(), Optional.of(map.map()));
            }
        }
        for (int output : model.fedBy(map.layer())) {
            between(context, columns, map.layer(), Optional.of(map.map()), output, Optional.empty());
        }
    }

    /** One end is a given map, the other are all maps of its layer. */
    private void between(
            GraphicsContext context,
            List<LayerColumn> columns,
            int from,
            Optional<Integer> fromMap,
            int to,
            Optional<Integer> toMap) {
        LayerInfo source = columns.get(from).info();
        LayerInfo target = columns.get(to).info();
        Optional<Kernels> kernels = model.kernels(to)
                .filter(weights -> weights.channels() == source.output().maps()
                        && weights.filters() == target.output().maps());
        int others =
                fromMap.isPresent() ? target.output().maps() : source.output().maps();
        for (int other = 0; other < Math.min(others, MOST); other++) {
            int start = fromMap.orElse(other);
            int end = toMap.orElse(other);
            if (LayersViewModel.connects(source, start, target, end)) {
                double strength = kernels.isPresent() ? strength(kernels.get(), end, start) : 0.35;
                line(context, columns.get(from).grid(), start, columns.get(to).grid(), end, strength);
            }
        }
    }

    /** The share of the filter's largest weight that this kernel reaches, 0 to 1. */
    private static double strength(Kernels kernels, int filter, int channel) {
        float largest = 0;
        for (int y = 0; y < kernels.height(); y++) {
            for (int x = 0; x < kernels.width(); x++) {
                largest = Math.max(largest, Math.abs(kernels.at(filter, channel, x, y)));
            }
        }
        float all = kernels.largestMagnitude(filter);
        return all > 0 ? largest / all : 0;
    }

    private void line(GraphicsContext context, TileGrid from, int fromMap, TileGrid to, int toMap, double strength) {
        Bounds source = from.tile(fromMap);
        Bounds target = to.tile(toMap);
        Point2D start = here(from, source.getMaxX(), source.getCenterY());
        Point2D end = here(to, target.getMinX(), target.getCenterY());
        Color color = CanvasColors.of(from.isDark()).pointed();
        context.setStroke(color.deriveColor(0, 1, 1, 0.08 + 0.5 * strength));
        context.setLineWidth(0.6 + 1.2 * strength);
        double bend = (end.getX() - start.getX()) / 2;
        context.beginPath();
        context.moveTo(start.getX(), start.getY());
        context.bezierCurveTo(start.getX() + bend, start.getY(), end.getX() - bend, end.getY(), end.getX(), end.getY());
        context.stroke();
    }

    private Point2D here(TileGrid grid, double x, double y) {
        return sceneToLocal(grid.localToScene(x, y));
    }
}
