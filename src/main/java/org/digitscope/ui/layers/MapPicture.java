package org.digitscope.ui.layers;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.MapShape;
import org.digitscope.ui.common.ColorScale;
import org.digitscope.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/** One feature map, large; with the numbers in its cells where there is room for them. */
final class MapPicture extends Canvas {
    private static final double ROOM_FOR_A_NUMBER = 25;

    private double maxSide = 180;
    private @Nullable PixelImage pixels;

    /** No side of the picture is longer than so many pixels, if the map has fewer cells. */
    void setMaxSide(double pixels) {
        maxSide = pixels;
    }

    /** Paints map {@code spot.map()} and outlines its pixel, if one is meant. */
    void paint(FeatureMaps maps, Spot spot, ColorScale colors, float magnitude) {
        MapShape shape = maps.shape();
        double cell = Math.max(1, Math.floor(maxSide / Math.max(shape.width(), shape.height())));
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
                colors,
                magnitude);
        image.show();
        GraphicsContext context = getGraphicsContext2D();
        context.setImageSmoothing(false);
        context.clearRect(0, 0, getWidth(), getHeight());
        context.drawImage(image.image(), 0, 0, getWidth(), getHeight());
        if (cell >= ROOM_FOR_A_NUMBER) {
            numbers(context, maps, spot.map(), cell, image);
        }
        if (spot.isPixel()) {
            context.setStroke(Color.web("#2f81f7"));
            context.setLineWidth(2);
            context.strokeRect(spot.x() * cell, spot.y() * cell, cell, cell);
        }
    }

    private static void numbers(GraphicsContext context, FeatureMaps maps, int map, double cell, PixelImage image) {
        context.setTextAlign(TextAlignment.CENTER);
        context.setTextBaseline(VPos.CENTER);
        context.setFont(Font.font(Math.min(26, cell * 0.36)));
        for (int y = 0; y < maps.shape().height(); y++) {
            for (int x = 0; x < maps.shape().width(); x++) {
                context.setFill(contrast(image.argb()[y * image.width() + x]));
                context.fillText(format(maps.at(map, x, y)), (x + 0.5) * cell, (y + 0.5) * cell);
            }
        }
    }

    /** Two decimals below ten, one above; zero as it is. */
    static String format(float value) {
        if (value == 0) {
            return "0";
        }
        String digits = String.format(java.util.Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
        return digits.replace('-', '−');
    }

    static Color contrast(int argb) {
        double lightness = 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF);
        return lightness > 140 ? Color.web("#1b2430") : Color.web("#f4f6f8");
    }
}
