package org.digitscope.ui.window;

import javafx.geometry.Insets;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Pad, middle and answer side by side, and the line of time below them while it is wanted; the pad's width follows the
 * height, the middle gets the rest.
 */
final class ContentPane extends Pane {
    private static final double GAP = 18;
    private static final double MIN_ANSWER = 170;
    private static final double MAX_ANSWER = 420;
    private static final double ANSWER_SHARE = 0.17;
    private static final double LEFT_SHARE = 0.3;
    private static final double TIMELINE_SHARE = 0.24;

    private final LeftPane left;
    private final Region layers;
    private final Region answer;
    private final Region timeline;

    ContentPane(LeftPane left, Region layers, Region answer, Region timeline) {
        this.left = left;
        this.layers = layers;
        this.answer = answer;
        this.timeline = timeline;
        setPadding(new Insets(14));
        getChildren().addAll(left, layers, answer, timeline);
        timeline.visibleProperty().addListener(changed -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        Insets inset = getPadding();
        double width = getWidth() - inset.getLeft() - inset.getRight();
        double height = getHeight() - inset.getTop() - inset.getBottom();
        if (timeline.isVisible()) {
            double timelineHeight = Math.floor(height * TIMELINE_SHARE);
            height -= timelineHeight + GAP;
            timeline.resizeRelocate(inset.getLeft(), inset.getTop() + height + GAP, width, timelineHeight);
        }
        double leftWidth = Math.floor(Math.min(left.widthFor(height), Math.max(220, width * LEFT_SHARE)));
        double answerWidth = Math.floor(Math.max(MIN_ANSWER, Math.min(MAX_ANSWER, width * ANSWER_SHARE)));
        double layersWidth = Math.floor(width - leftWidth - answerWidth - 2 * GAP);
        left.resizeRelocate(inset.getLeft(), inset.getTop(), leftWidth, height);
        layers.resizeRelocate(inset.getLeft() + leftWidth + GAP, inset.getTop(), layersWidth, height);
        answer.resizeRelocate(inset.getLeft() + leftWidth + layersWidth + 2 * GAP, inset.getTop(), answerWidth, height);
    }
}
