package org.digitscope.ui.explain;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.digitscope.image.Placement;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.ui.common.CanvasColors;

/** The line around a stroke as it lies in an enlarged 28×28. */
final class StrokeOutline {
    private StrokeOutline() {}

    /**
     * @param cell side of a pixel of the 28×28, in the units of the result
     * @param fontSize the line's width follows it
     */
    static Shape of(Stroke stroke, Placement placement, double cell, double fontSize) {
        double width = placement.strokeWidthPx() * cell;
        double line = Math.max(2, fontSize * 0.18);
        return Shape.subtract(band(stroke, placement, cell, width + 2 * line), band(stroke, placement, cell, width));
    }

    private static Polyline band(Stroke stroke, Placement placement, double cell, double width) {
        Polyline band = new Polyline();
        for (Point point : stroke.points()) {
            band.getPoints().add(placement.toImageX(point.x()) * cell);
            band.getPoints().add(placement.toImageY(point.y()) * cell);
        }
        if (stroke.points().size() == 1) {
            // A dot is a line of no length.
            band.getPoints().addAll(band.getPoints());
        }
        band.setFill(null);
        band.setStroke(Color.BLACK);
        band.setStrokeWidth(width);
        band.setStrokeLineCap(StrokeLineCap.ROUND);
        band.setStrokeLineJoin(StrokeLineJoin.ROUND);
        return band;
    }

    static void paint(GraphicsContext context, Shape outline, CanvasColors marks) {
        if (!(outline instanceof Path path)) {
            return;
        }
        context.beginPath();
        for (PathElement element : path.getElements()) {
            if (element instanceof MoveTo move) {
                context.moveTo(move.getX(), move.getY());
            } else if (element instanceof LineTo line) {
                context.lineTo(line.getX(), line.getY());
            } else if (element instanceof QuadCurveTo curve) {
                context.quadraticCurveTo(curve.getControlX(), curve.getControlY(), curve.getX(), curve.getY());
            } else if (element instanceof CubicCurveTo curve) {
                context.bezierCurveTo(
                        curve.getControlX1(),
                        curve.getControlY1(),
                        curve.getControlX2(),
                        curve.getControlY2(),
                        curve.getX(),
                        curve.getY());
            } else if (element instanceof ClosePath) {
                context.closePath();
            }
        }
        context.setStroke(marks.halo());
        context.setLineWidth(2);
        context.stroke();
        context.setFill(marks.chosen());
        context.fill();
    }
}
