package org.digitscope.ui.kernels;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitscope.image.ColorScale;
import org.digitscope.network.Kernels;
import org.digitscope.network.WeightEdits.Weight;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Numbers;
import org.digitscope.ui.common.PlainScrollPane;

/**
 * The filters of a convolution with their weights, which can be changed to see what follows; what a filter likes. Does
 * nothing until {@link #setActive} says that it is looked at.
 */
public final class KernelsView extends VBox {
    /** The smallest size of type in the window, in pixels. */
    private static final double SMALLEST_TYPE = 13;

    /** In which a small kernel and its editor fit, at the smallest type. */
    private static final double LOWER = 150;

    private final KernelsViewModel model;
    private final Texts texts;
    private final BooleanProperty dark;
    private final KernelsHead head;
    private final FilterTiles tiles;
    private final Label title = new Label();
    private final CheckBox silenceFilter;
    private final CheckBox silenceBiases;
    private final FilterDetail detail;
    private final LikesPane likes;
    private final ChangesBar changes;
    private final VBox content = new VBox(8);
    private final StackPane lower = new StackPane();
    private final VBox filled = new VBox(8);
    private final Label empty = new Label();
    private boolean active;

    /** @param dark whether the dark theme is on */
    public KernelsView(KernelsViewModel model, Texts texts, BooleanProperty dark) {
        this.model = model;
        this.texts = texts;
        this.dark = dark;
        this.head = new KernelsHead(model, texts, colors());
        this.tiles = new FilterTiles(model, texts, colors());
        this.silenceFilter = Controls.name(new CheckBox(texts.get("silence-filter")), texts, "silence-filter");
        this.silenceBiases = Controls.name(new CheckBox(texts.get("silence-biases")), texts, "silence-biases");
        this.detail = new FilterDetail(model, texts, colors());
        this.likes = new LikesPane(model.likes(), texts);
        this.changes = new ChangesBar(model, texts);
        setId("kernels");
        getStyleClass().add("kernels");
        setMinSize(0, 0);
        build();
        listen();
        recolor();
    }

    /** The window says whether the view is on the screen; while it is not, nothing runs for it. */
    public void setActive(boolean on) {
        active = on;
        model.setActive(on);
        if (on) {
            showAll();
        }
    }

    @Override
    protected void layoutChildren() {
        double em = Math.max(1, title.getFont().getSize() / SMALLEST_TYPE);
        head.setEm(em);
        tiles.setEm(em);
        detail.setEm(em);
        likes.setEm(em);
        changes.setEm(em);
        tiles.setRoom(getHeight());
        lower.setMinHeight(Math.ceil(LOWER * em));
        super.layoutChildren();
    }

    private void build() {
        title.setId("filter-title");
        title.getStyleClass().add("detail-title");
        title.setWrapText(true);
        silenceFilter.setOnAction(event -> model.silenceFilter(silenceFilter.isSelected()));
        silenceBiases.setOnAction(event -> model.silenceBiases(silenceBiases.isSelected()));
        lower.getChildren().addAll(detail, likes);
        lower.setAlignment(Pos.TOP_LEFT);
        lower.setPrefHeight(0);
        VBox.setVgrow(lower, Priority.ALWAYS);
        FlowPane choices = new FlowPane(14, 6, tabs(), silenceFilter, silenceBiases);
        choices.setAlignment(Pos.CENTER_LEFT);
        content.getChildren().addAll(head, tiles, title, choices, lower);
        for (Region fixed : List.of(head, title, choices, changes)) {
            fixed.setMinHeight(USE_PREF_SIZE);
        }
        ScrollPane scroll = new PlainScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        filled.getChildren().addAll(scroll, changes);
        filled.setMinHeight(0);
        empty.setId("kernels-empty");
        empty.getStyleClass().add("layer-line");
        empty.setWrapText(true);
        StackPane all = new StackPane(filled, empty);
        all.setMinHeight(0);
        VBox.setVgrow(all, Priority.ALWAYS);
        getChildren().add(all);
    }

    private HBox tabs() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton weights = Controls.name(new ToggleButton(texts.get("tab-weights")), texts, "tab-weights");
        ToggleButton liked = Controls.name(new ToggleButton(texts.get("tab-likes")), texts, "tab-likes");
        weights.getStyleClass().add("left-pill");
        liked.getStyleClass().add("right-pill");
        weights.setMinWidth(USE_PREF_SIZE);
        liked.setMinWidth(USE_PREF_SIZE);
        group.getToggles().addAll(List.of(weights, liked));
        group.selectedToggleProperty().addListener((property, before, now) -> {
            // One of them is always on.
            if (now == null && before != null) {
                before.setSelected(true);
            }
            Controls.show(detail, weights.isSelected());
            Controls.show(likes, liked.isSelected());
        });
        weights.setSelected(true);
        return new HBox(weights, liked);
    }

    private void listen() {
        follow(model.modelProperty(), this::showAll);
        follow(model.kernelsProperty(), this::showAll);
        follow(model.editsProperty(), this::showAll);
        follow(model.filtersProperty(), tiles::showChosen);
        follow(model.outputProperty(), this::describe);
        follow(model.chosenProperty(), this::showFilter);
        follow(model.hoveredProperty(), this::showFilter);
        follow(model.effect().effectProperty(), changes::show);
        dark.addListener((property, before, now) -> recolor());
    }

    private void follow(ObservableValue<?> value, Runnable work) {
        value.addListener((property, before, now) -> {
            if (active) {
                work.run();
            }
        });
    }

    private ColorScale colors() {
        return ColorScale.forGround(dark.get());
    }

    private void recolor() {
        head.setColors(colors());
        tiles.setColors(colors());
        detail.setColors(colors());
        likes.setDark(dark.get());
        changes.setDark(dark.get());
    }

    private void showAll() {
        boolean any = model.chosenProperty().get().isPresent();
        boolean loaded = model.modelProperty().get().isPresent();
        empty.setText(loaded ? texts.get("kernels.none") : texts.get("layers.waiting"));
        filled.setVisible(any);
        empty.setVisible(!any);
        head.show();
        silenceBiases.setSelected(model.areBiasesSilenced());
        requestLayout();
        tiles.requestLayout();
        showFilter();
        changes.show();
    }

    private void showFilter() {
        tiles.showChosen();
        detail.show();
        silenceFilter.setSelected(model.chosenProperty()
                .get()
                .filter(weight -> model.isSilenced(weight.filter()))
                .isPresent());
        describe();
    }

    private void describe() {
        Optional<Weight> shown = model.shown();
        Optional<Kernels> kernels = model.kernelsProperty().get();
        if (shown.isEmpty() || kernels.isEmpty()) {
            title.setText("");
            return;
        }
        int filter = shown.get().filter();
        OptionalDouble activity = model.activity(filter);
        title.setText(texts.get(
                "kernels.filter",
                filter + 1,
                Numbers.brief(Strengths.ofFilter(kernels.get(), filter)),
                Numbers.brief(kernels.get().biases()[filter]),
                activity.isPresent() ? Numbers.brief(activity.getAsDouble()) : "–"));
    }
}
