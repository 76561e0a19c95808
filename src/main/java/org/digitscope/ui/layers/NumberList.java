package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Rows of a name and numbers, of which one can be chosen. Only those that are on the screen are written, so that
 * thousands can follow the pen.
 */
final class NumberList extends VBox {
    private static final double CHARACTER = 0.602;
    private static final double NUMBER_TYPE = 0.88;
    private static final double ROW = 1.6;
    private static final double GAP = 0.9;
    private static final double SCROLL_BAR = 1.6;

    private final List<Column> columns;
    private final HBox head = new HBox();
    private final ListView<Integer> list = new ListView<>();
    private final List<Row> rows = new ArrayList<>();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private IntFunction<List<String>> texts = row -> List.of();
    private int emphasised = -1;
    private int leastRows = 1;
    private int mostRows = Integer.MAX_VALUE;

    /**
     * @param title above the numbers
     * @param characters of the longest text in it
     */
    record Column(String title, int characters) {}

    /** @param id of the list, for those who look for it */
    NumberList(String id, List<Column> columns) {
        this.columns = List.copyOf(columns);
        list.setId(id);
        list.setCellFactory(view -> new Row());
        list.getStyleClass().addAll("number-rows", "dense");
        VBox.setVgrow(list, Priority.ALWAYS);
        head.getStyleClass().add("number-head");
        for (int column = 0; column < columns.size(); column++) {
            Label label = new Label(columns.get(column).title());
            label.getStyleClass().add("layer-line");
            align(label, column);
            head.getChildren().add(label);
        }
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                chosen.set(now.intValue());
            }
        });
        getStyleClass().add("number-list");
        getChildren().addAll(head, list);
        firstLabel().fontProperty().addListener(changed -> scale());
        scale();
    }

    /** How many rows can be seen at once, if there are so many. */
    void setRows(int least, int most) {
        leastRows = least;
        mostRows = most;
        scale();
    }

    void setAccessibleName(String name) {
        list.setAccessibleText(name);
    }

    /** The chosen row, −1 before one is. */
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Chooses a row of a list that is shown whole: nothing moves. */
    void chooseInPlace(int row) {
        list.getSelectionModel().select(row);
    }

    /** Chooses a row and brings it on the screen. */
    void choose(int row) {
        list.getSelectionModel().select(row);
        list.scrollTo(row);
    }

    /**
     * Shows rows; the chosen one stays.
     *
     * @param count of rows
     * @param textOfRow one text a column
     * @param emphasisedRow −1 for none
     */
    void show(int count, IntFunction<List<String>> textOfRow, int emphasisedRow) {
        texts = textOfRow;
        emphasised = emphasisedRow;
        if (list.getItems().size() != count) {
            int before = Math.min(count - 1, chosen.get());
            list.getItems().setAll(IntStream.range(0, count).boxed().toList());
            if (before >= 0) {
                list.getSelectionModel().select(before);
            }
            scale();
        }
        rows.forEach(Row::write);
    }

    private Label firstLabel() {
        return (Label) head.getChildren().get(0);
    }

    private void scale() {
        Font font = firstLabel().getFont();
        double em = font.getSize() / NUMBER_TYPE;
        double row = Math.ceil(ROW * em);
        int count = list.getItems().size();
        list.setFixedCellSize(row);
        list.setMinHeight(row * Math.min(count, leastRows) + 2);
        list.setPrefHeight(row * Math.min(count, leastRows) + 2);
        list.setMaxHeight(row * Math.min(count, mostRows) + 2);
        double total = SCROLL_BAR * em;
        for (int column = 0; column < columns.size(); column++) {
            double width = width(column);
            total += width;
            ((Label) head.getChildren().get(column)).setPrefWidth(width);
        }
        setPrefWidth(Math.ceil(total));
        setMinWidth(Math.ceil(total));
        rows.forEach(Row::scale);
    }

    private double width(int column) {
        Font font = firstLabel().getFont();
        Text title = new Text(columns.get(column).title());
        title.setFont(font);
        double numbers = columns.get(column).characters() * CHARACTER * font.getSize();
        return Math.ceil(Math.max(title.getLayoutBounds().getWidth(), numbers) + GAP * font.getSize());
    }

    private static void align(Label label, int column) {
        label.setAlignment(column == 0 ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        label.setMinWidth(USE_PREF_SIZE);
    }

    /** A row that is on the screen. */
    private final class Row extends ListCell<Integer> {
        private final HBox box = new HBox();

        Row() {
            for (int column = 0; column < columns.size(); column++) {
                Label label = new Label();
                label.getStyleClass().add(column == 0 ? "number-name" : "number");
                align(label, column);
                box.getChildren().add(label);
            }
            rows.add(this);
            scale();
        }

        private void scale() {
            for (int column = 0; column < columns.size(); column++) {
                ((Label) box.getChildren().get(column)).setPrefWidth(width(column));
            }
        }

        @Override
        protected void updateItem(Integer item, boolean empty) {
            super.updateItem(item, empty);
            write();
        }

        private void write() {
            // Cells that are off the screen keep rows that there may no longer be.
            if (isEmpty() || getItem() == null || getItem() >= list.getItems().size()) {
                setGraphic(null);
                return;
            }
            List<String> now = texts.apply(getItem());
            for (int column = 0; column < now.size(); column++) {
                ((Label) box.getChildren().get(column)).setText(now.get(column));
            }
            getStyleClass().remove("emphasised");
            if (getItem() == emphasised) {
                getStyleClass().add("emphasised");
            }
            setGraphic(box);
        }
    }
}
