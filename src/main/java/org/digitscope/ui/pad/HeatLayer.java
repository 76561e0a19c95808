package org.digitscope.ui.pad;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.digitscope.image.ColorScale;
import org.digitscope.image.DigitImage;
import org.digitscope.image.Placement;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Stroke;
import org.digitscope.live.Reading;
import org.digitscope.live.Subject;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.Growth;
import org.digitscope.ui.common.HeatImage;
import org.digitscope.ui.session.Explained;
import org.digitscope.ui.session.Session;

/**
 * What the answer rests on, over the ink, which turns grey: soft where it is known by pixels, stroke by stroke where it is known so. Without
 * an explanation it is not shown and nothing is painted.
 */
final class HeatLayer extends Canvas {
    private static final double SOFT = 0.85;

    private final Session session;
    private final PadViewModel model;
    private final BooleanProperty dark;
    private final HeatImage heat = new HeatImage(DigitImage.SIZE);
    private ColorScale colors;
    private double inkScale = 1;

    HeatLayer(Session session, PadViewModel model, BooleanProperty dark) {
        this.session = session;
        this.model = model;
        this.dark = dark;
        this.colors = ColorScale.forGround(dark.get());
        setId("pad-heat");
        setMouseTransparent(true);
        setVisible(false);
        session.explainedProperty().addListener((property, before, explained) -> show(explained));
        dark.addListener((property, before, on) -> {
            colors = ColorScale.forGround(on);
            show(session.explainedProperty().get());
        });
    }

    void setInkScale(double scale) {
        inkScale = scale;
    }

    private void show(Optional<Explained> explained) {
        explained
                .map(Explained::relevance)
                .ifPresent(of -> heat.set(of.pixels(), of.largestMagnitude(), colors::overlay));
        paint();
    }

    /** Paints anew after a change of the drawing, the pen or the size. */
    void paint() {
        Optional<Explained> explained = session.explainedProperty().get();
        boolean fits = explained.isPresent()
                && session.pictureProperty().get().isEmpty()
                && explained.get().reading().subject() instanceof Subject.Ink of
                && Growth.isFrom(
                        of.drawing().strokes(), session.drawingProperty().get().strokes(), Stroke::points);
        setVisible(fits);
        if (fits) {
            paint(explained.orElseThrow());
        }
    }

    private void paint(Explained explained) {
        GraphicsContext context = getGraphicsContext2D();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, getWidth(), getHeight());
        context.scale(getWidth() / Pad.SIDE, getHeight() / Pad.SIDE);
        Color ink = CanvasColors.of(dark.get()).greyInk();
        InkPainter.paint(
                context,
                session.drawingProperty().get(),
                inkScale * model.penWidthProperty().get(),
                ink);
        Reading reading = explained.reading();
        Optional<float[]> falls = explained.relevance().strokes();
        if (falls.isPresent() && reading.subject() instanceof Subject.Ink of) {
            paintStrokes(context, of.drawing(), falls.get());
        } else {
            reading.inkImage().placement().ifPresent(placement -> paintPixels(context, placement));
        }
    }

    private void paintPixels(GraphicsContext context, Placement placement) {
        context.setImageSmoothing(true);
        context.setGlobalAlpha(SOFT);
        double side = DigitImage.SIZE / placement.scale();
        context.drawImage(heat.image(), placement.toDrawingX(0), placement.toDrawingY(0), side, side);
        context.setGlobalAlpha(1);
    }

    private void paintStrokes(GraphicsContext context, Drawing drawing, float[] falls) {
        float magnitude = 0;
        for (float fall : falls) {
            magnitude = Math.max(magnitude, Math.abs(fall));
        }
        for (int i = 0; i < Math.min(falls.length, drawing.strokes().size()); i++) {
            Color color = color(colors.overlay(falls[i], magnitude));
            InkPainter.paint(
                    context,
                    drawing.strokes().get(i),
                    inkScale * model.penWidthProperty().get(),
                    color);
        }
    }

    private static Color color(int premultiplied) {
        int alpha = premultiplied >>> 24;
        if (alpha == 0) {
            return Color.TRANSPARENT;
        }
        return Color.rgb(
                Math.min(255, (premultiplied >> 16 & 0xFF) * 255 / alpha),
                Math.min(255, (premultiplied >> 8 & 0xFF) * 255 / alpha),
                Math.min(255, (premultiplied & 0xFF) * 255 / alpha),
                alpha / 255.0);
    }
}
