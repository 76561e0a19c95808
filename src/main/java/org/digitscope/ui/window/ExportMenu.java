package org.digitscope.ui.window;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.digitscope.network.Readout;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Controls;
import org.kordamp.ikonli.javafx.FontIcon;

/** Pictures of the window or a part of it, to a file or the clipboard, and its state. */
public final class ExportMenu extends MenuButton {
    /** What a picture is made of. */
    public enum Part {
        WINDOW("export.window", ".window-root"),
        PAD("export.pad", "#pad"),
        SEEN("export.seen", "#seen"),
        ANSWER("export.answer", "#prediction"),
        MIDDLE("export.middle", "#middle"),
        TIMELINE("export.timeline", "#timeline");

        private final String key;
        private final String selector;

        Part(String key, String selector) {
            this.key = key;
            this.selector = selector;
        }

        String selector() {
            return selector;
        }

        /** A proposal, without an ending. */
        String fileName() {
            return "digitscope-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The label of what is no digit. */
    private static final String NO_DIGIT = "other";

    ExportMenu(Texts texts, TopBar.Commands commands) {
        super(texts.get("export"), new FontIcon("mdi2e-export-variant"));
        Controls.name(this, texts, "export");
        getStyleClass().add(TopBar.ICON_AND_NAME);
        Menu copying = new Menu(texts.get("export.copy"));
        Map<MenuItem, Part> parts = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            String name = texts.get(part.key);
            MenuItem save = new MenuItem(name);
            save.setOnAction(event -> commands.export(part));
            MenuItem copy = new MenuItem(name);
            copy.setOnAction(event -> commands.copy(part));
            parts.put(save, part);
            parts.put(copy, part);
            getItems().add(save);
            copying.getItems().add(copy);
        }
        MenuItem state = new MenuItem(texts.get("save-state"));
        state.setOnAction(event -> commands.saveState());
        Menu collecting = collecting(texts, commands);
        setOnShowing(event -> {
            parts.forEach((item, part) -> item.setDisable(!commands.isShown(part)));
            collecting.setDisable(!commands.hasInk());
        });
        getItems().addAll(new SeparatorMenuItem(), copying, new SeparatorMenuItem(), collecting, state);
    }

    /** Puts the drawing with a label into a file of drawings. */
    private static Menu collecting(Texts texts, TopBar.Commands commands) {
        Menu menu = new Menu(texts.get("collect"));
        for (int digit = 0; digit < Readout.DIGITS; digit++) {
            String label = Integer.toString(digit);
            MenuItem item = new MenuItem(label);
            item.setOnAction(event -> commands.collect(label));
            menu.getItems().add(item);
        }
        MenuItem none = new MenuItem(texts.get("collect.no-digit"));
        none.setOnAction(event -> commands.collect(NO_DIGIT));
        MenuItem elsewhere = new MenuItem(texts.get("collect.elsewhere"));
        elsewhere.setOnAction(event -> commands.chooseCollection());
        menu.getItems().addAll(none, new SeparatorMenuItem(), elsewhere);
        return menu;
    }
}
