package org.digitscope.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.ui.session.PictureOnPad;
import org.digitscope.ui.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PadViewModelTest {
    private static final PictureOnPad PICTURE = PictureOnPad.of(DigitImage.blank());

    private final Session session = new Session(new InkRasterizer(), reading -> {});
    private long nanos = 5_000_000_000L;
    private final PadViewModel pad = new PadViewModel(session, () -> nanos, 14);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void keepsPointsWithTheirTimesFromTheFirstOn() {
        pad.down(10, 20, false);
        later(16.04);
        pad.drag(30.12345, 40);
        assertThat(pad.isDrawing()).isTrue();
        assertThat(session.committedProperty().get().isEmpty()).isTrue();
        pad.up();
        assertThat(session.committedProperty().get())
                .isEqualTo(drawing(new Point(10, 20, 0), new Point(30.123, 40, 16)));
        later(1000);
        pad.down(50, 50, false);
        pad.up();
        assertThat(session.committedProperty().get().strokes().get(1))
                .isEqualTo(new Stroke(List.of(new Point(50, 50, 1016))));
    }

    @Test
    void pointerThatRestsAddsNoPoints() {
        pad.down(10, 20, false);
        pad.drag(10, 20);
        pad.drag(10, 20);
        pad.up();
        assertThat(session.committedProperty().get().pointCount()).isEqualTo(1);
    }

    @Test
    void strokeEndsWhereItLeavesAndBeginsWhereItComesBack() {
        pad.down(140, 140, false);
        pad.drag(420, 280);
        pad.drag(420, 0);
        pad.drag(140, 140);
        pad.up();
        List<Stroke> strokes = session.committedProperty().get().strokes();
        assertThat(strokes).hasSize(2);
        assertThat(strokes.get(0).points().get(1)).isEqualTo(new Point(280, 210, 0));
        assertThat(strokes.get(1).points()).containsExactly(new Point(280, 70, 0), new Point(140, 140, 0));
        pad.undo();
        assertThat(session.committedProperty().get().strokes()).hasSize(1);
    }

    @Test
    void strokeThatIsBegunOutsideStartsAtTheEdge() {
        pad.down(-50, 100, false);
        pad.drag(50, 100);
        pad.up();
        assertThat(session.committedProperty().get()).isEqualTo(drawing(new Point(0, 100, 0), new Point(50, 100, 0)));
    }

    @Test
    void eraserTakesTouchedStrokesInOneStep() {
        line(10, 10, 100, 10);
        line(10, 50, 100, 50);
        line(10, 90, 100, 90);
        pad.toolProperty().set(PadViewModel.Tool.ERASER);
        pad.down(50, 0, false);
        pad.drag(50, 60);
        pad.up();
        assertThat(session.committedProperty().get().strokes()).hasSize(1);
        pad.undo();
        assertThat(session.committedProperty().get().strokes()).hasSize(3);
    }

    @Test
    void eraserThatTouchesNothingIsNoStep() {
        line(10, 10, 100, 10);
        pad.down(200, 200, true);
        pad.up();
        pad.undo();
        assertThat(session.committedProperty().get().isEmpty()).isTrue();
        assertThat(session.canUndoProperty().get()).isFalse();
    }

    /** Such as a moment that the time line went back to. */
    @Test
    void eraserGoesOnFromTheWholeDrawingWhereLessIsShown() {
        line(20, 20, 20, 100);
        line(200, 20, 200, 100);
        Drawing whole = session.committedProperty().get();
        Drawing earlier = new Drawing(whole.strokes().subList(0, 1));
        session.sketch(earlier);

        pad.down(100, 60, true);
        pad.up();

        assertThat(session.committedProperty().get()).isEqualTo(whole);
        assertThat(session.drawingProperty().get()).isEqualTo(whole);
        session.sketch(earlier);
        pad.down(20, 60, true);
        pad.up();
        assertThat(session.committedProperty().get().strokes())
                .isEqualTo(whole.strokes().subList(1, 2));
    }

    @Test
    void secondButtonEndsTheStrokeOfTheFirst() {
        pad.down(10, 10, false);
        pad.drag(60, 10);
        pad.down(200, 200, true);
        pad.up();
        line(10, 90, 100, 90);
        List<Stroke> strokes = session.committedProperty().get().strokes();
        assertThat(strokes).hasSize(2);
        assertThat(strokes.get(1).points().get(0).y()).isEqualTo(90);
    }

    @Test
    void undoWhileDrawingGivesTheStrokeUp() {
        line(10, 10, 100, 10);
        pad.down(10, 90, false);
        pad.drag(100, 90);
        pad.cancel();
        assertThat(session.drawingProperty().get())
                .isEqualTo(session.committedProperty().get());
        pad.drag(200, 200);
        pad.up();
        assertThat(session.committedProperty().get().strokes()).hasSize(1);
    }

    @Test
    void newStrokesFollowInkThatWasOpened() {
        pad.open(drawing(new Point(10, 10, 0), new Point(20, 10, 700)));
        line(10, 90, 100, 90);
        assertThat(session.committedProperty()
                        .get()
                        .strokes()
                        .get(1)
                        .points()
                        .get(0)
                        .tMillis())
                .isEqualTo(1200);
    }

    @Test
    void inkBeyondThePadIsScaledToFitWithItsShape() {
        pad.open(drawing(new Point(-1000, 500, 0), new Point(1000, 1500, 10)));
        assertThat(session.committedProperty().get()).isEqualTo(drawing(new Point(30, 85, 0), new Point(250, 195, 10)));
        pad.open(drawing(new Point(5000, 5000, 0)));
        assertThat(session.committedProperty().get()).isEqualTo(drawing(new Point(140, 140, 0)));
        Drawing fitting = drawing(new Point(0, 280, 0), new Point(280, 0, 10));
        pad.open(fitting);
        assertThat(session.committedProperty().get()).isEqualTo(fitting);
    }

    @Test
    void replayDrawsAtTheSpeedOfThePenAndEndsWithTheDrawing() {
        Drawing drawing = drawing(new Point(10, 10, 100), new Point(50, 10, 400), new Point(90, 10, 900));
        pad.open(drawing);
        pad.startReplay();
        long start = nanos;
        pad.replayTo(start);
        assertThat(session.drawingProperty().get().pointCount()).isEqualTo(1);
        pad.replayTo(start + 350_000_000L);
        assertThat(session.drawingProperty().get().pointCount()).isEqualTo(2);
        assertThat(session.committedProperty().get()).isEqualTo(drawing);
        pad.replayTo(start + 800_000_000L);
        assertThat(pad.replayingProperty().get()).isFalse();
        assertThat(session.drawingProperty().get()).isEqualTo(drawing);
    }

    @Test
    void pictureEndsAReplay() {
        pad.open(drawing(new Point(10, 10, 0), new Point(50, 10, 400)));
        pad.startReplay();
        pad.show(PICTURE);
        pad.replayTo(nanos + 100_000_000L);
        assertThat(pad.replayingProperty().get()).isFalse();
        assertThat(session.pictureProperty().get()).isPresent();
        assertThat(session.drawingProperty().get().isEmpty()).isTrue();
    }

    @Test
    void drawingEndsAReplay() {
        pad.open(drawing(new Point(10, 10, 0), new Point(50, 10, 400)));
        pad.startReplay();
        line(10, 90, 100, 90);
        assertThat(pad.replayingProperty().get()).isFalse();
        assertThat(session.drawingProperty().get().strokes()).hasSize(2);
    }

    @Test
    void undoGoesThroughInkAndPicturesAndRedoBack() {
        line(10, 10, 100, 10);
        Drawing ink = session.committedProperty().get();
        pad.show(PICTURE);
        line(10, 90, 100, 90);
        assertThat(session.pictureProperty().get()).isEmpty();
        assertThat(session.committedProperty().get().strokes()).hasSize(1);

        pad.undo();
        assertThat(session.pictureProperty().get()).contains(PICTURE);
        assertThat(session.drawingProperty().get().isEmpty()).isTrue();
        pad.undo();
        assertThat(session.pictureProperty().get()).isEmpty();
        assertThat(session.committedProperty().get()).isEqualTo(ink);
        pad.redo();
        assertThat(session.pictureProperty().get()).contains(PICTURE);
        pad.redo();
        assertThat(session.pictureProperty().get()).isEmpty();
        assertThat(session.committedProperty().get().strokes()).hasSize(1);
    }

    @Test
    void clearingAPictureCanBeUndone() {
        pad.show(PICTURE);
        pad.clear();
        assertThat(session.pictureProperty().get()).isEmpty();
        pad.undo();
        assertThat(session.pictureProperty().get()).contains(PICTURE);
    }

    @Test
    void strokeOverAPictureThatIsGivenUpLeavesThePicture() {
        pad.show(PICTURE);
        pad.down(10, 10, false);
        pad.drag(100, 10);
        assertThat(session.pictureProperty().get()).isEmpty();
        pad.cancel();
        assertThat(session.pictureProperty().get()).contains(PICTURE);
        assertThat(session.drawingProperty().get().isEmpty()).isTrue();
    }

    @Test
    void eraserOverAPictureIsNoStep() {
        pad.show(PICTURE);
        pad.down(10, 10, true);
        pad.drag(100, 100);
        pad.up();
        assertThat(session.pictureProperty().get()).contains(PICTURE);
        pad.undo();
        assertThat(session.pictureProperty().get()).isEmpty();
        assertThat(session.canUndoProperty().get()).isFalse();
    }

    private void line(double x0, double y0, double x1, double y1) {
        pad.down(x0, y0, false);
        pad.drag(x1, y1);
        pad.up();
    }

    private void later(double millis) {
        nanos += (long) (millis * 1e6);
    }

    private static Drawing drawing(Point... points) {
        return new Drawing(List.of(new Stroke(List.of(points))));
    }
}
