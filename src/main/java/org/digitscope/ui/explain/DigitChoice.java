package org.digitscope.ui.explain;

import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.digitscope.network.Readout;
import org.jspecify.annotations.Nullable;

/**
 * A choice among the ten digits, "no digit" where the model has an output for it, and one thing more, which can have
 * another name in the box than in the list.
 */
final class DigitChoice extends ComboBox<Integer> {
    private static final int NONE = -1;

    private final Cell shown;
    private String noneShown;

    /**
     * @param chosen is kept in step, empty for the one thing more
     * @param none what that is called in the list
     * @param noDigit what {@link Readout#NO_DIGIT} is called
     */
    DigitChoice(ObjectProperty<OptionalInt> chosen, String none, String noDigit) {
        this.noneShown = none;
        this.shown = new Cell(none, noDigit);
        for (int item = NONE; item < Readout.DIGITS; item++) {
            getItems().add(item);
        }
        setVisibleRowCount(Readout.DIGITS + 2);
        setCellFactory(list -> new Cell(none, noDigit));
        setButtonCell(shown);
        setMinWidth(USE_PREF_SIZE);
        getSelectionModel().select(Integer.valueOf(chosen.get().orElse(NONE)));
        valueProperty()
                .addListener((property, before, item) ->
                        chosen.set(item == null || item == NONE ? OptionalInt.empty() : OptionalInt.of(item)));
        chosen.addListener(
                (property, before, digit) -> getSelectionModel().select(Integer.valueOf(digit.orElse(NONE))));
    }

    /** Whether "no digit" can be chosen; where it was and no longer can be, the one thing more is. */
    void offerNoDigit(boolean offered) {
        if (offered && !getItems().contains(Readout.NO_DIGIT)) {
            getItems().add(Readout.NO_DIGIT);
        } else if (!offered) {
            if (Integer.valueOf(Readout.NO_DIGIT).equals(getValue())) {
                getSelectionModel().select(Integer.valueOf(NONE));
            }
            getItems().remove(Integer.valueOf(Readout.NO_DIGIT));
        }
    }

    /** The one thing more, as it is called in the box from now on. */
    void nameNone(String name) {
        if (!name.equals(noneShown)) {
            noneShown = name;
            shown.rename(name);
        }
    }

    private static final class Cell extends ListCell<Integer> {
        private final String noDigit;
        private String none;

        Cell(String none, String noDigit) {
            this.none = none;
            this.noDigit = noDigit;
        }

        void rename(String name) {
            none = name;
            updateItem(getItem(), isEmpty());
        }

        @Override
        protected void updateItem(@Nullable Integer item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : name(item));
        }

        private String name(int item) {
            return switch (item) {
                case NONE -> none;
                case Readout.NO_DIGIT -> noDigit;
                default -> Integer.toString(item);
            };
        }
    }
}
