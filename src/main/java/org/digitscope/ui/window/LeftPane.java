package org.digitscope.ui.window;

import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.digitscope.ui.common.Controls;

/** The pad as a square, its tools, and below them what the network sees, as large as there is room. */
final class LeftPane extends Pane {
    private static final double GAP = 10;
    private static final double MIN_WIDTH = 220;
    private static final double SHARE_OF_HEIGHT = 0.44;

    private final Region pad;
    private Optional<Below> below = Optional.empty();
    private Optional<Boolean> presentsSeen = Optional.empty();
    private boolean padOnTheRight;

    private record Below(Region tools, Region seen) {}

    LeftPane(Region pad) {
        this.pad = pad;
        getChildren().add(pad);
    }

    /** Adds what is below the pad, which one can begin to draw on without. */
    void add(Region tools, Region seen) {
        below = Optional.of(new Below(tools, seen));
        getChildren().addAll(tools, seen);
        present(presentsSeen);
    }

    /** Shows the pad alone, or with what the network sees beside it; empty for everything. */
    void present(Optional<Boolean> withSeen) {
        presentsSeen = withSeen;
        below.ifPresent(parts -> {
            Controls.show(parts.tools(), withSeen.isEmpty());
            Controls.show(parts.seen(), withSeen.orElse(true));
        });
        requestLayout();
    }

    /** Which of the two pictures of a presentation is at the edge of the window. */
    void setPadOnTheRight(boolean on) {
        padOnTheRight = on;
        requestLayout();
    }

    Region pad() {
        return pad;
    }

    /** The width that goes with a height. */
    double widthFor(double height) {
        return Math.max(MIN_WIDTH, Math.floor(height * SHARE_OF_HEIGHT));
    }

    @Override
    protected void layoutChildren() {
        if (presentsSeen.isPresent()) {
            layOutPresentation(presentsSeen.get());
            return;
        }
        double width = getWidth();
        pad.resizeRelocate(0, 0, width, width);
        below.ifPresent(parts -> layOut(parts, width));
    }

    private void layOut(Below parts, double width) {
        double toolsHeight = parts.tools().prefHeight(width);
        parts.tools().resizeRelocate(0, width + GAP, width, toolsHeight);
        double top = width + toolsHeight + 2 * GAP;
        parts.seen().resizeRelocate(0, top, width, Math.max(60, getHeight() - top));
    }

    private void layOutPresentation(boolean withSeen) {
        double side = Math.floor(Math.min(getHeight(), withSeen ? (getWidth() - 2 * GAP) / 2 : getWidth()));
        double top = Math.floor((getHeight() - side) / 2);
        pad.resizeRelocate(padOnTheRight ? getWidth() - side : 0, top, side, side);
        if (withSeen && below.isPresent()) {
            Region seen = below.get().seen();
            // Its caption is below it, so that both pictures begin at the same height.
            double caption = Math.min(seen.minHeight(side), getHeight() - side - top);
            seen.resizeRelocate(padOnTheRight ? 0 : getWidth() - side, top, side, side + caption);
        }
    }
}
