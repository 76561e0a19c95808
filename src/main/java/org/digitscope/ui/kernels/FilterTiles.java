package org.digitscope.ui.kernels;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.digitscope.image.ColorScale;
import org.digitscope.network.Kernels;
import org.digitscope.network.WeightEdits.Weight;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.Numbers;
import org.digitscope.ui.common.PixelImage;
import org.jspecify.annotations.Nullable;

/** The filters of a layer as tiles of their kernels; the pointer and the keys choose one. Paints only what is in sight. */
final class FilterTiles extends Region {
    private static final double SHARE = 0.37;

    private final KernelsViewModel model;
    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private ColorScale colors;
    private double em = 1;
    private Optional<FilterLayout> layout = Optional.empty();
    private Optional<Kernels> arranged = Optional.empty();
    private @Nullable PixelImage image;

    FilterTiles(KernelsViewModel model, Texts texts, ColorScale colors) {
        this.model = model;
        this.texts = texts;
        this.colors = colors;
        setId("filter-tiles");
        getStyleClass().add("tiles");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        bar.setOrientation(javafx.geometry.Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.setVisible(false);
        bar.valueProperty().addListener(changed -> paint());
        getChildren().addAll(canvas, bar);
        canvas.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> model.hoveredProperty().set(filterAt(event)));
        canvas.addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> model.hoveredProperty().set(-1));
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            int filter = filterAt(event);
            if (filter >= 0) {
                model.chooseFilter(filter);
            }
            // What it lies in would take the focus.
            event.consume();
        });
        addEventHandler(ScrollEvent.SCROLL, event -> {
            if (bar.isVisible()) {
                scrollTo(bar.getValue() - event.getDeltaY());
                model.hoveredProperty().set(-1);
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener(changed -> paint());
    }

    void setColors(ColorScale scale) {
        colors = scale;
        paint();
    }

    /** Makes tiles follow the size of type. */
    void setEm(double size) {
        if (size != em) {
            em = size;
            requestLayout();
        }
    }

    /** Another filter is chosen: brings it into sight. */
    void showChosen() {
        if (!fits(model.kernelsProperty().get())) {
            arrange();
        }
        if (layout.isPresent() && model.chosenProperty().get().isPresent()) {
            int place = model.filtersProperty().get().indexOf(chosen());
            double top = layout.get().top(place) - FilterLayout.GAP;
            double bottom = layout.get().top(place) + layout.get().tileHeightPx() + FilterLayout.GAP;
            if (place >= 0 && top < bar.getValue()) {
                scrollTo(top);
            } else if (place >= 0 && bottom > bar.getValue() + getHeight()) {
                scrollTo(bottom - getHeight());
            }
        }
        paint();
    }

    /** A share of the height that there is, or less if all tiles fit at their largest. */
    void setRoom(double height) {
        double roomy = model.kernelsProperty()
                .get()
                .map(all -> FilterLayout.roomyHeight(all, getWidth(), em))
                .orElse(height);
        double room = Math.rint(Math.min(height * SHARE, roomy));
        setMinHeight(room);
        setPrefHeight(room);
        setMaxHeight(room);
    }

    @Override
    protected void layoutChildren() {
        arrange();
        paint();
    }

    private void arrange() {
        arranged = model.kernelsProperty().get();
        double barWidth = Math.ceil(bar.prefWidth(-1));
        layout = arranged.map(kernels -> FilterLayout.fit(kernels, getWidth(), getHeight(), em));
        double all = total();
        boolean scrolls = all > getHeight();
        if (scrolls) {
            layout = arranged.map(kernels -> FilterLayout.fit(kernels, getWidth() - barWidth, getHeight(), em));
            all = total();
        }
        bar.setVisible(scrolls);
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
        bar.setMax(Math.max(0, all - getHeight()));
        // The length of the thumb is the share that is in sight.
        bar.setVisibleAmount(all > 0 ? bar.getMax() * getHeight() / all : 0);
        scrollTo(bar.getValue());
        canvas.setWidth(scrolls ? getWidth() - barWidth : getWidth());
        canvas.setHeight(getHeight());
    }

    /** Whether the tiles are laid out for kernels like these. */
    private boolean fits(Optional<Kernels> kernels) {
        return kernels.isPresent() == arranged.isPresent()
                && kernels.filter(now -> !sameShape(now, arranged.orElse(now))).isEmpty();
    }

    private static boolean sameShape(Kernels a, Kernels b) {
        return a.filters() == b.filters()
                && a.channels() == b.channels()
                && a.height() == b.height()
                && a.width() == b.width();
    }

    /** Paints the newest weights. */
    void paint() {
        Optional<Kernels> kernels = model.kernelsProperty().get();
        if (!fits(kernels)) {
            arrange();
        }
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (layout.isEmpty() || kernels.isEmpty() || canvas.getHeight() < 1 || canvas.getWidth() < 1) {
            setAccessibleText(texts.get("kernels.none"));
            return;
        }
        FilterLayout tiles = layout.get();
        List<Integer> filters = model.filtersProperty().get();
        int rowHeight = tiles.tileHeightPx() + FilterLayout.GAP;
        int firstRow = (int) (bar.getValue() / rowHeight);
        int rows = (int) Math.ceil(canvas.getHeight() / rowHeight) + 1;
        PixelImage pixels = image(tiles.columns() * (tiles.tileWidthPx() + FilterLayout.GAP), rows * rowHeight);
        java.util.Arrays.fill(pixels.argb(), 0);
        int first = firstRow * tiles.columns();
        int last = Math.min(filters.size(), first + rows * tiles.columns());
        for (int place = first; place < last; place++) {
            tile(pixels, kernels.get(), filters.get(place), tiles.left(place), tiles.top(place) - firstRow * rowHeight);
        }
        pixels.show();
        context.drawImage(pixels.image(), 0, firstRow * rowHeight - bar.getValue());
        for (int place = first; place < last; place++) {
            mark(context, filters.get(place), tiles.left(place), tiles.top(place) - bar.getValue());
        }
        describe(kernels.get());
    }

    private void tile(PixelImage pixels, Kernels kernels, int filter, int left, int top) {
        FilterLayout tiles = layout.orElseThrow();
        int size = kernels.height() * kernels.width();
        int width = kernels.width() * tiles.cellPx();
        int height = kernels.height() * tiles.cellPx();
        for (int channel = 0; channel < kernels.channels(); channel++) {
            pixels.fill(
                    kernels.weights(),
                    (filter * kernels.channels() + channel) * size,
                    kernels.width(),
                    kernels.height(),
                    left + channel % tiles.kernelColumns() * (width + tiles.kernelGapPx()),
                    top + channel / tiles.kernelColumns() * (height + tiles.kernelGapPx()),
                    width,
                    height,
                    colors::argb,
                    model.magnitude());
        }
    }

    private void mark(GraphicsContext context, int filter, double left, double top) {
        int width = layout.orElseThrow().tileWidthPx();
        int height = layout.orElseThrow().tileHeightPx();
        CanvasColors marks = CanvasColors.of(colors.isForDark());
        if (model.isSilenced(filter)) {
            Marks.silenced(context, marks, left, top, width, height);
        }
        if (model.isChanged(filter)) {
            Marks.changed(context, marks, left, top, width, Math.max(7, width * 0.25));
        }
        if (filter == chosen()) {
            Marks.frame(context, marks.chosen(), isFocused() ? 3 : 2, left, top, width, height);
        } else if (filter == model.hoveredProperty().get()) {
            Marks.frame(context, marks.pointed(), 2, left, top, width, height);
        }
    }

    private void describe(Kernels kernels) {
        setAccessibleText(texts.get(
                "kernels.spoken",
                chosen() + 1,
                kernels.filters(),
                Numbers.brief(Strengths.ofFilter(kernels, chosen()))));
    }

    private PixelImage image(int width, int height) {
        PixelImage current = image;
        if (current == null || current.width() != width || current.height() != height) {
            current = new PixelImage(width, height);
            image = current;
        }
        return current;
    }

    private int chosen() {
        return model.chosenProperty().get().map(Weight::filter).orElse(0);
    }

    private double total() {
        int count = model.filtersProperty().get().size();
        return layout.map(tiles -> (double) tiles.heightPx(count)).orElse(0.0);
    }

    private void scrollTo(double top) {
        bar.setValue(Math.max(0, Math.min(bar.getMax(), top)));
    }

    private int filterAt(MouseEvent event) {
        List<Integer> filters = model.filtersProperty().get();
        int place = layout.map(tiles -> tiles.at(event.getX(), event.getY() + bar.getValue(), filters.size()))
                .orElse(-1);
        return place < 0 ? -1 : filters.get(place);
    }

    private void key(KeyEvent event) {
        List<Integer> filters = model.filtersProperty().get();
        int place = filters.indexOf(chosen());
        if (layout.isEmpty() || place < 0 || event.isShortcutDown()) {
            return;
        }
        int columns = layout.get().columns();
        int page = columns * Math.max(1, (int) getHeight() / (layout.get().tileHeightPx() + FilterLayout.GAP));
        int to = switch (event.getCode()) {
            case LEFT -> place - 1;
            case RIGHT -> place + 1;
            case UP -> place - columns;
            case DOWN -> place + columns;
            case PAGE_UP -> Math.max(place % columns, place - page);
            case PAGE_DOWN -> Math.min(filters.size() - 1, place + page);
            case HOME -> 0;
            case END -> filters.size() - 1;
            default -> Integer.MIN_VALUE;
        };
        if (to != Integer.MIN_VALUE) {
            if (to >= 0 && to < filters.size()) {
                model.chooseFilter(filters.get(to));
            }
            event.consume();
        }
    }
}
