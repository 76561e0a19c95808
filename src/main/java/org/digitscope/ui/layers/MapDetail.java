package org.digitscope.ui.layers;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Kernels;
import org.digitscope.network.MapShape;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.ColorScale;
import org.digitscope.ui.common.Controls;

/** The large view of one map: its values under the pointer, what they can depend on, and the filter's kernels. */
final class MapDetail extends VBox {
    private static final double HEAD = 4.8;
    private static final double UNIT = 7;

    private final LayersViewModel model;
    private final Texts texts;
    private final Label title = new Label();
    private final Label value = new Label();
    private final StackPane pictureHolder = new StackPane();
    private final VBox kernelBox = new VBox(4);
    private final Label kernelTitle = new Label();
    private final MapPicture picture = new MapPicture();
    private Optional<Spot> shown = Optional.empty();
    private Spot pointed = new Spot(0, 0, -1, -1);
    private ColorScale colors;
    private String mapTitle = "";

    MapDetail(LayersViewModel model, Texts texts, ColorScale colors) {
        this.model = model;
        this.texts = texts;
        this.colors = colors;
        setId("map-detail");
        getStyleClass().add("map-detail");
        title.getStyleClass().add("detail-title");
        value.setId("detail-value");
        Button close = Controls.icon(new Button(), texts, "close-detail", "mdi2c-close");
        close.setOnAction(event -> model.openedProperty().set(Optional.empty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, title, gap, value, close);
        head.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(USE_PREF_SIZE);
        close.setMinWidth(USE_PREF_SIZE);
        value.setWrapText(true);
        value.setTextAlignment(TextAlignment.RIGHT);
        value.getStyleClass().add("layer-line");
        pictureHolder.setAlignment(Pos.TOP_LEFT);
        pictureHolder.getChildren().add(picture);
        picture.setId("detail-map");
        picture.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        picture.addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(shown.orElse(pointed)));
        kernelTitle.setWrapText(true);
        kernelTitle.getStyleClass().add("layer-line");
        HBox body = new HBox(16, pictureHolder, kernelBox);
        HBox.setHgrow(kernelBox, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(head, body);
        heightProperty().addListener(changed -> resizePicture());
        Controls.show(this, false);
    }

    void setColors(ColorScale scale) {
        colors = scale;
        shown.ifPresent(spot -> open(spot, mapTitle));
    }

    /** Opens a map. */
    void open(Spot spot, String titleOfMap) {
        shown = Optional.of(spot);
        mapTitle = titleOfMap;
        pointed = spot;
        title.setText(mapTitle);
        kernelBox.getChildren().clear();
        Optional<Kernels> kernels = model.kernels(spot.layer());
        if (kernels.isPresent()) {
            Kernels all = kernels.get();
            kernelTitle.setText(texts.get(
                    "map.kernels",
                    all.channels(),
                    all.height() + "×" + all.width(),
                    MapPicture.format(all.largestMagnitude(spot.map())),
                    MapPicture.format(all.biases()[spot.map()])));
            KernelTiles tiles =
                    new KernelTiles(all, spot.map(), colors, title.getFont().getSize() / TileGrid.SMALLEST_TYPE);
            VBox.setVgrow(tiles, Priority.ALWAYS);
            kernelBox.getChildren().addAll(kernelTitle, tiles);
        } else {
            kernelTitle.setText(texts.get("map.no-kernels"));
            kernelBox.getChildren().add(kernelTitle);
        }
        Controls.show(this, true);
        resizePicture();
    }

    void hide() {
        shown = Optional.empty();
        model.point(Optional.empty());
        Controls.show(this, false);
    }

    /** Paints the newest values. */
    void paint() {
        if (shown.isEmpty() || model.outputsProperty().get().isEmpty()) {
            return;
        }
        int layer = shown.get().layer();
        FeatureMaps maps = model.outputsProperty().get().get(layer);
        picture.paint(maps, pointed, colors, model.magnitude(layer));
        if (pointed.isPixel()) {
            String number = MapPicture.format(maps.at(pointed.map(), pointed.x(), pointed.y()));
            boolean unit = maps.shape().isUnits();
            value.setText(
                    unit
                            ? texts.get("map.unit-value", number)
                            : texts.get("map.value", pointed.x(), pointed.y(), number));
        } else {
            value.setText(texts.get("map.point"));
        }
    }

    private void resizePicture() {
        if (shown.isEmpty()) {
            return;
        }
        double em = title.getFont().getSize();
        boolean unit =
                model.layersProperty().get().get(shown.get().layer()).output().isUnits();
        picture.setMaxSide(unit ? UNIT * em : Math.max(90, getHeight() - HEAD * em));
        paint();
    }

    private void hover(MouseEvent event) {
        if (shown.isEmpty()) {
            return;
        }
        Spot map = shown.get();
        MapShape shape = model.layersProperty().get().get(map.layer()).output();
        int x = (int) (event.getX() / picture.getWidth() * shape.width());
        int y = (int) (event.getY() / picture.getHeight() * shape.height());
        boolean inside = x >= 0 && y >= 0 && x < shape.width() && y < shape.height();
        point(inside ? new Spot(map.layer(), map.map(), x, y) : map);
    }

    private void point(Spot spot) {
        pointed = spot;
        model.point(Optional.of(spot));
        paint();
    }
}
