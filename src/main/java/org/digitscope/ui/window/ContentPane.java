package org.digitscope.ui.window;

import javafx.geometry.Insets;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Pad, layers and answer side by side; the pad's width follows the height, the layers get the rest. */
final class ContentPane extends Pane {
    private static final double GAP = 18;
    private static final double MIN_ANSWER = 170;
    private static final double MAX_ANSWER = 420;
    private static final double ANSWER_SHARE = 0.17;
    private static final double LEFT_SHARE = 0.3;

    private final LeftPane left;
    private final Region layers;
    private final Region answer;

    ContentPane(LeftPane left, Region layers, Region answer) {
        this.left = left;
        this.layers = layers;
        this.answer = answer;
        setPadding(new Insets(14));
        getChildren().addAll(left, layers, answer);
    }

    @Override
    protected void layoutChildren() {
        Insets inset = getPadding();
        double width = getWidth() - inset.getLeft() - inset.getRight();
        double height = getHeight() - inset.getTop() - inset.getBottom();
        double leftWidth = Math.floor(Math.min(left.widthFor(height), Math.max(220, width * LEFT_SHARE)));
        double answerWidth = Math.floor(Math.max(MIN_ANSWER, Math.min(MAX_ANSWER, width * ANSWER_SHARE)));
        double layersWidth = Math.floor(width - leftWidth - answerWidth - 2 * GAP);
        left.resizeRelocate(inset.getLeft(), inset.getTop(), leftWidth, height);
        layers.resizeRelocate(inset.getLeft() + leftWidth + GAP, inset.getTop(), layersWidth, height);
        answer.resizeRelocate(inset.getLeft() + leftWidth + layersWidth + 2 * GAP, inset.getTop(), answerWidth, height);
    }
}
