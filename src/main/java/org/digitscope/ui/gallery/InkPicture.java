package org.digitscope.ui.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkBounds;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;

/** A drawing as a small picture in the colour of type, whatever the theme. */
final class InkPicture extends Region {
    private static final double PEN_SHARE = 0.055;
    private static final double MARGIN_SHARE = 0.1;

    private final Drawing drawing;
    private final Path path = new Path();

    InkPicture(Drawing drawing) {
        this.drawing = drawing;
        path.getStyleClass().add("gallery-ink");
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        path.setManaged(false);
        getChildren().add(path);
        getStyleClass().add("gallery-picture");
        setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.min(getWidth(), getHeight());
        Optional<InkBounds> bounds = InkBounds.of(drawing);
        if (bounds.isEmpty() || side <= 0) {
            return;
        }
        InkBounds box = bounds.get();
        double room = side * (1 - 2 * MARGIN_SHARE);
        double scale = room / Math.max(1, Math.max(box.width(), box.height()));
        double left = (getWidth() - box.width() * scale) / 2;
        double top = (getHeight() - box.height() * scale) / 2;
        List<PathElement> elements = new ArrayList<>();
        for (Stroke stroke : drawing.strokes()) {
            boolean first = true;
            for (Point point : stroke.points()) {
                double x = left + (point.x() - box.minX()) * scale;
                double y = top + (point.y() - box.minY()) * scale;
                if (first) {
                    elements.add(new MoveTo(x, y));
                }
                // A dot is a line to itself.
                elements.add(new LineTo(x, y));
                first = false;
            }
        }
        path.setStrokeWidth(side * PEN_SHARE);
        path.getElements().setAll(elements);
    }
}
