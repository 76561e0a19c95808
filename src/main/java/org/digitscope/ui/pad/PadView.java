package org.digitscope.ui.pad;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.digitscope.explain.ReceptiveField;
import org.digitscope.image.DigitImage;
import org.digitscope.image.Picture;
import org.digitscope.image.Placement;
import org.digitscope.ink.Drawing;
import org.digitscope.live.Reading;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.PixelImage;
import org.digitscope.ui.session.PictureOnPad;
import org.digitscope.ui.session.Session;

/**
 * The square on which people draw. It is painted from the drawing and never read back; a thin guide shows the box that
 * the network gets and the centre of mass, and while an explanation is there, it lies over the ink.
 */
public final class PadView extends Region {
    /** Around a picture, in pad units: it would hide the frame, and with it whether the pad has the focus. */
    private static final double FRAME = 4;

    private final Session session;
    private final PadViewModel model;
    private final BooleanProperty dark;
    private final Canvas ink = new Canvas();
    private final HeatLayer heat;
    private final Canvas guide = new Canvas();
    private final Texts texts;
    private final Label invitation;
    private final AnimationTimer replayTimer;
    private Optional<PixelImage> picture = Optional.empty();
    private double pointerX = -1;
    private double pointerY = -1;
    private boolean erasing;
    private double inkScale = 1;

