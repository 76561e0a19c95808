package org.digitscope.ui.layers;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.digitscope.image.ColorScale;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/** All feature maps of one layer as tiles; the pointer and the arrow keys choose one. */
final class TileGrid extends Region {
    /** The smallest size of type in the window, in pixels. */
    static final double SMALLEST_TYPE = 13;

    private static final int MAX_TILE = 96;
    /** The largest side of a unit's tile, in pixels. */
    static final int MAX_UNIT = 18;

    private static final int MAX_OUTPUT = 34;

    private final LayersViewModel model;
    private final int layer;
    private final LayerInfo info;
    private final Texts texts;
    private final String title;
    private final ImageView view = new ImageView();
    private final Canvas marks = new Canvas();
    private ColorScale colors;
    private double em = 1;
    private TileLayout layout = new TileLayout(1, 1, 1, 0);
    private @Nullable PixelImage image;

    TileGrid(LayersViewModel model, int layer, String title, Texts texts, ColorScale colors) {
        this.model = model;
        this.layer = layer;
        this.info = model.layersProperty().get().get(layer);
        this.texts = texts;
        this.title = title;
        this.colors = colors;
        setId("tiles-" + layer);
        getStyleClass().add("tiles");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(title);
        view.setSmooth(false);
        marks.setMouseTransparent(true);
        getChildren().addAll(view, marks);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event));
        addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> model.hoveredProperty().set(Optional.empty()));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener((property, before, focused) -> {
            Optional<Spot> selected = model.selectedProperty().get();
            if (focused && (selected.isEmpty() || selected.get().layer() != layer)) {
                model.selectedProperty().set(Optional.of(Spot.map(layer, 0)));
            }
            mark();
        });
    }

    boolean isDark() {
        return colors.isForDark();
    }

    void setColors(ColorScale scale) {
        colors = scale;
        paint();
    }

    /** Makes tiles follow the size of type. */
    void setEm(double size) {
        em = size;
    }

    /** Tiles by what the width and height allow. */
    @Override
    protected void layoutChildren() {
        MapShape shape = info.output();
        int largest = info.kind() == LayerKind.OUTPUT ? MAX_OUTPUT : shape.isUnits() ? MAX_UNIT : MAX_TILE;
        int max = (int) (largest * em);
        boolean column = info.kind() == LayerKind.OUTPUT && shape.maps() <= 11;
        double width = column ? Math.min(getWidth(), max) : getWidth();
        TileLayout fitted = TileLayout.fit(
                shape.maps(),
                Math.max(shape.width(), shape.height()),
                width,
                Math.max(4, getHeight()),
                max,
                TileLayout.GAP);
        TileLayout before = layout;
        layout = column
                ? new TileLayout(1, shape.maps(), Math.min(fitted.tilePx(), (int) getHeight() / shape.maps() - 2), 2)
                : fitted;
        if (layout.tilePx() < 1) {
            layout = new TileLayout(1, shape.maps(), 1, 0);
        }
        PixelImage current = image;
        if (current == null || current.width() != layout.widthPx() || current.height() != layout.heightPx()) {
            current = new PixelImage(Math.max(1, layout.widthPx()), Math.max(1, layout.heightPx()));
            image = current;
            view.setImage(current.image());
        }
        if (!layout.equals(before)) {
            // The tiles move away from under the pointer.
            model.hoveredProperty().set(Optional.empty());
        }
        view.relocate(0, 0);
        marks.setWidth(getWidth());
        marks.setHeight(getHeight());
        paint();
    }

    /** Paints the newest output. */
    void paint() {
        PixelImage current = image;
        if (current == null) {
            return;
        }
        MapShape shape = info.output();
        java.util.Arrays.fill(current.argb(), 0);
        boolean known = layer < model.outputsProperty().get().size();
        float[] values = known ? model.outputsProperty().get().get(layer).values() : new float[shape.size()];
        float magnitude = known ? model.magnitude(layer) : 0;
        int longer = Math.max(shape.width(), shape.height());
        for (int map = 0; map < shape.maps(); map++) {
            current.fill(
                    values,
                    shape.offset(map),
                    shape.width(),
                    shape.height(),
                    layout.left(map),
                    layout.top(map),
                    Math.max(1, layout.tilePx() * shape.width() / longer),
                    Math.max(1, layout.tilePx() * shape.height() / longer),
                    colors::argb,
                    magnitude);
        }
        current.show();
        mark();
    }

    /** Where a tile is, in this region's coordinates. */
    Bounds tile(int map) {
        return new BoundingBox(layout.left(map), layout.top(map), layout.tilePx(), layout.tilePx());
    }

    /** Draws what lies over the tiles: labels of the output, dead maps, the one pointed at and the chosen one. */
    void mark() {
        GraphicsContext context = marks.getGraphicsContext2D();
        context.clearRect(0, 0, marks.getWidth(), marks.getHeight());
        CanvasColors used = CanvasColors.of(colors.isForDark());
        MapShape shape = info.output();
        for (int map = 0; map < shape.maps(); map++) {
            if (model.isDead(layer, map)) {
                double left = layout.left(map);
                double top = layout.top(map);
                context.setStroke(used.line());
                context.setLineWidth(1);
                context.strokeLine(left + 2, top + 2, left + layout.tilePx() - 2, top + layout.tilePx() - 2);
                context.strokeLine(left + layout.tilePx() - 2, top + 2, left + 2, top + layout.tilePx() - 2);
            }
        }
        if (info.kind() == LayerKind.OUTPUT && layout.columns() == 1) {
            label(context, shape.maps());
        }
        frame(context, model.selectedProperty().get(), isFocused() ? 2.5 : 1.2, used.chosen());
        frame(context, model.openedProperty().get(), 2.5, used.chosen());
        frame(context, model.hoveredProperty().get(), 2, used.pointed());
    }

    private void label(GraphicsContext context, int classes) {
        context.setFill(CanvasColors.of(colors.isForDark()).text());
        double type = Math.min(14 * em, Math.max(8, (layout.tilePx() + layout.gapPx()) * 0.85));
        context.setFont(Font.font(type));
        context.setTextAlign(TextAlignment.LEFT);
        for (int digit = 0; digit < classes; digit++) {
            String text = digit < 10 ? Integer.toString(digit) : "–";
            context.fillText(text, layout.tilePx() + 6, layout.top(digit) + layout.tilePx() * 0.5 + type * 0.36);
        }
    }

    private void frame(GraphicsContext context, Optional<Spot> spot, double width, Color color) {
        if (spot.isPresent() && spot.get().layer() == layer) {
            int map = spot.get().map();
            context.setStroke(color);
            context.setLineWidth(width);
            context.strokeRect(layout.left(map) - 0.5, layout.top(map) - 0.5, layout.tilePx() + 1, layout.tilePx() + 1);
        }
    }

    private void hover(MouseEvent event) {
        model.hoveredProperty().set(spot(event));
    }

    private Optional<Spot> spot(MouseEvent event) {
        MapShape shape = info.output();
        int map = layout.at(event.getX(), event.getY(), shape.maps());
        if (map < 0) {
            return Optional.empty();
        }
        if (shape.isUnits()) {
            return Optional.of(new Spot(layer, map, 0, 0));
        }
        int longer = Math.max(shape.width(), shape.height());
        int x = (int) ((event.getX() - layout.left(map)) * longer / layout.tilePx());
        int y = (int) ((event.getY() - layout.top(map)) * longer / layout.tilePx());
        boolean inside = x >= 0 && y >= 0 && x < shape.width() && y < shape.height();
        return Optional.of(inside ? new Spot(layer, map, x, y) : Spot.map(layer, map));
    }

    private void click(MouseEvent event) {
        requestFocus();
        spot(event).ifPresent(pixel -> model.toggle(Spot.map(pixel.layer(), pixel.map())));
    }

    private void key(KeyEvent event) {
        Optional<Spot> selected = model.selectedProperty().get();
        if (selected.isEmpty() || event.isShortcutDown()) {
            return;
        }
        Spot from = selected.get();
        Spot to = switch (event.getCode()) {
            case LEFT -> model.walk(from, layout.columns(), -1, 0);
            case RIGHT -> model.walk(from, layout.columns(), 1, 0);
            case UP -> model.walk(from, layout.columns(), 0, -1);
            case DOWN -> model.walk(from, layout.columns(), 0, 1);
            case PAGE_UP -> model.walkLayers(from, -1);
            case PAGE_DOWN -> model.walkLayers(from, 1);
            default -> from;
        };
        switch (event.getCode()) {
            case LEFT, RIGHT, UP, DOWN, PAGE_UP, PAGE_DOWN -> {
                model.selectedProperty().set(Optional.of(to));
                if (model.openedProperty().get().isPresent()) {
                    model.openedProperty().set(Optional.of(to));
                }
                setAccessibleText(describe(to));
                event.consume();
            }
            case ENTER, SPACE -> {
                model.toggle(from);
                event.consume();
            }
            default -> {}
        }
    }

    private String describe(Spot spot) {
        if (spot.layer() != layer || model.outputsProperty().get().isEmpty()) {
            return title;
        }
        FeatureMaps maps = model.outputsProperty().get().get(layer);
        float max = 0;
        for (int i = maps.shape().offset(spot.map()); i < maps.shape().offset(spot.map() + 1); i++) {
            max = Math.max(max, maps.values()[i]);
        }
        return texts.get("map.spoken", title, spot.map() + 1, info.output().maps(), max);
    }
}
