package org.digitscope.ui.seen;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.digitscope.explain.ReceptiveField;
import org.digitscope.image.ColorScale;
import org.digitscope.image.DigitImage;
import org.digitscope.image.Placement;
import org.digitscope.ink.Stroke;
import org.digitscope.live.Reading;
import org.digitscope.live.Subject;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.Growth;
import org.digitscope.ui.common.HeatImage;
import org.digitscope.ui.session.Explained;
import org.digitscope.ui.session.Session;

/**
 * The 28×28 input, pixels square; the value under the pointer in its caption, the steps that lead to it on a click. While
 * an explanation is there, it lies over the pixels.
 */
public final class SeenView extends Region {
    private static final double CAPTION_HEIGHT = 1.8;
    private static final double TWO_LINES = 2.8;
    /** The width in which both captions are one line. */
    private static final double ONE_LINE = 18;

    private final Session session;
    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private final Label caption = new Label();
    private final StepsPopOver steps;
    private final HeatImage heat = new HeatImage(DigitImage.SIZE);
    private final ColorScale heatColors = ColorScale.forGround(true);
    private DigitImage image;
    private int hoverX = -1;
    private int hoverY = -1;

    public SeenView(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.steps = new StepsPopOver(session, texts);
        setId("seen");
        getStyleClass().add("seen");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(texts.get("seen.name"));
        Tooltip.install(canvas, new Tooltip(texts.get("seen.tip")));
        setFocusTraversable(true);
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        getChildren().addAll(canvas, caption);
        image = imageOf(session.readingProperty().get());
        session.readingProperty().addListener((property, before, reading) -> {
            image = imageOf(reading);
            paint();
        });
        session.fieldProperty().addListener(changed -> paint());
        warm(session.explainedProperty().get());
        session.explainedProperty().addListener((property, before, explained) -> {
            warm(explained);
            paint();
        });
        canvas.setOnMouseMoved(this::hover);
        canvas.setOnMouseDragged(this::hover);
        canvas.setOnMouseExited(event -> point(-1, 0));
        canvas.setOnMouseClicked(event -> steps.toggle(this));
        setOnKeyPressed(this::onKey);
        focusedProperty().addListener((property, before, on) -> point(-1, 0));
    }

    private static DigitImage imageOf(Optional<Reading> reading) {
        return reading.map(newest -> newest.inkImage().image()).orElse(DigitImage.blank());
    }

    private void warm(Optional<Explained> explained) {
        explained
                .map(Explained::relevance)
                .ifPresent(of -> heat.set(of.pixels(), of.largestMagnitude(), heatColors::overlay));
    }

    private void hover(MouseEvent event) {
        int x = (int) Math.floor(event.getX() / canvas.getWidth() * DigitImage.SIZE);
        int y = (int) Math.floor(event.getY() / canvas.getHeight() * DigitImage.SIZE);
        boolean inside = x >= 0 && x < DigitImage.SIZE && y >= 0 && y < DigitImage.SIZE;
        point(inside ? x : -1, y);
    }

    /** Arrows walk over the pixels, from the middle. */
    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER, SPACE -> steps.toggle(this);
            case LEFT -> walk(-1, 0);
            case RIGHT -> walk(1, 0);
            case UP -> walk(0, -1);
            case DOWN -> walk(0, 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void walk(int right, int down) {
        int last = DigitImage.SIZE - 1;
        if (hoverX < 0) {
            point(last / 2, last / 2);
        } else {
            point(Math.max(0, Math.min(last, hoverX + right)), Math.max(0, Math.min(last, hoverY + down)));
        }
        setAccessibleText(texts.get("seen.name") + ". " + caption.getText());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** @param x below 0 for no pixel */
    private void point(int x, int y) {
        hoverX = x;
        hoverY = y;
        paint();
    }

    @Override
    protected void layoutChildren() {
        double type = caption.getFont().getSize();
        double captionHeight = (getWidth() < ONE_LINE * type ? TWO_LINES : CAPTION_HEIGHT) * type;
        double side = Math.floor(Math.max(28, Math.min(getWidth(), getHeight() - captionHeight)));
        canvas.setWidth(side);
        canvas.setHeight(side);
        canvas.relocate(0, 0);
        layoutInArea(caption, 0, side, getWidth(), captionHeight, 0, javafx.geometry.HPos.LEFT, VPos.CENTER);
        paint();
    }

    private void paint() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        double cell = canvas.getWidth() / DigitImage.SIZE;
        for (int y = 0; y < DigitImage.SIZE; y++) {
            for (int x = 0; x < DigitImage.SIZE; x++) {
                context.setFill(Color.grayRgb(image.level(x, y)));
                double left = Math.round(x * cell);
                double top = Math.round(y * cell);
                context.fillRect(left, top, Math.round((x + 1) * cell) - left, Math.round((y + 1) * cell) - top);
            }
        }
        // Black on a dark ground would have no end.
        context.setStroke(CanvasColors.EDGE_OF_SEEN);
        context.setLineWidth(1);
        context.strokeRect(0.5, 0.5, canvas.getWidth() - 1, canvas.getHeight() - 1);
        session.explainedProperty().get().ifPresent(explained -> paintHeat(context, explained.reading(), cell));
        Optional<ReceptiveField> field = session.fieldProperty().get();
        if (field.isPresent()) {
            ReceptiveField area = field.get();
            CanvasColors.outline(
                    context,
                    CanvasColors.FIELD_ON_SEEN,
                    Color.BLACK,
                    2,
                    area.left() * cell,
                    area.top() * cell,
                    (area.right() - area.left()) * cell,
                    (area.bottom() - area.top()) * cell);
        }
        if (hoverX >= 0) {
            CanvasColors.outline(
                    context, CanvasColors.POINTED_ON_SEEN, Color.BLACK, 1.5, hoverX * cell, hoverY * cell, cell, cell);
            caption.setText(texts.get("seen.value", hoverX, hoverY, image.level(hoverX, hoverY)));
        } else {
            caption.setText(texts.get("seen.caption"));
        }
    }

    /** What the answer rests on, over the pixels; moved with the ink if that has grown since. */
    private void paintHeat(GraphicsContext context, Reading explained, double cell) {
        Optional<Reading> shown = session.readingProperty().get();
        if (shown.isEmpty() || !isStillThere(explained.subject(), shown.get().subject())) {
            return;
        }
        Optional<Placement> then = explained.inkImage().placement();
        Optional<Placement> now = shown.get().inkImage().placement();
        double left = 0;
        double top = 0;
        double scale = 1;
        if (then.isPresent() && now.isPresent()) {
            left = now.get().toImageX(then.get().toDrawingX(0));
            top = now.get().toImageY(then.get().toDrawingY(0));
            scale = now.get().scale() / then.get().scale();
        }
        double side = DigitImage.SIZE * scale * cell;
        context.setImageSmoothing(false);
        context.drawImage(heat.image(), left * cell, top * cell, side, side);
    }

    private static boolean isStillThere(Subject explained, Subject shown) {
        if (explained instanceof Subject.Ink before && shown instanceof Subject.Ink now) {
            return Growth.isFrom(before.drawing().strokes(), now.drawing().strokes(), Stroke::points);
        }
        return explained.equals(shown);
    }
}
