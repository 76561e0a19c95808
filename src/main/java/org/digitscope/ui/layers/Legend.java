package org.digitscope.ui.layers;

import java.text.NumberFormat;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.digitscope.image.ColorScale;
import org.digitscope.ui.common.CanvasColors;

/** The colours of one layer from its lowest to its highest value, with zero marked. */
final class Legend extends Region {
    private static final double BAR_HEIGHT = 7;
    private static final double HEIGHT = 24;

    private final Canvas canvas = new Canvas();
    private final NumberFormat number;
    private ColorScale colors;
    private double em = 1;
    private boolean signed;
    private float magnitude;

    Legend(ColorScale colors, NumberFormat number) {
        this.colors = colors;
        this.number = number;
        getChildren().add(canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void setColors(ColorScale scale) {
        colors = scale;
        paint();
    }

    /** Makes the legend follow the size of type. */
    void setEm(double size) {
        if (size != em) {
            em = size;
            setMinHeight(HEIGHT * em);
            setPrefHeight(HEIGHT * em);
            setMaxHeight(HEIGHT * em);
        }
    }

    /** @param hasNegative whether the layer can have values below zero */
    void show(float largest, boolean hasNegative) {
        if (largest != magnitude || hasNegative != signed) {
            magnitude = largest;
            signed = hasNegative;
            paint();
        }
    }

    @Override
    protected void layoutChildren() {
        // Before it gets smaller, or what is beyond its edge would come back with the next size.
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        canvas.setWidth(getWidth());
        canvas.setHeight(HEIGHT * em);
        paint();
    }

    private void paint() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        double width = Math.min(150 * em, canvas.getWidth());
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        for (int x = 0; x < width; x++) {
            double share = x / Math.max(1, width - 1);
            double value = signed ? 2 * share - 1 : share;
            int argb = colors.argb((float) value, 1);
            context.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
            context.fillRect(x, 0, 1.2, BAR_HEIGHT * em);
        }
        context.setFill(CanvasColors.of(colors.isForDark()).text());
        context.setFont(Font.font(10 * em));
        context.setTextBaseline(VPos.TOP);
        double zero = signed ? width / 2 : 0;
        context.fillRect(zero, 0, 1, BAR_HEIGHT * em + 3);
        context.setTextAlign(signed ? TextAlignment.CENTER : TextAlignment.LEFT);
        context.fillText("0", zero, BAR_HEIGHT * em + 3);
        context.setTextAlign(TextAlignment.RIGHT);
        if (magnitude > 0) {
            context.fillText(number.format(magnitude), width, BAR_HEIGHT * em + 3);
            if (signed) {
                context.setTextAlign(TextAlignment.LEFT);
                context.fillText("−" + number.format(magnitude), 0, BAR_HEIGHT * em + 3);
            }
        }
    }
}
