package org.digitscope.ui.layers;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.digitscope.image.ColorScale;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Kernels;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Numbers;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The large view of one map: its values under the pointer, what they can depend on, and the filter's kernels; or, while
 * a value is pinned, its arithmetic.
 */
final class MapDetail extends VBox {
    /** In sizes of the title's type. */
    private static final double ROOM_FOR_THE_VALUE = 36;

    private static final double LINE = 1.6;

    private final LayersViewModel model;
    private final Texts texts;
    private final HBox head = new HBox(10);
    private final Label title = new Label();
    private final Label value = new Label();
    private final MapPicture picture = new MapPicture();
    private final InputPicture input;
    private final MapPictures pictures;
    private final VBox kernelBox = new VBox(4);
    private final Label kernelTitle = new Label();
    private final StackPane cardHolder = new StackPane();
    private final ToggleButton walkButton;
    private final Button unpin;
    private final PixelPicker picker;
    private Optional<ArithmeticCard> card = Optional.empty();
    private Optional<Spot> shown = Optional.empty();
    private Spot pointed = Spot.map(0, 0);
    private ColorScale colors;
    private String mapTitle = "";

    MapDetail(LayersViewModel model, Texts texts, ColorScale colors) {
        this.model = model;
        this.texts = texts;
        this.colors = colors;
        setId("map-detail");
        getStyleClass().add("map-detail");
        title.getStyleClass().add("detail-title");
        title.setMinWidth(USE_PREF_SIZE);
        value.setId("detail-value");
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        value.setTextAlignment(TextAlignment.RIGHT);
        value.getStyleClass().add("layer-line");
        picture.setId("detail-map");
        kernelTitle.setWrapText(true);
        kernelTitle.getStyleClass().add("layer-line");

        UnitWalk walk = new UnitWalk(model, this::isOnTheScreen);
        picker = new PixelPicker(model, picture, walk, this::point);
        input = new InputPicture(model, texts);
        pictures = new MapPictures(picture, input);
        walkButton = Controls.icon(new ToggleButton(), texts, "walk-map", "mdi2p-play");
        walkButton.selectedProperty().bindBidirectional(walk.walkingProperty());
        walkButton
                .selectedProperty()
                .addListener((property, before, on) ->
                        walkButton.setGraphic(new FontIcon(on ? "mdi2p-pause" : "mdi2p-play")));
        picker.takeKeysOf(walkButton);
        unpin = Controls.icon(new Button(), texts, "unpin", "mdi2p-pin-off-outline");
        unpin.setOnAction(event -> model.pinnedProperty().set(Optional.empty()));
        Button close = Controls.icon(new Button(), texts, "close-detail", "mdi2c-close");
        close.setOnAction(event -> model.openedProperty().set(Optional.empty()));

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().addAll(title, gap, value, walkButton, unpin, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().stream()
                .filter(part -> part instanceof javafx.scene.control.ButtonBase)
                .forEach(button -> ((Region) button).setMinWidth(USE_PREF_SIZE));
        HBox body = new HBox(16, pictures, kernelBox, cardHolder);
        HBox.setHgrow(kernelBox, Priority.ALWAYS);
        HBox.setHgrow(cardHolder, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        cardHolder.setMinSize(0, 0);
        getChildren().addAll(head, body);
        heightProperty().addListener(changed -> resizePictures());
        widthProperty().addListener(changed -> resizePictures());
        model.layersProperty().addListener(changed -> forgetCard());
        model.editsProperty().addListener((property, before, edits) -> shown.ifPresent(this::showKernels));
        Controls.show(this, false);
    }

    @Override
    protected void layoutChildren() {
        placeValue();
        super.layoutChildren();
    }

    /** Beside the title, or below it where there is too little room for both. */
    private void placeValue() {
        boolean below = getWidth() < ROOM_FOR_THE_VALUE * title.getFont().getSize();
        if (below == getChildren().contains(value)) {
            return;
        }
        head.getChildren().remove(value);
        getChildren().remove(value);
        if (below) {
            getChildren().add(1, value);
        } else {
            head.getChildren().add(2, value);
        }
        resizePictures();
    }

    void setColors(ColorScale scale) {
        colors = scale;
        card.ifPresent(arithmetic -> arithmetic.setColors(scale));
        shown.ifPresent(spot -> open(spot, mapTitle));
    }

    /** Whether the focus is on something in this view. */
    boolean hasFocus() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        while (owner != null && owner != this) {
            owner = owner.getParent();
        }
        return owner != null;
    }

    private boolean isOnTheScreen() {
        for (Node part = this; part != null; part = part.getParent()) {
            if (!part.isVisible()) {
                return false;
            }
        }
        return getScene() != null;
    }

    /** Opens a map. */
    void open(Spot spot, String titleOfMap) {
        shown = Optional.of(spot);
        mapTitle = titleOfMap;
        title.setText(mapTitle);
        Controls.show(walkButton, !model.shape(spot).isUnits());
        showKernels(spot);
        Controls.show(this, true);
        followPinned();
    }

    private void showKernels(Spot spot) {
        kernelBox.getChildren().setAll(kernelTitle);
        Optional<Kernels> kernels = model.kernels(spot.layer());
        if (kernels.isPresent()) {
            Kernels all = kernels.get();
            kernelTitle.setText(texts.get(
                    "map.kernels",
                    all.channels(),
                    all.height() + "×" + all.width(),
                    Numbers.brief(all.largestMagnitude(spot.map())),
                    Numbers.brief(all.biases()[spot.map()])));
            KernelTiles tiles =
                    new KernelTiles(all, spot.map(), colors, title.getFont().getSize() / TileGrid.SMALLEST_TYPE);
            VBox.setVgrow(tiles, Priority.ALWAYS);
            kernelBox.getChildren().add(tiles);
        } else {
            kernelTitle.setText(texts.get("map.no-kernels"));
        }
    }

    void hide() {
        shown = Optional.empty();
        model.point(Optional.empty());
        Controls.show(this, false);
    }

    /** Shows the arithmetic of the pinned value, or the kernels if none is. */
    void followPinned() {
        Optional<Spot> pinned = model.pinned();
        if (shown.isEmpty() || !model.openedProperty().get().equals(shown)) {
            // A map is about to be opened or closed.
            return;
        }
        if (pinned.isPresent() && card.isEmpty()) {
            ArithmeticCard made = new ArithmeticCard(model, texts, colors, this::showInput);
            card = Optional.of(made);
            cardHolder.getChildren().setAll(made);
        }
        Controls.show(kernelBox, pinned.isEmpty());
        Controls.show(cardHolder, pinned.isPresent());
        Controls.show(unpin, pinned.isPresent());
        picker.leave();
        picture.setAccessibleText(mapTitle + ", " + value.getText());
        resizePictures();
    }

    /** Its sheets are those of the layers that there were. */
    private void forgetCard() {
        card = Optional.empty();
        cardHolder.getChildren().clear();
    }

    /** Paints the newest values. */
    void paint() {
        if (shown.isEmpty()) {
            return;
        }
        Optional<Spot> pinned = model.pinned();
        pinned.ifPresent(unit ->
                card.ifPresent(arithmetic -> arithmetic.show(unit, model.units().arithmetic(unit))));
        showInput();
        if (model.outputsProperty().get().isEmpty()) {
            return;
        }
        int layer = shown.get().layer();
        FeatureMaps maps = model.outputsProperty().get().get(layer);
        picture.paint(maps, pointed, colors, model.magnitude(layer));
        pinned.ifPresent(picture::pin);
        if (pointed.isPixel()) {
            String number = Numbers.brief(maps.at(pointed.map(), pointed.x(), pointed.y()));
            boolean unit = maps.shape().isUnits();
            value.setText(
                    unit
                            ? texts.get("map.unit-value", number)
                            : texts.get("map.value", pointed.x(), pointed.y(), number));
        } else {
            value.setText(getChildren().contains(value) ? "" : texts.get("map.point"));
        }
        Controls.show(value, !value.getText().isEmpty());
    }

    private void showInput() {
        boolean pinned = model.pinned().isPresent();
        input.show(pinned ? card.flatMap(ArithmeticCard::patch) : Optional.empty(), colors);
    }

    private void resizePictures() {
        if (shown.isPresent()) {
            boolean pinned = model.pinned().isPresent();
            double em = title.getFont().getSize();
            double room = getHeight() - (getChildren().contains(value) ? LINE * em : 0);
            pictures.fit(getWidth(), room, em, model.shape(shown.get()), pinned);
            paint();
        }
    }

    private void point(Spot spot) {
        pointed = spot;
        model.point(Optional.of(spot));
        paint();
    }
}
