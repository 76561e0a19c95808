package org.digitscope.ui.layers;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.digitscope.explain.UnitPatch;
import org.digitscope.image.ColorScale;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.MapShape;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.Numbers;
import org.digitscope.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/** One feature map, large; with the numbers in its cells where there is room for them. */
final class MapPicture extends Canvas {
    private static final double ROOM_FOR_A_NUMBER = 25;

    private double maxSide = 180;
    private double cell = 1;
    private CanvasColors marks = CanvasColors.of(false);
    private @Nullable PixelImage pixels;

    /** No side of the picture is longer than so many pixels, if the map has fewer cells. */
    void setMaxSide(double pixels) {
        maxSide = pixels;
    }

    /** Paints map {@code spot.map()} and outlines its pixel, if one is meant. */
    void paint(FeatureMaps maps, Spot spot, ColorScale colors, float magnitude) {
        marks = CanvasColors.of(colors.isForDark());
        MapShape shape = maps.shape();
        cell = Math.max(1, Math.floor(maxSide / Math.max(shape.width(), shape.height())));
        setWidth(cell * shape.width());
        setHeight(cell * shape.height());
        PixelImage image = pixels;
        if (image == null || image.width() != shape.width() || image.height() != shape.height()) {
            image = new PixelImage(shape.width(), shape.height());
            pixels = image;
        }
        image.fill(
                maps.values(),
                shape.offset(spot.map()),
                shape.width(),
                shape.height(),
                0,
                0,
                shape.width(),
                shape.height(),
                colors::argb,
                magnitude);
        image.show();
        GraphicsContext context = getGraphicsContext2D();
        context.setImageSmoothing(false);
        context.clearRect(0, 0, getWidth(), getHeight());
        context.drawImage(image.image(), 0, 0, getWidth(), getHeight());
        if (cell >= ROOM_FOR_A_NUMBER) {
            numbers(context, maps, spot.map(), image);
        }
        if (spot.isPixel()) {
            outline(marks.pointed(), spot.x(), spot.y(), 1, 1);
        }
    }

    /** Outlines the pinned value over what is painted. */
    void pin(Spot spot) {
        outline(marks.chosen(), spot.x(), spot.y(), 1, 1);
    }

    /** Outlines what a window covers, as far as it lies within the map. */
    void outline(UnitPatch patch) {
        int left = Math.max(0, patch.left());
        int top = Math.max(0, patch.top());
        int right = Math.min(patch.shape().width(), patch.x(patch.width() - 1) + 1);
        int bottom = Math.min(patch.shape().height(), patch.y(patch.height() - 1) + 1);
        outline(marks.chosen(), left, top, right - left, bottom - top);
    }

    private void outline(Color color, int left, int top, int columns, int rows) {
        double edge = 1;
        double x = Math.max(edge, left * cell);
        double y = Math.max(edge, top * cell);
        double right = Math.min(getWidth() - edge, (left + columns) * cell);
        double bottom = Math.min(getHeight() - edge, (top + rows) * cell);
        marks.outline(getGraphicsContext2D(), color, 2, x, y, right - x, bottom - y);
    }

    private void numbers(GraphicsContext context, FeatureMaps maps, int map, PixelImage image) {
        context.setTextAlign(TextAlignment.CENTER);
        context.setTextBaseline(VPos.CENTER);
        context.setFont(Font.font(Math.min(26, cell * 0.36)));
        for (int y = 0; y < maps.shape().height(); y++) {
            for (int x = 0; x < maps.shape().width(); x++) {
                context.setFill(CanvasColors.on(image.argb()[y * image.width() + x]));
                context.fillText(Numbers.brief(maps.at(map, x, y)), (x + 0.5) * cell, (y + 0.5) * cell);
            }
        }
    }
}
