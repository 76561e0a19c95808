package org.digitscope.ui.explain;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.Numbers;

/** The colours over paper from the strongest against to the strongest for, with zero and the numbers at the ends. */
final class ScaleLegend extends Region {
    private static final double BAR = 0.7;
    private static final double GAP = 0.15;

    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private final Label low = new Label();
    private final Label zero = new Label("0");
    private final Label high = new Label();
    private Ground ground = Ground.of(false);
    private boolean signed;
    private boolean empty = true;

    ScaleLegend(Texts texts) {
        this.texts = texts;
        setId("explain-legend");
        low.setId("legend-low");
        high.setId("legend-high");
        for (Label label : new Label[] {low, zero, high}) {
            label.getStyleClass().add("layer-line");
        }
        getChildren().addAll(canvas, low, zero, high);
    }

    void setGround(Ground next) {
        ground = next;
        paint();
    }

    /** Keeps its place, but has nothing to say. */
    void clear() {
        empty = true;
        low.setText("");
        high.setText("");
        zero.setVisible(false);
        requestLayout();
    }

    /** @param negatives whether there can be values below zero */
    void show(float magnitude, boolean negatives) {
        empty = magnitude == 0;
        signed = negatives;
        low.setText(negatives && !empty ? texts.get("explain.against", Numbers.significant(-magnitude)) : "");
        high.setText(
                empty
                        ? ""
                        : texts.get(negatives ? "explain.for" : "explain.strongest", Numbers.significant(magnitude)));
        zero.setVisible(!empty);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(BAR * em() + GAP * em() + lines(width) * zero.prefHeight(-1));
    }

    /** Narrow, the ends are too long for one line with the zero between them: each gets a line of its own. */
    private int lines(double width) {
        double zeroWidth = zero.prefWidth(-1);
        boolean fits = low.prefWidth(-1) <= width / 2 - zeroWidth && high.prefWidth(-1) <= width / 2 - zeroWidth;
        return width > 0 && signed && !fits ? 3 : 1;
    }

    @Override
    protected void layoutChildren() {
        double bar = BAR * em();
        canvas.setWidth(getWidth());
        canvas.setHeight(bar);
        double top = bar + GAP * em();
        double height = getHeight() - top;
        double middle = signed ? getWidth() / 2 : 0;
        double zeroWidth = zero.prefWidth(-1);
        boolean narrow = lines(getWidth()) > 1;
        double line = zero.prefHeight(-1);
        double left = narrow ? 0 : signed ? middle + zeroWidth : zeroWidth * 2;
        double right = narrow ? getWidth() : getWidth() / 2 - zeroWidth;
        layoutInArea(high, left, narrow ? top + line : top, getWidth() - left, height, 0, HPos.RIGHT, VPos.TOP);
        layoutInArea(low, 0, narrow ? top + 2 * line : top, right, height, 0, HPos.LEFT, VPos.TOP);
        layoutInArea(zero, signed ? middle - zeroWidth / 2 : 0, top, zeroWidth, height, 0, HPos.CENTER, VPos.TOP);
        paint();
    }

    private double em() {
        return zero.getFont().getSize();
    }

    private void paint() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        context.clearRect(0, 0, width, canvas.getHeight());
        if (empty) {
            return;
        }
        for (int x = 0; x < width; x++) {
            double share = x / Math.max(1, width - 1);
            int argb = ground.argb(0, (float) (signed ? 2 * share - 1 : share), 1);
            context.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
            context.fillRect(x, 0, 1.2, canvas.getHeight());
        }
        context.setFill(CanvasColors.of(ground.isDark()).text());
        context.fillRect(signed ? width / 2 - 0.5 : 0, 0, 1, canvas.getHeight());
    }
}
