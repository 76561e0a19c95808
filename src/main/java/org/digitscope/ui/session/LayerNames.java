package org.digitscope.ui.session;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.Readout;
import org.digitscope.text.Texts;

/** What layers are called on the screen: their kind with a number, and a line on what they do. */
public final class LayerNames {
    private final Texts texts;

    public LayerNames(Texts texts) {
        this.texts = texts;
    }

    /** Like "Convolution 2"; without a number where there is one of a kind. */
    public List<String> titles(List<LayerInfo> layers) {
        return titles(layers, "kind.");
    }

    /** The same in a few letters. */
    public List<String> shortTitles(List<LayerInfo> layers) {
        return titles(layers, "short.");
    }

    private List<String> titles(List<LayerInfo> layers, String prefix) {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            LayerKind kind = layers.get(i).kind();
            long before = layers.stream()
                    .limit(i)
                    .filter(layer -> layer.kind() == kind)
                    .count();
            long all = layers.stream().filter(layer -> layer.kind() == kind).count();
            String name = texts.get(prefix + kind.name().toLowerCase(Locale.ROOT));
            titles.add(all > 1 ? texts.get("layer.numbered", name, before + 1) : name);
        }
        return titles;
    }

    /** Like "Convolution 2 · map 5 of 64", or "Output · digit 7". */
    public String mapTitle(String layerTitle, LayerInfo layer, int map) {
        int maps = layer.output().maps();
        boolean classes = layer.kind() == LayerKind.OUTPUT && layer.output().isUnits() && maps <= Readout.DIGITS + 1;
        if (classes) {
            return map < Readout.DIGITS
                    ? texts.get("map.digit", layerTitle, map)
                    : texts.get("map.no-digit", layerTitle);
        }
        return texts.get(layer.output().isUnits() ? "map.unit" : "map.title", layerTitle, map + 1, maps);
    }

    /** Like "3×3 · relu"; empty if there is nothing to say. */
    public String detail(LayerInfo layer) {
        return detail(layer, "layer.stride");
    }

    /** The same in fewer letters, like "2×2 / 2" with a stride. */
    public String shortDetail(LayerInfo layer) {
        return detail(layer, "layer.stride-short");
    }

    private String detail(LayerInfo layer, String strideKey) {
        List<String> parts = new ArrayList<>();
        layer.window()
                .map(window ->
                        window.strideX() > 1 ? texts.get(strideKey, window.size(), window.strideX()) : window.size())
                .ifPresent(parts::add);
        layer.activation().ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    public String shape(LayerInfo layer) {
        return layer.output().toString();
    }

    /** Like "18,496 parameters". */
    public String parameters(LayerInfo layer) {
        return texts.get("layer.parameters", layer.parameterCount());
    }

    /** Like "18K params". */
    public String shortParameters(LayerInfo layer) {
        NumberFormat compact = NumberFormat.getCompactNumberInstance(texts.locale(), NumberFormat.Style.SHORT);
        if (texts.locale().getLanguage().equals("zh")) {
            compact.setMaximumFractionDigits(1); // its unit is ten thousand
        }
        return texts.get("layer.parameters-short", compact.format(layer.parameterCount()));
    }
}
