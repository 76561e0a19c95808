package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitscope.explain.UnitArithmetic.ChannelSum;
import org.digitscope.explain.UnitArithmetic.Convolution;
import org.digitscope.explain.UnitPatch;
import org.digitscope.image.ColorScale;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Numbers;
import org.digitscope.ui.layers.NumberList.Column;
import org.digitscope.ui.layers.SumColumn.Line;

/** A convolution: one input map's patch, kernel and products at a time, and the sum over all of them. */
final class ConvolutionSheet implements Sheet<Convolution> {
    private static final int LEAST_ROWS = 5;

    private final LayersViewModel model;
    private final Texts texts;
    private final Endings endings;
    private final Runnable onChannel;
    private final VBox box = new VBox();
    private final Label from = new Label();
    private final NumberGrid input;
    private final NumberGrid kernel;
    private final NumberGrid products;
    private final CheckBox strongestFirst;
    private final NumberList channels;
    private final SumColumn sum = new SumColumn();
    private Optional<Shown> shown = Optional.empty();

    /** The unit with its channels in the order in which they are listed. */
    private record Shown(Spot unit, Convolution arithmetic, List<Integer> order, List<Double> running) {
        ChannelSum channel(int place) {
            return arithmetic.channels().get(order.get(place));
        }
    }

    /** @param onChannel told when another input map is chosen */
    ConvolutionSheet(LayersViewModel model, Texts texts, Endings endings, ColorScale colors, Runnable onChannel) {
        this.model = model;
        this.texts = texts;
        this.endings = endings;
        this.onChannel = onChannel;
        input = new NumberGrid("unit-input", colors);
        kernel = new NumberGrid("unit-kernel", colors);
        products = new NumberGrid("unit-products", colors);
        strongestFirst = Controls.name(new CheckBox(texts.get("strongest-first")), texts, "strongest-first");
        strongestFirst.setOnAction(event -> reorder());
        from.getStyleClass().add("layer-title");
        from.setWrapText(true);
        FlowPane flow = new FlowPane(input, with("×", kernel), with("=", products));
        flow.getStyleClass().add("unit-grids");
        VBox grids = new VBox(2, from, flow);
        grids.setMinHeight(Region.USE_PREF_SIZE);
        channels = new NumberList(
                "unit-channels",
                List.of(
                        new Column(texts.get("unit.from"), 9),
                        new Column(texts.get("unit.sum"), Numbers.WIDTH),
                        new Column(texts.get("unit.running"), Numbers.WIDTH + 1)));
        channels.setRows(LEAST_ROWS, Integer.MAX_VALUE);
        channels.setAccessibleName(texts.get("unit.channels"));
        channels.chosenProperty().addListener(changed -> {
            showChannel();
            onChannel.run();
        });
        VBox left = new VBox(4, strongestFirst, channels);
        VBox.setVgrow(channels, Priority.ALWAYS);
        left.setMinWidth(Region.USE_PREF_SIZE);
        SideBySide below = new SideBySide(left, sum, from);
        VBox.setVgrow(below, Priority.ALWAYS);
        box.getStyleClass().add("unit-sheet");
        box.getChildren().addAll(grids, below);
    }

    private static Node with(String sign, NumberGrid grid) {
        Label label = new Label(sign);
        label.getStyleClass().add("unit-sign");
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox both = new HBox(label, grid);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Optional<UnitPatch> patch() {
        return chosen().map(ChannelSum::patch);
    }

    private Optional<ChannelSum> chosen() {
        int place = channels.chosenProperty().get();
        return shown.filter(now -> place >= 0 && place < now.order().size()).map(now -> now.channel(place));
    }

    @Override
    public void setColors(ColorScale colors) {
        input.setColors(colors);
        kernel.setColors(colors);
        products.setColors(colors);
    }

    @Override
    public void show(Spot unit, Convolution arithmetic) {
        List<ChannelSum> all = arithmetic.channels();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
        if (strongestFirst.isSelected()) {
            order.sort(Comparator.comparingDouble(
                    channel -> -Math.abs(all.get(channel).sum())));
        }
        List<Double> running = new ArrayList<>();
        double total = 0;
        for (int channel : order) {
            total += all.get(channel).sum();
            running.add(total);
        }
        boolean otherLayer =
                shown.filter(before -> before.unit().layer() == unit.layer()).isEmpty();
        Shown now = new Shown(unit, arithmetic, order, running);
        shown = Optional.of(now);
        Controls.show(strongestFirst, all.size() > 1);
        channels.show(all.size(), place -> row(now, place), -1);
        if (otherLayer) {
            channels.choose(0);
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.term(texts.get("unit.inputs", all.size()), total));
        lines.add(Line.term(texts.get("unit.bias"), arithmetic.bias()));
        lines.addAll(endings.activated(arithmetic.activated()));
        lines.addAll(endings.result(unit, arithmetic));
        sum.show(lines);
        showChannel();
    }

    private List<String> row(Shown now, int place) {
        ChannelSum channel = now.channel(place);
        return List.of(
                endings.places()
                        .shortMap(channel.patch().layer(), channel.patch().map()),
                Numbers.aligned(channel.sum()),
                Numbers.aligned(now.running().get(place)));
    }

    /** The strongest comes first in its order; in the other one the chosen map stays. */
    private void reorder() {
        int map = patch().map(UnitPatch::map).orElse(0);
        shown.ifPresent(now -> show(now.unit(), now.arithmetic()));
        channels.choose(strongestFirst.isSelected() ? 0 : map);
        onChannel.run();
    }

    private void showChannel() {
        if (shown.isEmpty() || chosen().isEmpty()) {
            return;
        }
        ChannelSum channel = chosen().get();
        UnitPatch patch = channel.patch();
        from.setText(texts.get("unit.channel", endings.places().map(patch.layer(), patch.map())));
        input.show(texts.get("unit.input"), Cells.of(patch, model.magnitude(patch.layer())));
        double[] weights = Cells.doubles(channel.kernel());
        kernel.show(texts.get("unit.kernel"), Cells.ofKernel(patch, weights, largest(weights)));
        products.show(
                texts.get("unit.products", Numbers.aligned(channel.sum())),
                Cells.of(patch, channel.products(), largestProduct(shown.get().arithmetic())));
    }

    private static float largestProduct(Convolution arithmetic) {
        float largest = 0;
        for (ChannelSum channel : arithmetic.channels()) {
            largest = Math.max(largest, largest(channel.products()));
        }
        return largest;
    }

    private static float largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return (float) largest;
    }
}
