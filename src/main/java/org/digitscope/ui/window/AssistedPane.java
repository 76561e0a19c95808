package org.digitscope.ui.window;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The window with the lesson over all of it, and with a panel over what is not the pad; either once it is wanted. */
final class AssistedPane extends Pane {
    private static final double PANEL_SHARE = 0.66;

    private final BorderPane window;
    private Optional<Region> lesson = Optional.empty();
    private Optional<Region> panel = Optional.empty();

    AssistedPane(BorderPane window) {
        this.window = window;
        getChildren().add(window);
    }

    /** Lays the lesson over the window, below the panel. */
    void addLesson(Region view) {
        lesson = Optional.of(view);
        getChildren().add(1, view);
    }

    void addPanel(Region view) {
        panel = Optional.of(view);
        getChildren().add(view);
        view.visibleProperty().addListener(changed -> requestLayout());
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
        lesson.ifPresent(view -> view.resizeRelocate(0, 0, getWidth(), getHeight()));
        panel.ifPresent(this::layOutPanel);
    }

    private void layOutPanel(Region view) {
        Bounds middle = window.getCenter().getBoundsInParent();
        double width = Math.floor(middle.getWidth() * PANEL_SHARE);
        double left = padIsOnTheRight() ? 0 : getWidth() - width;
        view.resizeRelocate(left, middle.getMinY(), width, middle.getHeight());
    }

    private boolean padIsOnTheRight() {
        Node pad = window.lookup("#pad");
        return pad != null
                && sceneToLocal(pad.localToScene(pad.getLayoutBounds())).getCenterX() > getWidth() / 2;
    }
}
