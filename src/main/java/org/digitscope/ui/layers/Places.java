package org.digitscope.ui.layers;

import java.util.List;
import org.digitscope.explain.UnitValue;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.Readout;
import org.digitscope.text.Texts;
import org.digitscope.ui.session.LayerNames;

/** What the places of values are called on the screen. */
final class Places {
    private final Texts texts;
    private final List<LayerInfo> layers;
    private final List<String> titles;

    Places(Texts texts, List<LayerInfo> layers) {
        this.texts = texts;
        this.layers = layers;
        this.titles = new LayerNames(texts).titles(layers);
    }

    /** Like "Convolution 2", or "image". */
    String layer(int layer) {
        return layer == LayerInfo.IMAGE ? texts.get("unit.image") : titles.get(layer);
    }

    /** Like "Max pooling 1 · map 5 of 32", or "image". */
    String map(int layer, int map) {
        return layer == LayerInfo.IMAGE
                ? layer(layer)
                : new LayerNames(texts).mapTitle(titles.get(layer), layers.get(layer), map);
    }

    /** Like "map 5", or "image". */
    String shortMap(int layer, int map) {
        return layer == LayerInfo.IMAGE ? layer(layer) : texts.get("unit.map", map + 1);
    }

    /** Like "map 5 (3, 4)", "unit 7" or "pixel (3, 4)". */
    String value(UnitValue value) {
        if (value.isPixel()) {
            return texts.get("unit.pixel", value.x(), value.y());
        }
        return layers.get(value.layer()).output().isUnits()
                ? texts.get("unit.unit", value.map() + 1)
                : texts.get("unit.place", value.map() + 1, value.x(), value.y());
    }

    /** Like "Max pooling 1, map 5 (3, 4)". */
    String longValue(UnitValue value) {
        return value.isPixel() ? value(value) : texts.get("unit.long-place", titles.get(value.layer()), value(value));
    }

    /** A class of an output: its digit, a dash for "no digit", or its number where they are no digits. */
    static String digit(int unit, int classes) {
        if (areDigits(classes)) {
            return unit < Readout.DIGITS ? Integer.toString(unit) : "–";
        }
        return Integer.toString(unit + 1);
    }

    /** The same in words, like "digit 7". */
    String digitName(int unit, int classes) {
        if (areDigits(classes)) {
            return unit < Readout.DIGITS ? texts.get("unit.digit", unit) : texts.get("unit.no-digit");
        }
        return texts.get("unit.unit", unit + 1);
    }

    /** Whether a class is one of those whose probability is shown as a bar. */
    static boolean hasBar(int unit, int classes) {
        return areDigits(classes) && unit < Readout.DIGITS;
    }

    private static boolean areDigits(int classes) {
        return classes == Readout.DIGITS || classes == Readout.DIGITS + 1;
    }
}
