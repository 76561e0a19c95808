package org.digitscope.ui.window;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.digitscope.ui.common.Controls;

/**
 * Pad, middle and answer side by side, and the line of time below them while it is wanted; the pad's width follows the
 * height, the middle gets the rest. While something is presented, the pad, the answer and one picture alone.
 */
final class ContentPane extends Pane {
    private static final double GAP = 18;
    private static final double MIN_ANSWER = 170;
    private static final double MAX_ANSWER = 420;
    private static final double ANSWER_SHARE = 0.17;
    private static final double LEFT_SHARE = 0.3;
    private static final double TIMELINE_SHARE = 0.24;
    private static final double PRESENTED_ANSWER = 0.27;
    private static final double PRESENTED_PAD = 0.4;

    private final LeftPane left;
    private final Region layers;
    private final Region answer;
    private final Supplier<? extends Region> timelines;
    private Optional<Region> timeline = Optional.empty();
    private boolean leftHanded;
    private double textScale = 1;
    private Optional<Boolean> presentsSeen = Optional.empty();

    /** @param timelines builds the line of time when it is first wanted */
    ContentPane(LeftPane left, Region layers, Region answer, Supplier<? extends Region> timelines) {
        this.left = left;
        this.layers = layers;
        this.answer = answer;
        this.timelines = timelines;
        setPadding(new Insets(14));
        getChildren().addAll(left, layers, answer);
    }

    /** Gives the answer the room that type of another size needs. */
    void setTextScale(double scale) {
        textScale = scale;
        requestLayout();
    }

    /** Puts the pad on the right and the answer on the left, or back. */
    void setLeftHanded(boolean on) {
        leftHanded = on;
        left.setPadOnTheRight(on);
        requestLayout();
    }

    /** Shows the line of time, or hides it. */
    void showTimeline(boolean on) {
        if (on && timeline.isEmpty()) {
            Region built = timelines.get();
            timeline = Optional.of(built);
            getChildren().add(built);
        }
        timeline.ifPresent(built -> {
            if (!on) {
                Controls.leave(built, left.pad());
            }
            Controls.show(built, on);
        });
        requestLayout();
    }

    /**
     * Shows the pad, the answer and one picture alone, or everything again.
     *
     * @param seen whether the picture is what the network sees, and not one of the middle; empty for everything
     */
    void present(Optional<Boolean> seen) {
        presentsSeen = seen;
        left.present(seen);
        Controls.show(layers, !seen.orElse(false));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Insets inset = getPadding();
        double width = getWidth() - inset.getLeft() - inset.getRight();
        double height = getHeight() - inset.getTop() - inset.getBottom();
        Optional<Region> below = timeline.filter(Region::isVisible);
        if (below.isPresent()) {
            double timelineHeight = Math.floor(height * TIMELINE_SHARE);
            height -= timelineHeight + GAP;
            below.get().resizeRelocate(inset.getLeft(), inset.getTop() + height + GAP, width, timelineHeight);
        }
        if (presentsSeen.isPresent()) {
            layOutPresentation(width, height, presentsSeen.get());
            return;
        }
        double leftWidth = Math.floor(Math.min(left.widthFor(height), Math.max(220, width * LEFT_SHARE)));
        double answerWidth = Math.floor(
                Math.max(MIN_ANSWER * (1 + (textScale - 1) * 0.7), Math.min(MAX_ANSWER, width * ANSWER_SHARE)));
        sideBySide(leftWidth, Math.floor(width - leftWidth - answerWidth - 2 * GAP), answerWidth, height);
    }

    private void layOutPresentation(double width, double height, boolean seen) {
        double answerWidth = Math.floor(width * PRESENTED_ANSWER);
        double rest = width - answerWidth - 2 * GAP;
        double leftWidth = seen ? rest + GAP : Math.floor(Math.min(height, rest * PRESENTED_PAD));
        sideBySide(leftWidth, seen ? -GAP : rest - leftWidth, answerWidth, height);
    }

    private void sideBySide(double leftWidth, double layersWidth, double answerWidth, double height) {
        place(left, 0, leftWidth, height);
        if (layersWidth > 0) {
            place(layers, leftWidth + GAP, layersWidth, height);
        }
        place(answer, leftWidth + layersWidth + 2 * GAP, answerWidth, height);
    }

    private void place(Region part, double x, double width, double height) {
        Insets inset = getPadding();
        double left = leftHanded ? getWidth() - inset.getRight() - x - width : inset.getLeft() + x;
        part.resizeRelocate(left, inset.getTop(), width, height);
    }
}
