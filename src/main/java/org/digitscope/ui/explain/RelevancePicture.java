package org.digitscope.ui.explain;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.digitscope.explain.Relevance;
import org.digitscope.image.DigitImage;
import org.digitscope.image.Placement;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.live.Subject;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.PixelImage;
import org.digitscope.ui.session.Explained;

/**
 * The 28×28 in grey with the values over it, square and as large as it is made. A pixel is pointed at with the pointer or
 * walked to with the arrow keys.
 */
final class RelevancePicture extends Region {
    private static final int SIZE = DigitImage.SIZE;

    /** A pixel of the 28×28. */
    record Pixel(int x, int y) {}

    private final Canvas canvas = new Canvas();
    private final PixelImage pixels = new PixelImage(SIZE, SIZE);
    private final Runnable onPoint;
    private Ground ground = Ground.of(false);
    private DigitImage image = DigitImage.blank();
    private Optional<Explained> explained = Optional.empty();
    private Optional<Pixel> pointed = Optional.empty();
    private OptionalInt outlined = OptionalInt.empty();
    private double fontSize = 13;

    /** @param onPoint called when another pixel is pointed at */
    RelevancePicture(Runnable onPoint) {
        this.onPoint = onPoint;
        setId("explain-picture");
        getStyleClass().add("relevance");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(Optional.empty()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
        focusedProperty().addListener((property, before, on) -> point(Optional.empty()));
    }

    void setGround(Ground next) {
        ground = next;
        paint();
    }

    void setFontSize(double size) {
        fontSize = size;
        paint();
    }

    /** @param without shown while there is nothing explained */
    void show(Optional<Explained> next, DigitImage without) {
        explained = next;
        image = next.map(of -> of.reading().inkImage().image()).orElse(without);
        paint();
    }

    /** Outlines a stroke of the drawing, counted from 0. */
    void outline(OptionalInt stroke) {
        outlined = stroke;
        paint();
    }

    Optional<Pixel> pointed() {
        return pointed;
    }

    private void pointAt(double x, double y) {
        double cell = getWidth() / SIZE;
        int column = (int) Math.floor(x / cell);
        int row = (int) Math.floor(y / cell);
        boolean inside = column >= 0 && row >= 0 && column < SIZE && row < SIZE;
        point(inside ? Optional.of(new Pixel(column, row)) : Optional.empty());
    }

    private void walk(KeyEvent event) {
        Pixel from = pointed.orElse(new Pixel(SIZE / 2, SIZE / 2));
        Pixel to;
        switch (event.getCode()) {
            case LEFT -> to = new Pixel(Math.max(0, from.x() - 1), from.y());
            case RIGHT -> to = new Pixel(Math.min(SIZE - 1, from.x() + 1), from.y());
            case UP -> to = new Pixel(from.x(), Math.max(0, from.y() - 1));
            case DOWN -> to = new Pixel(from.x(), Math.min(SIZE - 1, from.y() + 1));
            default -> {
                return;
            }
        }
        point(Optional.of(pointed.isPresent() ? to : from));
        event.consume();
    }

    private void point(Optional<Pixel> pixel) {
        if (!pixel.equals(pointed)) {
            pointed = pixel;
            paint();
            onPoint.run();
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void paint() {
        Optional<Relevance> relevance = explained.map(Explained::relevance);
        float magnitude = relevance.map(Relevance::largestMagnitude).orElse(0f);
        for (int i = 0; i < pixels.argb().length; i++) {
            float value = relevance.isPresent() ? relevance.get().pixels()[i] : 0;
            pixels.argb()[i] = ground.argb(image.pixel(i % SIZE, i / SIZE), value, magnitude);
        }
        pixels.show();
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.setImageSmoothing(false);
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        context.drawImage(pixels.image(), 0, 0, canvas.getWidth(), canvas.getHeight());
        if (relevance.flatMap(Relevance::strokes).isPresent()) {
            paintStrokes(context, explained.orElseThrow());
        }
        double cell = canvas.getWidth() / SIZE;
        pointed.ifPresent(pixel -> {
            CanvasColors marks = CanvasColors.of(ground.isDark());
            marks.outline(context, marks.chosen(), 2, pixel.x() * cell, pixel.y() * cell, cell, cell);
        });
    }

    private void paintStrokes(GraphicsContext context, Explained of) {
        Optional<Placement> placement = of.reading().inkImage().placement();
        if (placement.isEmpty() || !(of.reading().subject() instanceof Subject.Ink ink)) {
            return;
        }
        Drawing drawing = ink.drawing();
        double cell = canvas.getWidth() / SIZE;
        if (outlined.isPresent() && outlined.getAsInt() < drawing.strokes().size()) {
            Shape outline =
                    StrokeOutline.of(drawing.strokes().get(outlined.getAsInt()), placement.get(), cell, fontSize);
            StrokeOutline.paint(context, outline, CanvasColors.of(ground.isDark()));
        }
        double radius = fontSize * 0.72;
        context.setFont(Font.font(fontSize * 0.95));
        context.setTextAlign(TextAlignment.CENTER);
        context.setTextBaseline(VPos.CENTER);
        context.setLineWidth(1);
        for (int i = 0; i < drawing.strokes().size(); i++) {
            Point start = drawing.strokes().get(i).points().get(0);
            double x = within(placement.get().toImageX(start.x()) * cell, radius);
            double y = within(placement.get().toImageY(start.y()) * cell, radius);
            context.setFill(Color.BLACK);
            context.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            context.setStroke(Color.WHITE);
            context.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
            context.setFill(Color.WHITE);
            context.fillText(Integer.toString(i + 1), x, y);
        }
    }

    private double within(double place, double radius) {
        return Math.max(radius + 1, Math.min(canvas.getWidth() - radius - 1, place));
    }
}
