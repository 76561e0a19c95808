package org.digitscope.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.digitscope.ui.common.CanvasColors;

/** Lines over the course of a drawing: ten probabilities, below them the mean outputs of a layer's maps. */
final class TimelineChart extends Region {
    private static final double PROBABLE = 0.2;
    private static final double MAP_SHARE = 0.42;

    private final TimelineViewModel model;
    private final Canvas canvas = new Canvas();
    private boolean dark;
    private double fontSize = 13;

    TimelineChart(TimelineViewModel model) {
        this.model = model;
        getStyleClass().add("timeline-chart");
        setMinHeight(0);
        backgroundProperty().addListener(changed -> paint());
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
    }

    void setDark(boolean on) {
        dark = on;
        paint();
    }

    void setFontSize(double size) {
        fontSize = size;
        paint();
    }

    /** The moment below a pointer at {@code x}. */
    int momentAt(double x) {
        int last = model.moments().size() - 1;
        double share = (x - left()) / Math.max(1, right() - left());
        return (int) Math.round(Math.max(0, Math.min(1, share)) * last);
    }

    void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        List<Moment> moments = model.moments();
        if (moments.isEmpty() || canvas.getHeight() < 4 * fontSize) {
            return;
        }
        pen.setFont(Font.font(fontSize * 0.9));
        boolean withMap = model.watchedProperty().get().isPresent();
        double top = fontSize * 1.5;
        double bottom = getHeight() - 3;
        double split = withMap ? bottom - (bottom - top) * MAP_SHARE : bottom;
        paintChanges(pen, moments, top, bottom);
        paintProbabilities(pen, moments, top, split - (withMap ? 4 : 0));
        model.watchedProperty().get().ifPresent(watched -> paintMaps(pen, moments, watched, split + 4, bottom));
        if (model.positionProperty().get() >= 0) {
            pen.setStroke(ink());
            pen.setLineWidth(2);
            double x = x(model.positionProperty().get(), moments.size());
            pen.strokeLine(x, top - 3, x, bottom);
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private double left() {
        return fontSize * 3.9;
    }

    private double right() {
        return getWidth() - fontSize * 2.6;
    }

    private double x(int moment, int count) {
        return left() + (right() - left()) * (count <= 1 ? 1 : moment / (double) (count - 1));
    }

    private Color ink() {
        return CanvasColors.of(dark).ink();
    }

    private Color faint() {
        return CanvasColors.of(dark).text();
    }

    private void paintChanges(GraphicsContext pen, List<Moment> moments, double top, double bottom) {
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.BOTTOM);
        double freeFrom = Double.NEGATIVE_INFINITY;
        for (int change : model.changes()) {
            double x = x(change, moments.size());
            pen.setStroke(faint());
            pen.setLineWidth(1);
            pen.setLineDashes(3, 3);
            pen.strokeLine(x, top, x, bottom);
            pen.setLineDashes();
            // Of marks that crowd each other, the first has its label.
            if (x - fontSize * 1.6 >= freeFrom) {
                pen.setFill(ink());
                pen.fillText(name(moments.get(change - 1)) + "→" + name(moments.get(change)), x, top - 2);
                freeFrom = x + fontSize * 1.6;
            }
        }
    }

    private static String name(Moment moment) {
        OptionalInt digit = moment.digit();
        return digit.isPresent() ? Integer.toString(digit.getAsInt()) : "–";
    }

    private void paintProbabilities(GraphicsContext pen, List<Moment> moments, double top, double bottom) {
        pen.setFill(faint());
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText("100 %", left() - 6, top + fontSize * 0.3);
        pen.fillText("0 %", left() - 6, bottom - fontSize * 0.4);
        List<Integer> probable = probable(moments);
        for (int digit = 0; digit < 10; digit++) {
            int rank = probable.indexOf(digit);
            int own = digit;
            pen.setStroke(rank < 0 ? faint().deriveColor(0, 1, 1, 0.5) : color(rank, CanvasColors.GRAPHICS));
            pen.setLineWidth(rank < 0 ? 1 : 2);
            // The sixth digit and on take the colours again, dashed.
            pen.setLineDashes(rank >= CanvasColors.series() ? new double[] {6, 4} : new double[0]);
            line(pen, moments.size(), top, bottom, moment -> moments.get(moment).probabilities()[own]);
        }
        pen.setLineDashes();
        paintNames(pen, moments, probable, top, bottom);
    }

