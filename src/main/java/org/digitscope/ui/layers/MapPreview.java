package org.digitscope.ui.layers;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.digitscope.image.ColorScale;
import org.digitscope.network.FeatureMaps;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.common.Numbers;

/** The map under the pointer, enlarged, with its range and the value that is pointed at. */
final class MapPreview extends VBox {
    private static final double SIDE = 14;

    private final Texts texts;
    private final Label title = new Label();
    private final Label range = new Label();
    private final Label value = new Label();
    private final MapPicture picture = new MapPicture();

    MapPreview(Texts texts) {
        this.texts = texts;
        setId("map-preview");
        getStyleClass().add("map-preview");
        title.getStyleClass().add("layer-title");
        value.setId("map-value");
        getChildren().addAll(title, picture, range, value);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    void show(String mapTitle, FeatureMaps maps, Spot spot, boolean dead, ColorScale colors, float magnitude) {
        boolean units = maps.shape().isUnits();
        title.setText(mapTitle);
        Controls.show(picture, !units);
        if (!units) {
            picture.setMaxSide(SIDE * title.getFont().getSize());
            picture.paint(maps, spot, colors, magnitude);
        }
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = maps.shape().offset(spot.map()); i < maps.shape().offset(spot.map() + 1); i++) {
            low = Math.min(low, maps.values()[i]);
            high = Math.max(high, maps.values()[i]);
        }
        String text = texts.get("map.range", Numbers.brief(low), Numbers.brief(high));
        range.setText(dead ? texts.get("map.dead") : text);
        Controls.show(range, dead || !units);
        Controls.show(value, spot.isPixel());
        if (spot.isPixel()) {
            String number = Numbers.brief(maps.at(spot.map(), spot.x(), spot.y()));
            value.setText(
                    units ? texts.get("map.unit-value", number) : texts.get("map.value", spot.x(), spot.y(), number));
        }
        autosize();
        setVisible(true);
    }
}
