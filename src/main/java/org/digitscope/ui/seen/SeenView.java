package org.digitscope.ui.seen;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
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
        canvas.setOnMouseExited(event -> {
            hoverX = -1;
            paint();
        });
        canvas.setOnMouseClicked(event -> steps.toggle(this));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                steps.toggle(this);
                event.consume();
            }
        });
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
        hoverX = (int) Math.floor(event.getX() / canvas.getWidth() * DigitImage.SIZE);
        hoverY = (int) Math.floor(event.getY() / canvas.getHeight() * DigitImage.SIZE);
        boolean inside = hoverX >= 0 && hoverX < DigitImage.SIZE && hoverY >= 0 && hoverY < DigitImage.SIZE;
        if (!inside) {
            hoverX = -1;
        }
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
