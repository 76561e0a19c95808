package org.digitscope.ui.explain;

import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Numbers;

/** The strokes with their numbers and what falls without each; the one under the pointer or the focus is told of. */
final class StrokeList extends VBox {
    private final Texts texts;
    private final Consumer<OptionalInt> onStroke;
    private OptionalInt hovered = OptionalInt.empty();

    /** @param onStroke told the stroke, counted from 0, or that there is none */
    StrokeList(Texts texts, Consumer<OptionalInt> onStroke) {
        this.texts = texts;
        this.onStroke = onStroke;
        setId("explain-strokes");
        getStyleClass().add("strokes");
    }

    /** @param falls one a stroke; none hides the list */
    void show(float[] falls, Ground ground) {
        // Rows are kept, so that the focus stays where it is while the pen moves.
        while (getChildren().size() > falls.length) {
            getChildren().remove(getChildren().size() - 1);
        }
        while (getChildren().size() < falls.length) {
            getChildren().add(new Row(getChildren().size()));
        }
        float magnitude = 0;
        for (float fall : falls) {
            magnitude = Math.max(magnitude, Math.abs(fall));
        }
        for (int i = 0; i < falls.length; i++) {
            if (getChildren().get(i) instanceof Row row) {
                row.show(falls[i], ground.argb(0, falls[i], magnitude));
            }
        }
        tell();
    }

    private void tell() {
        OptionalInt focused = OptionalInt.empty();
        for (Node row : getChildren()) {
            if (row.isFocused()) {
                focused = OptionalInt.of(getChildren().indexOf(row));
            }
        }
        boolean known =
                hovered.isPresent() && hovered.getAsInt() < getChildren().size();
        onStroke.accept(known ? hovered : focused);
    }

    private final class Row extends HBox {
        private final int index;
        private final Region swatch = new Region();
        private final Label text = new Label();

        Row(int index) {
            super(7);
            this.index = index;
            setId("stroke-" + (index + 1));
            getStyleClass().add("stroke-row");
            setAlignment(Pos.CENTER_LEFT);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            Label number = new Label(Integer.toString(index + 1));
            number.getStyleClass().add("stroke-number");
            number.setMinWidth(USE_PREF_SIZE);
            swatch.getStyleClass().add("stroke-swatch");
            swatch.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(number, swatch, text);
            addEventHandler(MouseEvent.MOUSE_ENTERED, event -> hover(OptionalInt.of(index)));
            addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(OptionalInt.empty()));
            addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
            focusedProperty().addListener((property, before, on) -> tell());
        }

        private void hover(OptionalInt stroke) {
            hovered = stroke;
            tell();
        }

        void show(float fall, int argb) {
            String key = fall > 0 ? "explain.falls" : fall < 0 ? "explain.rises" : "explain.stays";
            text.setText(texts.get(key, Numbers.significant(Math.abs(fall))));
            setAccessibleText(texts.get("explain.stroke", index + 1, text.getText()));
            swatch.setStyle(String.format("-fx-background-color: #%06x;", argb & 0xFFFFFF));
        }
    }
}
