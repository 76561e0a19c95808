package org.digitscope.ui.window;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The pad as a square, its tools, and below them what the network sees, as large as there is room. */
final class LeftPane extends Pane {
    private static final double GAP = 10;
    private static final double MIN_WIDTH = 220;
    private static final double SHARE_OF_HEIGHT = 0.44;

    private final Region pad;
    private final Region tools;
    private final Region seen;

    LeftPane(Region pad, Region tools, Region seen) {
        this.pad = pad;
        this.tools = tools;
        this.seen = seen;
        getChildren().addAll(pad, tools, seen);
    }

    /** The width that goes with a height. */
    double widthFor(double height) {
        return Math.max(MIN_WIDTH, Math.floor(height * SHARE_OF_HEIGHT));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double toolsHeight = tools.prefHeight(width);
        pad.resizeRelocate(0, 0, width, width);
        tools.resizeRelocate(0, width + GAP, width, toolsHeight);
        double top = width + toolsHeight + 2 * GAP;
        seen.resizeRelocate(0, top, width, Math.max(60, getHeight() - top));
    }
}
