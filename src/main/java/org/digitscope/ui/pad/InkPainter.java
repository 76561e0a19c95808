package org.digitscope.ui.pad;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;

/** Paints ink with round ends, as curves through the middles of its chords. */
final class InkPainter {
    private InkPainter() {}

    /**
     * @param context in pad coordinates
     * @param width of the ink, in pad units
     */
    static void paint(GraphicsContext context, Drawing drawing, double width, Color color) {
        setInk(context, width, color);
        for (Stroke stroke : drawing.strokes()) {
            paint(context, stroke.points(), width);
        }
    }

    /** The same with one stroke alone. */
    static void paint(GraphicsContext context, Stroke stroke, double width, Color color) {
        setInk(context, width, color);
        paint(context, stroke.points(), width);
    }

    private static void setInk(GraphicsContext context, double width, Color color) {
        context.setStroke(color);
        context.setFill(color);
        context.setLineWidth(width);
        context.setLineCap(StrokeLineCap.ROUND);
        context.setLineJoin(StrokeLineJoin.ROUND);
    }

    private static void paint(GraphicsContext context, List<Point> points, double width) {
        Point first = points.get(0);
        if (points.size() == 1) {
            context.fillOval(first.x() - width / 2, first.y() - width / 2, width, width);
            return;
        }
        context.beginPath();
        context.moveTo(first.x(), first.y());
        for (int i = 1; i < points.size() - 1; i++) {
            Point point = points.get(i);
            Point next = points.get(i + 1);
            context.quadraticCurveTo(point.x(), point.y(), (point.x() + next.x()) / 2, (point.y() + next.y()) / 2);
        }
        Point last = points.get(points.size() - 1);
        context.lineTo(last.x(), last.y());
        context.stroke();
    }
}
