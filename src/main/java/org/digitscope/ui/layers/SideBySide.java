package org.digitscope.ui.layers;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A list with its sum to the right; below it where it is too narrow for both. */
final class SideBySide extends Pane {
    private static final double GAP = 1.2;
    private static final double LEAST_RIGHT = 11;
    private static final double MOST_RIGHT = 22;

    private final Region left;
    private final Region right;
    private final Label type;

    /** @param type a label whose size of type the lengths follow */
    SideBySide(Region left, Region right, Label type) {
        this.left = left;
        this.right = right;
        this.type = type;
        getChildren().addAll(left, right);
    }

    private double em() {
        return type.getFont().getSize();
    }

    private double leftWidth() {
        return left.prefWidth(-1);
    }

    private boolean fits(double width) {
        return width >= leftWidth() + (GAP + LEAST_RIGHT) * em();
    }

    private double rightWidth(double width) {
        double room = fits(width) ? width - leftWidth() - GAP * em() : width;
        return Math.min(room, MOST_RIGHT * em());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return leftWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        return leftWidth() + (GAP + LEAST_RIGHT) * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        double sum = right.prefHeight(rightWidth(width));
        double list = left.minHeight(-1);
        return fits(width) ? Math.max(list, sum) : list + GAP * em() + sum;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = rightWidth(getWidth());
        double sum = right.prefHeight(width);
        if (fits(getWidth())) {
            left.resizeRelocate(0, 0, leftWidth(), getHeight());
            right.resizeRelocate(leftWidth() + GAP * em(), 0, width, sum);
        } else {
            double list = Math.max(left.minHeight(-1), getHeight() - sum - GAP * em());
            left.resizeRelocate(0, 0, leftWidth(), list);
            right.resizeRelocate(0, list + GAP * em(), width, sum);
        }
    }
}
