package org.digitscope.ui.layers;

import java.text.NumberFormat;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitscope.image.ColorScale;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.digitscope.ui.session.LayerNames;

/** One layer: what it is, its tiles, and the legend of their colours. */
final class LayerColumn extends VBox {
    /** In which the shortest texts fit, at the smallest type. */
    static final double MIN_WIDTH = 73;

    /** In which most texts fit. */
    static final double COMFORTABLE_WIDTH = 88;

    private static final String NARROW = "narrow";
    /** The height, at the smallest type, of which all lines leave enough for the tiles. */
    static final double ROOM_FOR_ALL_LINES = 250;

    private static final double HEAD_AND_LEGEND = 112;
    private static final double HEAD_ALONE = 36;
    private static final double SMALLEST_UNIT = 7;
    private static final double ROOM_FOR_A_LONG_TITLE = 124;

    private final LayersViewModel model;
    private final int layer;
    private final String title;
    private final String shortTitle;
    private final Label head;
    private final Label detail;
    private final String longDetail;
    private final String shortDetail;
    private final Label shape;
    private final Label parameters;
    private final String longParameters;
    private final String shortParameters;
    private final LayerInfo info;
    private final TileGrid grid;
    private final Legend legend;

    LayerColumn(LayersViewModel model, int layer, String title, String shortTitle, Texts texts, ColorScale colors) {
        this.model = model;
        this.title = title;
        this.shortTitle = shortTitle;
        this.layer = layer;
        this.info = model.layersProperty().get().get(layer);
        this.grid = new TileGrid(model, layer, title, texts, colors);
        NumberFormat number = NumberFormat.getNumberInstance(texts.locale());
        number.setMaximumFractionDigits(2);
        this.legend = new Legend(colors, number);
        LayerNames names = new LayerNames(texts);
        this.head = label(title, "layer-title");
        String hint = texts.get("layer.tip", title, info.name(), names.shape(info), info.parameterCount());
        head.setTooltip(new Tooltip(hint));
        this.longParameters = info.parameterCount() > 0 ? names.parameters(info) : " ";
        this.shortParameters = info.parameterCount() > 0 ? names.shortParameters(info) : " ";
        this.parameters = label(longParameters, "layer-line");
        this.longDetail = names.detail(info);
        this.shortDetail = names.shortDetail(info);
        this.detail = label(longDetail, "layer-line");
        this.shape = label(names.shape(info), "layer-line");
        getChildren().addAll(head, detail, shape, parameters, grid, legend);
        getStyleClass().add("layer");
        setId("layer-" + layer);
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox.setMargin(grid, new javafx.geometry.Insets(6, 0, 6, 0));
    }

    TileGrid grid() {
        return grid;
    }

    LayerInfo info() {
        return info;
    }

    /** How large type is, compared with its smallest size; lengths follow it. */
    double em() {
        return Math.max(1, head.getFont().getSize() / TileGrid.SMALLEST_TYPE);
    }

    /** Whether the room is for the tiles and the name alone. */
    void setCompact(boolean on) {
        if (on == shape.isVisible()) {
            List.of(detail, shape, parameters, legend).forEach(part -> Controls.show(part, !on));
        }
    }

    private double lines() {
        return (shape.isVisible() ? HEAD_AND_LEGEND : HEAD_ALONE) * em();
    }

    /** The width, at least {@code minWidth} at the smallest type, in which all maps fit a height as tiles of a size. */
    double widthFor(int tilePx, double height, double minWidth) {
        if (info.output().isUnits()) {
            double unit = Math.max(SMALLEST_UNIT, Math.min(TileGrid.MAX_UNIT * em(), tilePx / 2.0)) + TileLayout.GAP;
            double rows = Math.max(1, Math.floor((height - lines()) / unit));
            double columns = Math.ceil(info.output().maps() / rows);
            return Math.max(minWidth * em(), info.kind() == LayerKind.OUTPUT ? 0 : columns * unit);
        }
        double rows = Math.max(1, Math.floor((height - lines()) / (tilePx + TileLayout.GAP)));
        return Math.max(minWidth * em(), Math.ceil(info.output().maps() / rows) * (tilePx + TileLayout.GAP));
    }

    @Override
    protected void layoutChildren() {
        grid.setEm(em());
        legend.setEm(em());
        boolean isNarrow = getWidth() < ROOM_FOR_A_LONG_TITLE * em();
        if (isNarrow != getStyleClass().contains(NARROW)) {
            getStyleClass().remove(NARROW);
            getStyleClass().addAll(isNarrow ? List.of(NARROW) : List.of());
        }
        head.setText(isNarrow ? shortTitle : title);
        detail.setText(isNarrow ? shortDetail : longDetail);
        parameters.setText(isNarrow ? shortParameters : longParameters);
        super.layoutChildren();
    }

    void paint() {
        grid.paint();
        boolean signed = info.activation().filter(this::isNonNegative).isEmpty() && hasNegative();
        legend.show(model.magnitude(layer), signed);
    }

    void setColors(ColorScale colors) {
        grid.setColors(colors);
        legend.setColors(colors);
    }

    private boolean isNonNegative(String activation) {
        return activation.equals("relu") || activation.equals("softmax") || activation.equals("sigmoid");
    }

    private boolean hasNegative() {
        if (model.outputsProperty().get().isEmpty()) {
            return false;
        }
        for (float value : model.outputsProperty().get().get(layer).values()) {
            if (value < 0) {
                return true;
            }
        }
        return false;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }
}
