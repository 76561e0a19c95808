package org.digitscope.ui.kernels;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** What is drawn over tiles, in colours that neither sign of a weight has. */
final class Marks {
    static final Color CHOSEN = Color.web("#8a63d2");
    static final Color POINTED = Color.web("#2f81f7");
    static final Color CHANGED = Color.web("#2da44e");
    static final Color QUIET = Color.web("#7b8794");

    private Marks() {}

    /** A folded corner at the top right: something in there has been changed. */
    static void changed(GraphicsContext context, double left, double top, double width, double side) {
        double right = left + width;
        context.setFill(CHANGED);
        context.fillPolygon(new double[] {right - side, right, right}, new double[] {top, top, top + side}, 3);
    }

    /** A cross: this is silenced. */
    static void silenced(GraphicsContext context, double left, double top, double width, double height) {
        context.setStroke(CHANGED);
        context.setLineWidth(1.5);
        context.strokeLine(left + 2, top + 2, left + width - 2, top + height - 2);
        context.strokeLine(left + width - 2, top + 2, left + 2, top + height - 2);
    }

    static void frame(
            GraphicsContext context, Color color, double line, double left, double top, double width, double height) {
        context.setStroke(color);
        context.setLineWidth(line);
        context.strokeRect(left - 1, top - 1, width + 2, height + 2);
    }

    /** A colour to write with on another. */
    static Color on(int argb) {
        double lightness = 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF);
        return lightness > 140 ? Color.web("#1b2430") : Color.web("#f4f6f8");
    }
}
