package org.digitscope.ui.pad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkBounds;
import org.digitscope.ink.Point;
import org.digitscope.ink.Replay;
import org.digitscope.ink.Stroke;
import org.digitscope.ink.StrokeEraser;
import org.digitscope.ui.session.PictureOnPad;
import org.digitscope.ui.session.Session;

/**
 * What the pointer does on the pad, in pad coordinates. A stroke ends where it leaves the pad and a new one begins where
 * it comes back, so that nothing is drawn that is not seen. For the JavaFX thread.
 */
public final class PadViewModel {
    /** What the left button does. */
    public enum Tool {
        PEN,
        ERASER
    }

    /** Room around ink that is opened from a file with other coordinates. */
    private static final double MARGIN = 30;

    private final Session session;
    private final LongSupplier nanoClock;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.PEN);
    private final DoubleProperty penWidth = new SimpleDoubleProperty();
    private final ReadOnlyBooleanWrapper replaying = new ReadOnlyBooleanWrapper();
    private final List<Point> stroke = new ArrayList<>();

    private boolean down;
    private boolean erasing;
    private double lastX;
    private double lastY;
    private long originNanos;
    private double originMillis;
    private Drawing beforeGesture = Drawing.empty();
    private Drawing replayed = Drawing.empty();
    private long replayStartNanos;

    /**
     * @param nanoClock a clock like {@link System#nanoTime}
     * @param penWidth in pad units, at the start
     */
    public PadViewModel(Session session, LongSupplier nanoClock, double penWidth) {
        this.session = session;
        this.nanoClock = nanoClock;
        this.penWidth.set(penWidth);
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /** How wide ink is shown, in pad units; the network never sees it. */
    public DoubleProperty penWidthProperty() {
        return penWidth;
    }

    /** True while ink is being drawn again by itself. */
    public ReadOnlyBooleanProperty replayingProperty() {
        return replaying.getReadOnlyProperty();
    }

    /** The pointer goes down; {@code secondary} erases whatever the tool. */
    public void down(double x, double y, boolean secondary) {
        up(); // a second button ends what the first began
        stopReplay();
        down = true;
        erasing = secondary || tool.get() == Tool.ERASER;
        lastX = x;
        lastY = y;
        beforeGesture = session.committedProperty().get();
        if (erasing) {
            eraseFromTheWhole(x, y);
            return;
        }
        long now = nanoClock.getAsLong();
        if (beforeGesture.isEmpty()) {
            originNanos = now;
            originMillis = 0;
        } else if (originNanos == 0) {
            // Ink that was opened or restored has its own times; new strokes follow half a second later.
            originNanos = now;
            originMillis = beforeGesture.endMillis() + 500;
        }
        if (Pad.contains(x, y)) {
            add(x, y);
        }
    }

    /** The pointer moves with a button pressed. */
    public void drag(double x, double y) {
        if (!down || x == lastX && y == lastY) {
            return;
        }
        if (erasing) {
            erase(x, y);
        } else {
            follow(x, y);
        }
        lastX = x;
        lastY = y;
    }

    /** The pointer is lifted. */
    public void up() {
        if (!down) {
            return;
        }
        down = false;
        if (erasing) {
            Drawing left = session.drawingProperty().get();
            if (!left.equals(beforeGesture)) {
                session.commit(left);
            }
        } else {
            finishStroke();
        }
    }

    /** True while the pointer is down for drawing. */
    public boolean isDrawing() {
        return down && !erasing;
    }

    /** Gives up a stroke that has been begun: the drawing is as it was before. */
    public void cancel() {
        if (down) {
            down = false;
            stroke.clear();
            session.giveUpSketch();
        }
    }

    /** Takes back the stroke that is being drawn, or else the last step. */
    public void undo() {
        if (down) {
            cancel();
            return;
        }
        stopReplay();
        session.undo();
        originNanos = 0;
    }

    public void redo() {
        cancel();
        stopReplay();
        session.redo();
        originNanos = 0;
    }

    public void clear() {
        cancel();
        stopReplay();
        session.clear();
    }

    /** Puts ink on the pad, scaled to fit if its coordinates are not the pad's. */
    public void open(Drawing drawing) {
        cancel();
        stopReplay();
        session.commit(fitted(drawing));
        originNanos = 0;
    }

    /** Lays a picture on the pad in place of ink. */
    public void show(PictureOnPad picture) {
        cancel();
        stopReplay();
        session.show(picture);
        originNanos = 0;
    }

    /** Draws the ink again at the speed at which it was drawn; {@link #replayTo} moves it on. */
    public void startReplay() {
        Drawing drawing = session.committedProperty().get();
        if (!drawing.isEmpty() && !down) {
            replayed = drawing;
            replayStartNanos = nanoClock.getAsLong();
            replaying.set(true);
            session.sketch(Replay.at(replayed, Replay.startMillis(replayed)));
        }
    }

    /** Shows the replay as it is now, and ends it when all is drawn. */
    public void replayTo(long nowNanos) {
        if (!replaying.get()) {
            return;
        }
        double millis = Replay.startMillis(replayed) + (nowNanos - replayStartNanos) / 1e6;
        if (millis >= replayed.endMillis()) {
            stopReplay();
        } else {
            session.sketch(Replay.at(replayed, millis));
        }
    }

    /** Ends a replay with the whole drawing on the pad. */
    public void stopReplay() {
        if (replaying.get()) {
            replaying.set(false);
            session.giveUpSketch();
        }
    }

    private void follow(double x, double y) {
        boolean wasInside = Pad.contains(lastX, lastY);
        boolean isInside = Pad.contains(x, y);
        if (wasInside && isInside) {
            add(x, y);
        } else if (wasInside) {
            double share = Pad.shareToEdge(lastX, lastY, x, y);
            add(lastX + (x - lastX) * share, lastY + (y - lastY) * share);
            finishStroke();
            beforeGesture = session.committedProperty().get();
        } else if (isInside) {
            double share = Pad.shareToEdge(x, y, lastX, lastY);
            add(x + (lastX - x) * share, y + (lastY - y) * share);
            add(x, y);
        }
    }

    private void add(double x, double y) {
        double millis = originMillis + (nanoClock.getAsLong() - originNanos) / 1e6;
        stroke.add(new Point(thousandths(x), thousandths(y), Math.round(millis * 10) / 10.0));
        session.sketch(beforeGesture.plus(new Stroke(stroke)));
    }

    private void finishStroke() {
        if (!stroke.isEmpty()) {
            Stroke finished = new Stroke(stroke);
            stroke.clear();
            session.commit(beforeGesture.plus(finished));
        }
    }

    /** Like a stroke, an eraser goes on from the whole drawing, even if an earlier moment of it is shown. */
    private void eraseFromTheWhole(double x, double y) {
        if (!session.drawingProperty().get().equals(beforeGesture)) {
            session.giveUpSketch();
        }
        erase(x, y);
    }

    private void erase(double x, double y) {
        double radius = penWidth.get() / 2 + 2;
        Drawing current = session.drawingProperty().get();
        Drawing left = StrokeEraser.erase(current, lastX, lastY, x, y, radius);
        if (!left.equals(current)) {
            session.sketch(left);
        }
    }

    /** As ink files keep it, so that a drawing that is saved and opened again is the same. */
    private static double thousandths(double coordinate) {
        return Math.round(coordinate * 1000) / 1000.0;
    }

    private static Drawing fitted(Drawing drawing) {
        Optional<InkBounds> bounds = InkBounds.of(drawing);
        if (bounds.isEmpty()
                || Pad.contains(bounds.get().minX(), bounds.get().minY())
                        && Pad.contains(bounds.get().maxX(), bounds.get().maxY())) {
            return drawing;
        }
        InkBounds box = bounds.get();
        double longer = Math.max(box.width(), box.height());
        double scale = longer > 0 ? (Pad.SIDE - 2 * MARGIN) / longer : 1;
        double left = (Pad.SIDE - box.width() * scale) / 2;
        double top = (Pad.SIDE - box.height() * scale) / 2;
        List<Stroke> strokes = new ArrayList<>();
        for (Stroke original : drawing.strokes()) {
            strokes.add(new Stroke(original.points().stream()
                    .map(point -> new Point(
                            thousandths(left + (point.x() - box.minX()) * scale),
                            thousandths(top + (point.y() - box.minY()) * scale),
                            point.tMillis()))
                    .toList()));
        }
        return new Drawing(strokes);
    }
}