    public PadView(Session session, PadViewModel model, Texts texts, BooleanProperty dark) {
        this.texts = texts;
        this.session = session;
        this.model = model;
        this.dark = dark;
        this.heat = new HeatLayer(session, model, dark);
        this.invitation = new Label(texts.get("pad.invitation"));
        this.replayTimer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                model.replayTo(System.nanoTime());
            }
        };
        setId("pad");
        getStyleClass().add("pad");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(texts.get("pad.name"));
        invitation.getStyleClass().add("pad-invitation");
        invitation.setWrapText(true);
        invitation.setTextAlignment(TextAlignment.CENTER);
        invitation.setMouseTransparent(true);
        ink.setMouseTransparent(true);
        guide.setMouseTransparent(true);
        getChildren().addAll(ink, heat, guide, invitation);
        setCursor(Cursor.CROSSHAIR);
        setFocusTraversable(true);
        setMinSize(180, 180);

        InvalidationListener repaint = changed -> paint();
        session.drawingProperty().addListener(repaint);
        session.pictureProperty().addListener(changed -> {
            picture = session.pictureProperty().get().map(PictureOnPad::shown).map(PadView::toImage);
            paint();
        });
        model.penWidthProperty().addListener(repaint);
        dark.addListener(repaint);
        session.readingProperty().addListener(changed -> paintGuide());
        session.fieldProperty().addListener(changed -> paintGuide());
        model.toolProperty().addListener(changed -> paintGuide());
        model.replayingProperty().addListener(changed -> {
            if (model.replayingProperty().get()) {
                replayTimer.start();
            } else {
                replayTimer.stop();
            }
        });
        addEventHandler(MouseEvent.ANY, this::onMouse);
    }

    /** Shows ink this many times as wide as the pen; what is recognised does not change, nor does the pen. */
    public void setInkScale(double scale) {
        inkScale = scale;
        heat.setInkScale(scale);
        paint();
    }

    private void onMouse(MouseEvent event) {
        double x = event.getX() / getWidth() * Pad.SIDE;
        double y = event.getY() / getHeight() * Pad.SIDE;
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.SECONDARY) {
                requestFocus();
                erasing = event.getButton() == MouseButton.SECONDARY;
                model.down(x, y, erasing);
            }
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            model.drag(x, y);
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            model.up();
            erasing = false;
        }
        boolean left = event.getEventType() == MouseEvent.MOUSE_EXITED;
        pointerX = left ? -1 : x;
        pointerY = left ? -1 : y;
        if (showsEraser() || left) {
            paintGuide();
        }
        event.consume();
    }

    /** Has a screen reader say a sentence to whoever draws: it speaks of what has the keyboard. */
    public void say(String sentence) {
        setAccessibleText(texts.get("pad.said", texts.get("pad.name"), sentence));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private boolean showsEraser() {
        return erasing || model.toolProperty().get() == PadViewModel.Tool.ERASER;
    }

    @Override
    protected void layoutChildren() {
        for (Canvas canvas : new Canvas[] {ink, heat, guide}) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        layoutInArea(invitation, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
        paint();
    }

    private void paint() {
        Drawing drawing = session.drawingProperty().get();
        invitation.setVisible(drawing.isEmpty() && picture.isEmpty());
        GraphicsContext context = cleared(ink);
        if (picture.isPresent()) {
            paintPicture(context, picture.get());
        } else {
            InkPainter.paint(
                    context,
                    drawing,
                    inkScale * model.penWidthProperty().get(),
                    CanvasColors.of(dark.get()).ink());
        }
        heat.paint();
        paintGuide();
    }

    private static void paintPicture(GraphicsContext context, PixelImage image) {
        double scale = (Pad.SIDE - 2 * FRAME) / Math.max(image.width(), image.height());
        double width = image.width() * scale;
        double height = image.height() * scale;
        // Squares of the size of a digit are shown as squares, not as a blur.
        context.setImageSmoothing(Math.max(image.width(), image.height()) > DigitImage.SIZE);
        context.drawImage(image.image(), (Pad.SIDE - width) / 2, (Pad.SIDE - height) / 2, width, height);
    }

    private void paintGuide() {
        GraphicsContext context = cleared(guide);
        Optional<Placement> placement = session.readingProperty()
                .get()
                .flatMap(reading -> reading.inkImage().placement());
        if (picture.isEmpty()
                && placement.isPresent()
                && !session.drawingProperty().get().isEmpty()) {
            paintFrame(context, placement.get(), session.readingProperty().get().orElseThrow());
        }
        if (showsEraser() && pointerX >= 0) {
            double radius = model.penWidthProperty().get() / 2 + 2;
            context.setStroke(CanvasColors.of(dark.get()).eraser());
            context.setLineWidth(1.2);
            context.strokeOval(pointerX - radius, pointerY - radius, 2 * radius, 2 * radius);
        }
    }

    /** Where the network's 28×28 lie, with the middle, which is the centre of mass, and what is pointed at. */
    private void paintFrame(GraphicsContext context, Placement placement, Reading reading) {
        context.setStroke(CanvasColors.of(dark.get()).guide());
        context.setLineWidth(0.8);
        context.setLineDashes(3, 3);
        double left = placement.toDrawingX(0);
        double top = placement.toDrawingY(0);
        double side = DigitImage.SIZE / placement.scale();
        context.strokeRect(left, top, side, side);
        context.setLineDashes();
        double middleX = placement.toDrawingX(DigitImage.SIZE / 2.0);
        double middleY = placement.toDrawingY(DigitImage.SIZE / 2.0);
        context.strokeLine(middleX - 4, middleY, middleX + 4, middleY);
        context.strokeLine(middleX, middleY - 4, middleX, middleY + 4);
        if (session.fieldProperty().get().isPresent()
                && !reading.inkImage().image().isBlank()) {
            ReceptiveField field = session.fieldProperty().get().get();
            context.setStroke(CanvasColors.of(dark.get()).field());
            context.setLineWidth(1.6);
            double x = placement.toDrawingX(field.left());
            double y = placement.toDrawingY(field.top());
            context.strokeRect(
                    x,
                    y,
                    (field.right() - field.left()) / placement.scale(),
                    (field.bottom() - field.top()) / placement.scale());
        }
    }

    private GraphicsContext cleared(Canvas canvas) {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        context.scale(canvas.getWidth() / Pad.SIDE, canvas.getHeight() / Pad.SIDE);
        return context;
    }

    private static PixelImage toImage(Picture picture) {
        PixelImage image = new PixelImage(picture.width(), picture.height());
        int[] argb = picture.argb();
        for (int i = 0; i < argb.length; i++) {
            image.argb()[i] = premultiplied(argb[i]);
        }
        image.show();
        return image;
    }

    private static int premultiplied(int argb) {
        int alpha = argb >>> 24;
        int red = (argb >> 16 & 0xFF) * alpha / 255;
        int green = (argb >> 8 & 0xFF) * alpha / 255;
        int blue = (argb & 0xFF) * alpha / 255;
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
