package org.digitscope.ui.explain;

import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.digitscope.network.Readout;
import org.jspecify.annotations.Nullable;

/** A choice among the ten digits and one thing more, which can have another name in the box than in the list. */
final class DigitChoice extends ComboBox<Integer> {
    private static final int NONE = -1;

    private final Cell shown;
    private String noneShown;

    /**
     * @param chosen is kept in step, empty for what is no digit
     * @param none what that is called in the list
     */
    DigitChoice(ObjectProperty<OptionalInt> chosen, String none) {
        this.noneShown = none;
        this.shown = new Cell(none);
        for (int item = NONE; item < Readout.DIGITS; item++) {
            getItems().add(item);
        }
        setVisibleRowCount(Readout.DIGITS + 1);
        setCellFactory(list -> new Cell(none));
        setButtonCell(shown);
        setMinWidth(USE_PREF_SIZE);
        getSelectionModel().select(Integer.valueOf(chosen.get().orElse(NONE)));
        valueProperty()
                .addListener((property, before, item) ->
                        chosen.set(item == null || item == NONE ? OptionalInt.empty() : OptionalInt.of(item)));
        chosen.addListener(
                (property, before, digit) -> getSelectionModel().select(Integer.valueOf(digit.orElse(NONE))));
    }

    /** What is no digit, as it is called in the box from now on. */
    void nameNone(String name) {
        if (!name.equals(noneShown)) {
            noneShown = name;
            shown.rename(name);
        }
    }

    private static final class Cell extends ListCell<Integer> {
        private String none;

        Cell(String none) {
            this.none = none;
        }

        void rename(String name) {
            none = name;
            updateItem(getItem(), isEmpty());
        }

        @Override
        protected void updateItem(@Nullable Integer item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item == NONE ? none : item.toString());
        }
    }
}
