package org.digitscope.ui.kernels;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.digitscope.ui.common.CanvasColors;

/** What is drawn over tiles, in colours that neither sign of a weight has. */
final class Marks {
    private Marks() {}

    /** A folded corner at the top right: something in there has been changed. */
    static void changed(
            GraphicsContext context, CanvasColors colors, double left, double top, double width, double side) {
        double right = left + width;
        corner(context, colors.halo(), right, top, side + 2);
        corner(context, colors.changed(), right, top, side);
    }

    private static void corner(GraphicsContext context, Color color, double right, double top, double side) {
        context.setFill(color);
        context.fillPolygon(new double[] {right - side, right, right}, new double[] {top, top, top + side}, 3);
    }

    /** A cross: this is silenced. */
    static void silenced(
            GraphicsContext context, CanvasColors colors, double left, double top, double width, double height) {
        cross(context, colors.halo(), 3.5, left, top, width, height);
        cross(context, colors.changed(), 1.5, left, top, width, height);
    }

    private static void cross(
            GraphicsContext context, Color color, double line, double left, double top, double width, double height) {
        context.setStroke(color);
        context.setLineWidth(line);
        context.strokeLine(left + 2, top + 2, left + width - 2, top + height - 2);
        context.strokeLine(left + width - 2, top + 2, left + 2, top + height - 2);
    }

    static void frame(
            GraphicsContext context, Color color, double line, double left, double top, double width, double height) {
        context.setStroke(color);
        context.setLineWidth(line);
        context.strokeRect(left - 1, top - 1, width + 2, height + 2);
    }
}