    /** At the end of each line its digit, moved apart where they would lie on each other. */
    private void paintNames(
            GraphicsContext pen, List<Moment> moments, List<Integer> probable, double top, double bottom) {
        float[] last = moments.get(moments.size() - 1).probabilities();
        List<Integer> byHeight = new ArrayList<>(probable);
        byHeight.sort((one, other) -> Float.compare(last[other], last[one]));
        pen.setTextAlign(TextAlignment.LEFT);
        double free = Double.NEGATIVE_INFINITY;
        double x = right() + 6;
        // None is cut off by the edge.
        double lowest = bottom - fontSize * 0.4;
        for (int digit : byHeight) {
            double y = Math.max(Math.min(top + (bottom - top) * (1 - last[digit]), lowest), free);
            if (y > lowest) {
                x += fontSize * 0.8;
                y = lowest;
            }
            pen.setFill(color(probable.indexOf(digit), CanvasColors.TYPE));
            pen.fillText(Integer.toString(digit), x, y);
            free = y + fontSize * 0.95;
        }
    }

    private Color color(int rank, double contrast) {
        return CanvasColors.series(rank, ground(), contrast);
    }

    /** As the style sheet has it. */
    private Color ground() {
        boolean known = getBackground() != null && !getBackground().getFills().isEmpty();
        return known && getBackground().getFills().get(0).getFill() instanceof Color fill
                ? fill
                : CanvasColors.of(dark).halo();
    }

    private static List<Integer> probable(List<Moment> moments) {
        List<Integer> probable = new ArrayList<>();
        for (int digit = 0; digit < 10; digit++) {
            for (Moment moment : moments) {
                if (moment.probabilities()[digit] > PROBABLE) {
                    probable.add(digit);
                    break;
                }
            }
        }
        return probable;
    }

    /** The chosen map among those of its layer that change most, all to one scale. */
    private void paintMaps(
            GraphicsContext pen, List<Moment> moments, TimelineViewModel.Watched watched, double top, double bottom) {
        List<float[]> means =
                moments.stream().map(moment -> moment.means()[watched.layer()]).toList();
        List<Integer> shown = new ArrayList<>(TimelineViewModel.liveliest(means));
        shown.remove(Integer.valueOf(watched.map()));
        shown.add(watched.map());
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float[] moment : means) {
            for (int map : shown) {
                low = Math.min(low, moment[map]);
                high = Math.max(high, moment[map]);
            }
        }
        float from = low;
        float range = Math.max(high - low, 1e-9f);
        for (int map : shown) {
            boolean chosen = map == watched.map();
            pen.setStroke(chosen ? ink() : faint().deriveColor(0, 1, 1, 0.5));
            pen.setLineWidth(chosen ? 2 : 1);
            line(pen, means.size(), top, bottom, moment -> (means.get(moment)[map] - from) / range);
        }
        pen.setFill(faint());
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(String.format(java.util.Locale.ROOT, "%.2g", high), left() - 6, top + fontSize * 0.3);
        pen.fillText(String.format(java.util.Locale.ROOT, "%.2g", low), left() - 6, bottom - fontSize * 0.4);
    }

    /** A value from 0 to 1 of a moment. */
    @FunctionalInterface
    private interface Height {
        double of(int moment);
    }

    private void line(GraphicsContext pen, int count, double top, double bottom, Height height) {
        pen.beginPath();
        for (int i = 0; i < count; i++) {
            double y = bottom - (bottom - top) * height.of(i);
            if (i == 0) {
                pen.moveTo(x(0, count), y);
            } else {
                pen.lineTo(x(i, count), y);
            }
        }
        pen.stroke();
    }
}
