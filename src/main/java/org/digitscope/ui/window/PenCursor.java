package org.digitscope.ui.window;

import javafx.geometry.Dimension2D;
import javafx.scene.Cursor;
import javafx.scene.ImageCursor;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeType;
import org.digitscope.ui.common.CanvasColors;

/** A pen to point with, seen on light and dark ground from the back row. */
final class PenCursor {
    private static final int SIDE = 48;

    private PenCursor() {}

    /** A pen whose tip is the point; the usual cross where the system knows no cursors of one's own. */
    static Cursor create() {
        Dimension2D best = ImageCursor.getBestSize(SIDE, SIDE);
        if (best.getWidth() < SIDE / 2.0 || best.getHeight() < SIDE / 2.0) {
            return Cursor.CROSSHAIR;
        }
        SVGPath pen = new SVGPath();
        pen.setContent("M2,46 L6,32 L34,4 Q37,1 40,4 L44,8 Q47,11 44,14 L16,42 Z M6,32 L16,42 M29,9 L39,19");
        pen.setFill(CanvasColors.PEN);
        pen.setStroke(CanvasColors.PEN_EDGE);
        pen.setStrokeType(StrokeType.CENTERED);
        pen.setStrokeWidth(2.5);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        WritableImage image = pen.snapshot(clear, null);
        return new ImageCursor(image, 2, image.getHeight() - 2);
    }
}
