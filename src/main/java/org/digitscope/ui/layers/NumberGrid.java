package org.digitscope.ui.layers;

import java.util.StringJoiner;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.digitscope.image.ColorScale;
import org.digitscope.ui.common.CanvasColors;
import org.digitscope.ui.common.Numbers;

/** Numbers in coloured cells, with a caption above; without the numbers where they are too many to read. */
final class NumberGrid extends VBox {
    /** In how many columns numbers still fit. */
    static final int MOST_COLUMNS = 7;

    private static final String FAMILY = "Monospaced";
    private static final double TYPE = 0.96;
    private static final double CHARACTER = 0.602;
    private static final double ROW = 2.1;
    private static final double PADDING = 0.6;
    private static final double PLAIN_CELL = 0.8;

    private final Label caption = new Label();
    private final Canvas canvas = new Canvas(1, 1);
    private Cells cells = Cells.none();
    private ColorScale colors;

    /** @param id for those who look for it */
    NumberGrid(String id, ColorScale colors) {
        setId(id);
        this.colors = colors;
        caption.getStyleClass().add("layer-line");
        caption.setMinWidth(USE_PREF_SIZE);
        caption.fontProperty().addListener(changed -> paint());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setSpacing(2);
        getChildren().addAll(caption, canvas);
    }

    void setColors(ColorScale scale) {
        colors = scale;
        paint();
    }

    void show(String title, Cells next) {
        caption.setText(title);
        cells = next;
        setAccessibleText(spoken());
        paint();
    }

    private String spoken() {
        if (cells.columns() > MOST_COLUMNS) {
            return caption.getText();
        }
        StringJoiner rows = new StringJoiner("; ", caption.getText() + ": ", "");
        for (int row = 0; row < cells.rows(); row++) {
            StringJoiner numbers = new StringJoiner(" ");
            for (int column = 0; column < cells.columns(); column++) {
                numbers.add(Numbers.aligned(cells.at(column, row)));
            }
            rows.add(numbers.toString());
        }
        return rows.toString();
    }

    private void paint() {
        double type = caption.getFont().getSize() * TYPE;
        boolean numbered = cells.columns() <= MOST_COLUMNS;
        int characters = cells.isSigned() ? Numbers.WIDTH : Numbers.WIDTH - 1;
        double width = Math.ceil(numbered ? (characters * CHARACTER + PADDING) * type : PLAIN_CELL * type);
        double height = Math.ceil(numbered ? ROW * type : PLAIN_CELL * type);
        canvas.setWidth(Math.max(1, width * cells.columns()));
        canvas.setHeight(Math.max(1, height * cells.rows()));
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        context.setTextAlign(TextAlignment.RIGHT);
        context.setTextBaseline(VPos.CENTER);
        context.setFont(Font.font(FAMILY, type));
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                paintCell(context, column, row, width, height, numbered);
            }
        }
        if (cells.marked() >= 0) {
            CanvasColors marks = CanvasColors.of(colors.isForDark());
            double left = cells.marked() % cells.columns() * width;
            double top = Math.floorDiv(cells.marked(), cells.columns()) * height;
            marks.outline(context, marks.chosen(), numbered ? 3 : 1.5, left + 1.5, top + 1.5, width - 4, height - 4);
        }
    }

    private void paintCell(
            GraphicsContext context, int column, int row, double width, double height, boolean numbered) {
        float value = (float) cells.at(column, row);
        int argb = colors.argb(value, cells.magnitude());
        double gap = numbered ? 1 : 0;
        boolean outside = cells.isOutside(column, row);
        context.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, outside ? 0.35 : 1));
        context.fillRect(column * width, row * height, width - gap, height - gap);
        if (outside) {
            context.setStroke(CanvasColors.of(colors.isForDark()).line());
            context.setLineWidth(1);
            context.setLineDashes(2, 2);
            context.strokeRect(column * width + 0.5, row * height + 0.5, width - gap - 1, height - gap - 1);
            context.setLineDashes();
        }
        if (numbered) {
            context.setFill(outside ? CanvasColors.of(colors.isForDark()).text() : CanvasColors.on(argb));
            context.fillText(
                    Numbers.aligned(value),
                    (column + 1) * width - gap - PADDING / 2 * context.getFont().getSize(),
                    (row + 0.5) * height,
                    width);
        }
    }
}
