package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitscope.image.ColorScale;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.LayerInfo;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.PlainScrollPane;
import org.digitscope.ui.session.LayerNames;

/** The layers from left to right, each with all its maps; one of them large below. */
public final class LayersView extends VBox {
    private static final double DETAIL_SHARE = 0.42;
    private static final double FITTING_DETAIL_SHARE = 0.5;
    private static final double PINNED_SHARE = 0.6;
    private static final double SMALLEST_DETAIL = 190;

    private final LayersViewModel model;
    private final Texts texts;
    private final BooleanProperty dark;
    private final ColumnsPane columnsPane = new ColumnsPane();
    private final ScrollPane scroll = new PlainScrollPane(columnsPane);
    private final Links links;
    private final MapPreview preview;
    private final MapDetail detail;
    private final StackPane area;
    private final Label waiting;
    private List<String> titles = List.of();
    private boolean active;

    public LayersView(LayersViewModel model, Texts texts, BooleanProperty dark) {
        this.model = model;
        this.texts = texts;
        this.dark = dark;
        this.links = new Links(model);
        this.preview = new MapPreview(texts);
        this.detail = new MapDetail(model, texts, colors());
        this.waiting = new Label(texts.get("layers.waiting"));
        setId("layers");
        getStyleClass().add("layers");
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        Pane overlay = new Pane(links, preview);
        overlay.setMouseTransparent(true);
        overlay.setManaged(false);
        area = new StackPane(scroll, waiting, overlay);
        area.setMinHeight(0);
        area.widthProperty().addListener(changed -> links.setWidth(area.getWidth()));
        area.heightProperty().addListener(changed -> links.setHeight(area.getHeight()));
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(area, detail);

        model.layersProperty().addListener(changed -> rebuild());
        model.outputsProperty().addListener((property, before, outputs) -> {
            if (active) {
                paint();
            }
        });
        model.surveyProperty().addListener(changed -> paint());
        model.hoveredProperty().addListener(changed -> followPointer());
        model.selectedProperty().addListener((property, before, now) -> select(before, now));
        model.openedProperty().addListener(changed -> followOpened());
        model.pinnedProperty().addListener(changed -> followPinned());
        dark.addListener(changed -> recolor());
        scroll.hvalueProperty().addListener(changed -> links.paint(Optional.empty(), columnsPane.columns()));
        heightProperty().addListener(changed -> sizeDetail());
        model.fittingProperty().addListener((property, before, on) -> {
            columnsPane.setFitting(on);
            sizeDetail();
        });
        columnsPane.setFitting(model.fittingProperty().get());
        // Before lists, which take the key for themselves.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && goBack()) {
                event.consume();
            }
        });
        rebuild();
        paint();
    }

    /** Shown or not: hidden, it outlines nothing on the pad and does not follow the pen. */
    public void setActive(boolean on) {
        active = on;
        if (on) {
            paint();
            model.point(model.pinned());
        } else {
            model.hoveredProperty().set(Optional.empty());
            model.point(Optional.empty());
            model.pointDigit(OptionalInt.empty());
        }
    }

    /** From the arithmetic to the map, and from there to the tiles. */
    private boolean goBack() {
        if (model.pinned().isPresent()) {
            model.pinnedProperty().set(Optional.empty());
            return true;
        }
        Optional<Spot> opened = model.openedProperty().get();
        if (opened.isPresent() && detail.hasFocus()) {
            columnsPane.columns().get(opened.get().layer()).grid().requestFocus();
        }
        model.openedProperty().set(Optional.empty());
        return opened.isPresent();
    }

    private ColorScale colors() {
        return ColorScale.forGround(dark.get());
    }

    private void rebuild() {
        List<LayerInfo> layers = model.layersProperty().get();
        titles = new LayerNames(texts).titles(layers);
        List<String> shortTitles = new LayerNames(texts).shortTitles(layers);
        List<LayerColumn> columns = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            columns.add(new LayerColumn(model, layer, titles.get(layer), shortTitles.get(layer), texts, colors()));
        }
        waiting.setVisible(layers.isEmpty());
        columnsPane.show(columns);
    }

    private void paint() {
        columnsPane.columns().forEach(LayerColumn::paint);
        detail.paint();
        if (model.hoveredProperty().get().isPresent()) {
            showPreview(model.hoveredProperty().get().get());
        }
    }

    private void recolor() {
        columnsPane.columns().forEach(column -> column.setColors(colors()));
        detail.setColors(colors());
        paint();
    }

    private void followPointer() {
        Optional<Spot> hovered = model.hoveredProperty().get();
        columnsPane.columns().forEach(column -> column.grid().mark());
        links.paint(hovered, columnsPane.columns());
        model.point(hovered.or(model::pinned));
        if (hovered.isPresent() && !model.outputsProperty().get().isEmpty()) {
            showPreview(hovered.get());
        } else {
            preview.setVisible(false);
        }
    }

    private void showPreview(Spot spot) {
        if (spot.layer() >= model.outputsProperty().get().size()) {
            return;
        }
        FeatureMaps maps = model.outputsProperty().get().get(spot.layer());
        boolean dead = model.isDead(spot.layer(), spot.map());
        preview.show(title(spot), maps, spot, dead, colors(), model.magnitude(spot.layer()));
        TileGrid grid = columnsPane.columns().get(spot.layer()).grid();
        Bounds tile = grid.tile(spot.map());
        Point2D right = area.sceneToLocal(grid.localToScene(tile.getMaxX(), tile.getMinY()));
        Point2D left = area.sceneToLocal(grid.localToScene(tile.getMinX(), tile.getMinY()));
        double x = right.getX() + 12;
        if (x + preview.getWidth() > area.getWidth()) {
            x = left.getX() - 12 - preview.getWidth();
        }
        double y = Math.max(0, Math.min(area.getHeight() - preview.getHeight(), right.getY() - 20));
        preview.relocate(Math.max(0, x), y);
    }

    private String title(Spot spot) {
        return new LayerNames(texts)
                .mapTitle(titles.get(spot.layer()), model.layersProperty().get().get(spot.layer()), spot.map());
    }

    private void select(Optional<Spot> before, Optional<Spot> now) {
        columnsPane.columns().forEach(column -> column.grid().mark());
        boolean otherLayer = now.isPresent()
                && before.isPresent()
                && before.get().layer() != now.get().layer();
        if (otherLayer) {
            LayerColumn column = columnsPane.columns().get(now.get().layer());
            column.grid().requestFocus();
            reveal(column);
        }
    }

    /** Scrolls to a column, as little as is needed. */
    private void reveal(LayerColumn column) {
        double hidden = columnsPane.getWidth() - scroll.getViewportBounds().getWidth();
        if (hidden > 0) {
            Bounds bounds = column.getBoundsInParent();
            double left = scroll.getHvalue() * hidden;
            double least = bounds.getMaxX()
                    + ColumnsPane.EDGE
                    - scroll.getViewportBounds().getWidth();
            double most = bounds.getMinX() - ColumnsPane.EDGE;
            scroll.setHvalue(Math.max(0, Math.min(1, Math.min(most, Math.max(least, left)) / hidden)));
        }
    }

    private void followOpened() {
        Optional<Spot> opened = model.openedProperty().get();
        if (opened.isPresent()) {
            sizeDetail();
            detail.open(opened.get(), title(opened.get()));
        } else {
            detail.hide();
        }
        columnsPane.columns().forEach(column -> column.grid().mark());
    }

    private void followPinned() {
        sizeDetail();
        detail.followPinned();
    }

    private void sizeDetail() {
        boolean pinned = model.pinned().isPresent();
        double share = model.fittingProperty().get() ? FITTING_DETAIL_SHARE : DETAIL_SHARE;
        double height = Math.max(SMALLEST_DETAIL, getHeight() * (pinned ? PINNED_SHARE : share));
        detail.setPrefHeight(height);
        detail.setMinHeight(height);
    }
}
