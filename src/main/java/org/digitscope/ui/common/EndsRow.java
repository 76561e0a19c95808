package org.digitscope.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Two groups at the two ends of a row; where they do not fit side by side, the second is below the first. */
public final class EndsRow extends Pane {
    private static final double GAP = 6;

    private final Region first;
    private final Region second;

    public EndsRow(Region first, Region second) {
        this.first = first;
        this.second = second;
        getChildren().addAll(first, second);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(first.prefWidth(-1), second.prefWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return first.prefWidth(-1) + GAP + second.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double one = first.prefHeight(-1);
        double two = second.prefHeight(-1);
        return width >= 0 && width < computePrefWidth(-1) ? one + GAP + two : Math.max(one, two);
    }

    @Override
    protected void layoutChildren() {
        boolean below = getWidth() < computePrefWidth(-1);
        double firstHeight = first.prefHeight(-1);
        double secondWidth = second.prefWidth(-1);
        first.resizeRelocate(0, 0, first.prefWidth(-1), firstHeight);
        second.resizeRelocate(
                below ? 0 : getWidth() - secondWidth,
                below ? firstHeight + GAP : 0,
                secondWidth,
                second.prefHeight(-1));
    }
}
