package org.digitscope.ui.kernels;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.digitscope.image.ColorScale;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.Numbers;

/** The colours of weights from the lowest to the highest, zero in the middle. */
final class ScaleLegend extends Region {
    private static final double WIDTH = 132;
    private static final double BAR = 8;
    private static final double HEIGHT = 26;

    private final Canvas canvas = new Canvas();
    private ColorScale colors;
    private double em = 1;
    private float magnitude;

    ScaleLegend(ColorScale colors) {
        this.colors = colors;
        setId("kernel-legend");
        getChildren().add(canvas);
        size();
    }

    void setColors(ColorScale scale) {
        colors = scale;
        paint();
    }

    void setEm(double size) {
        if (size != em) {
            em = size;
            size();
        }
    }

    void show(float largest) {
        if (largest != magnitude) {
            magnitude = largest;
            paint();
        }
    }

    private void size() {
        setMinSize(WIDTH * em, HEIGHT * em);
        setPrefSize(WIDTH * em, HEIGHT * em);
        setMaxSize(WIDTH * em, HEIGHT * em);
        canvas.setWidth(WIDTH * em);
        canvas.setHeight(HEIGHT * em);
        paint();
    }

    private void paint() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        context.clearRect(0, 0, width, canvas.getHeight());
        for (int x = 0; x < width; x++) {
            int argb = colors.argb((float) (2 * x / Math.max(1, width - 1) - 1), 1);
            context.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
            context.fillRect(x, 0, 1.2, BAR * em);
        }
        context.setFill(CanvasColors.of(colors.isForDark()).text());
        context.setFont(Font.font(11 * em));
        context.setTextBaseline(VPos.TOP);
        context.fillRect(width / 2, 0, 1, BAR * em + 2);
        context.setTextAlign(TextAlignment.CENTER);
        context.fillText("0", width / 2, BAR * em + 2);
        context.setTextAlign(TextAlignment.LEFT);
        context.fillText(Numbers.brief(-magnitude), 0, BAR * em + 2);
        context.setTextAlign(TextAlignment.RIGHT);
        context.fillText(Numbers.brief(magnitude), width, BAR * em + 2);
    }
}
