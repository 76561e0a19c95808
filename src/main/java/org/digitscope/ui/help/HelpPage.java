package org.digitscope.ui.help;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitscope.text.Texts;

/** Every shortcut and gesture. */
final class HelpPage extends VBox {
    private final Texts texts;

    HelpPage(Texts texts) {
        this.texts = texts;
        setId("help-page");
        getStyleClass().add("help-page");
        GridPane keys = grid("help-shortcuts");
        for (Shortcut shortcut : Shortcuts.everywhere()) {
            add(keys, caps(shortcut.keys()), texts.get(shortcut.key()));
        }
        GridPane gestures = grid("help-gestures");
        for (String gesture : Shortcuts.gestures()) {
            Label how = new Label(texts.get(gesture + ".how"));
            how.getStyleClass().add("help-how");
            how.setWrapText(true);
            add(gestures, how, texts.get(gesture));
        }
        getChildren().addAll(head("help.keys"), keys, head("help.gestures"), gestures);
    }

    private Label head(String key) {
        Label head = new Label(texts.get(key));
        head.getStyleClass().add("help-head");
        return head;
    }

    private static GridPane grid(String id) {
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(38);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        GridPane grid = new GridPane();
        grid.setId(id);
        grid.getColumnConstraints().addAll(left, right);
        grid.getStyleClass().add("help-grid");
        return grid;
    }

    private static void add(GridPane grid, Node left, String deed) {
        Label what = new Label(deed);
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), left, what);
    }

    private static FlowPane caps(List<KeyCombination> keys) {
        FlowPane row = new FlowPane(6, 4);
        for (KeyCombination combination : keys) {
            Label cap = new Label(name(combination));
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(cap);
        }
        // For those who hear it, and for what is read at one glance.
        row.setAccessibleText(keys.stream().map(HelpPage::name).collect(Collectors.joining(", ")));
        return row;
    }

    /** As it is written on this system's keys. */
    static String name(KeyCombination combination) {
        return combination.getDisplayText();
    }
}
