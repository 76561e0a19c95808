package org.digitscope.ui.kernels;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.digitscope.image.ColorScale;
import org.digitscope.network.Kernels;
import org.digitscope.network.WeightEdits.Weight;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.Numbers;

/** One kernel, large, with its numbers; the pointer and the arrow keys choose a weight. */
final class KernelPicture extends Region {
    private static final double ROOM_FOR_A_NUMBER = 28;
    private static final double LARGEST_CELL = 80;
    private static final double MARGIN = 3;

    private final KernelsViewModel model;
    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private ColorScale colors;
    private double em = 1;
    private double cell = 1;

    KernelPicture(KernelsViewModel model, Texts texts, ColorScale colors) {
        this.model = model;
        this.texts = texts;
        this.colors = colors;
        setId("kernel-picture");
        getStyleClass().add("tiles");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener(changed -> paint());
    }

    void setColors(ColorScale scale) {
        colors = scale;
        paint();
    }

    /** Makes numbers follow the size of type. */
    void setEm(double size) {
        if (size != em) {
            em = size;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    /** The width that the kernel takes in a height. */
    double widthFor(double height) {
        Optional<Kernels> kernels = model.kernelsProperty().get();
        if (kernels.isEmpty()) {
            return 2 * MARGIN;
        }
        double largest = Math.min(
                LARGEST_CELL * em, (height - 2 * MARGIN) / kernels.get().height());
        return Math.floor(largest) * kernels.get().width() + 2 * MARGIN;
    }

    /** Paints the newest weights. */
    void paint() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Optional<Kernels> kernels = model.kernelsProperty().get();
        Optional<Weight> shown = model.shown();
        if (kernels.isEmpty() || shown.isEmpty()) {
            return;
        }
        Kernels all = kernels.get();
        Weight at = shown.get();
        cell = Math.min((getWidth() - 2 * MARGIN) / all.width(), (getHeight() - 2 * MARGIN) / all.height());
        cell = Math.max(1, Math.floor(Math.min(cell, LARGEST_CELL * em)));
        context.setTextAlign(TextAlignment.CENTER);
        context.setTextBaseline(VPos.CENTER);
        context.setFont(Font.font(Math.min(17 * em, cell * 0.29)));
        for (int y = 0; y < all.height(); y++) {
            for (int x = 0; x < all.width(); x++) {
                cell(context, new Weight(at.layer(), at.filter(), at.channel(), x, y));
            }
        }
        boolean chosen = model.chosenProperty().get().equals(shown);
        if (chosen) {
            CanvasColors marks = CanvasColors.of(colors.isForDark());
            marks.outline(
                    context,
                    marks.chosen(),
                    isFocused() ? 3 : 2,
                    MARGIN + at.x() * cell,
                    MARGIN + at.y() * cell,
                    cell,
                    cell);
            setAccessibleText(texts.get(
                    "kernels.weight-spoken", at.channel() + 1, at.x(), at.y(), Numbers.fourDecimals(model.value(at))));
        }
    }

    private void cell(GraphicsContext context, Weight weight) {
        double left = MARGIN + weight.x() * cell;
        double top = MARGIN + weight.y() * cell;
        float value = model.value(weight);
        int argb = colors.argb(value, model.magnitude());
        context.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
        context.fillRect(left, top, cell, cell);
        if (cell >= ROOM_FOR_A_NUMBER) {
            context.setFill(CanvasColors.on(argb));
            context.fillText(Numbers.brief(value), left + cell / 2, top + cell / 2);
        }
        if (model.editsProperty().get().weights().containsKey(weight)) {
            Marks.changed(context, CanvasColors.of(colors.isForDark()), left, top, cell, Math.max(6, cell * 0.25));
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        model.kernelsProperty().get().ifPresent(all -> {
            int x = (int) Math.floor((event.getX() - MARGIN) / cell);
            int y = (int) Math.floor((event.getY() - MARGIN) / cell);
            if (x >= 0 && y >= 0 && x < all.width() && y < all.height()) {
                model.chooseCell(x, y);
            }
        });
        // What it lies in would take the focus.
        event.consume();
    }

    private void key(KeyEvent event) {
        Optional<Weight> chosen = model.chosenProperty().get();
        Optional<Kernels> kernels = model.kernelsProperty().get();
        if (chosen.isEmpty() || kernels.isEmpty() || event.isShortcutDown()) {
            return;
        }
        int x = chosen.get().x();
        int y = chosen.get().y();
        switch (event.getCode()) {
            case LEFT -> x--;
            case RIGHT -> x++;
            case UP -> y--;
            case DOWN -> y++;
            default -> {
                return;
            }
        }
        if (x >= 0 && y >= 0 && x < kernels.get().width() && y < kernels.get().height()) {
            model.chooseCell(x, y);
        }
        event.consume();
    }
}
