package org.digitscope.ui.window;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The window with the lesson over all of it, and with a panel over what is not the pad. */
final class AssistedPane extends Pane {
    private static final double PANEL_SHARE = 0.66;

    private final BorderPane window;
    private final Region lesson;
    private final Region panel;

    AssistedPane(BorderPane window, Region lesson, Region panel) {
        this.window = window;
        this.lesson = lesson;
        this.panel = panel;
        getChildren().addAll(window, lesson, panel);
        panel.visibleProperty().addListener(changed -> requestLayout());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        window.resizeRelocate(0, 0, getWidth(), getHeight());
        window.layout();
        lesson.resizeRelocate(0, 0, getWidth(), getHeight());
        Bounds middle = window.getCenter().getBoundsInParent();
        double width = Math.floor(middle.getWidth() * PANEL_SHARE);
        double left = padIsOnTheRight() ? 0 : getWidth() - width;
        panel.resizeRelocate(left, middle.getMinY(), width, middle.getHeight());
    }

    private boolean padIsOnTheRight() {
        Node pad = window.lookup("#pad");
        return pad != null
                && sceneToLocal(pad.localToScene(pad.getLayoutBounds())).getCenterX() > getWidth() / 2;
    }
}
