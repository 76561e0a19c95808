package org.digitscope.ui.prediction;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One digit with its probability as a bar and as a percentage. */
final class BarRow extends Region {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final double DIGIT_WIDTH = 1.5;
    private static final double PERCENT_WIDTH = 4.6;
    private static final double MAX_BAR_HEIGHT = 1.8;
    private static final double BAR_HEIGHT = 0.6;
    private static final double LINE = 1.2;

    private final Label digit;
    private final Label percent = new Label();
    private final Region track = new Region();
    private final Region bar = new Region();
    private double share;

    BarRow(int number) {
        this.digit = new Label(Integer.toString(number));
        digit.getStyleClass().add("bar-digit");
        percent.getStyleClass().add("bar-percent");
        track.getStyleClass().add("bar-track");
        bar.getStyleClass().add("bar");
        bar.setManaged(false);
        getStyleClass().add("bar-row");
        setId("bar-" + number);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(track, bar, digit, percent);
    }

    /**
     * @param probability 0 to 1
     * @param text the same for people; empty if there is no answer
     * @param spoken the same for those who listen
     * @param best whether this is the answer
     */
    void show(double probability, String text, String spoken, boolean best) {
        share = probability;
        percent.setText(text);
        setAccessibleText(spoken);
        bar.getStyleClass().setAll(best ? "bar-best" : "bar");
        digit.getStyleClass().setAll("label", best ? "bar-digit-best" : "bar-digit");
        placeBar();
    }

    /** Whether somebody looks at how this probability comes about. */
    void setMarked(boolean on) {
        pseudoClassStateChanged(MARKED, on);
    }

    /** The share of the track that is filled, 0 to 1. */
    double share() {
        return share;
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.max(16, LINE * digit.getFont().getSize());
    }

    @Override
    protected void layoutChildren() {
        double em = digit.getFont().getSize();
        double digitWidth = DIGIT_WIDTH * em;
        double percentWidth = PERCENT_WIDTH * em;
        double barWidth = Math.max(0, getWidth() - digitWidth - percentWidth);
        double barHeight = Math.min(MAX_BAR_HEIGHT * em, getHeight() * BAR_HEIGHT);
        layoutInArea(digit, 0, 0, digitWidth, getHeight(), 0, HPos.LEFT, VPos.CENTER);
        layoutInArea(percent, getWidth() - percentWidth, 0, percentWidth, getHeight(), 0, HPos.RIGHT, VPos.CENTER);
        track.resizeRelocate(digitWidth, (getHeight() - barHeight) / 2, barWidth, barHeight);
        placeBar();
    }

    private void placeBar() {
        double width = track.getWidth() * share;
        bar.resizeRelocate(track.getLayoutX(), track.getLayoutY(), width, track.getHeight());
        bar.setVisible(width >= 0.5);
    }
}
