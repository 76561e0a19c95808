package org.digitscope.ui.layers;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.digitscope.explain.UnitPatch;
import org.digitscope.image.ColorScale;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.LayerInfo;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;

/** The map that the pinned value reads, with the window on it. */
final class InputPicture extends VBox {
    private final LayersViewModel model;
    private final Texts texts;
    private final Label caption = new Label();
    private final MapPicture picture = new MapPicture();

    InputPicture(LayersViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("detail-input");
        caption.getStyleClass().add("layer-line");
        caption.setMinWidth(0);
        setSpacing(2);
        getChildren().addAll(caption, picture);
        Controls.show(this, false);
    }

    void setMaxSide(double pixels) {
        picture.setMaxSide(pixels);
    }

    /** Shows a patch in its map; nothing if there is none. */
    void show(Optional<UnitPatch> patch, ColorScale colors) {
        Optional<FeatureMaps> maps = patch.flatMap(covered -> model.units().maps(covered.layer()))
                .filter(map -> !map.shape().isUnits());
        Controls.show(this, maps.isPresent());
        if (patch.isPresent() && maps.isPresent()) {
            UnitPatch covered = patch.get();
            List<LayerInfo> layers = model.layersProperty().get();
            caption.setText(
                    texts.get("unit.reads", new Places(texts, layers).shortMap(covered.layer(), covered.map())));
            Spot map = Spot.map(covered.layer(), covered.map());
            picture.paint(maps.get(), map, colors, model.magnitude(covered.layer()));
            picture.outline(covered);
        }
    }
}
