package org.digitscope.ui.window;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
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
    }

    ExportMenu(Texts texts, TopBar.Commands commands) {
        super(texts.get("export"), new FontIcon("mdi2e-export-variant"));
        Controls.name(this, texts, "export");
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
        setOnShowing(event -> parts.forEach((item, part) -> item.setDisable(!commands.isShown(part))));
        getItems().addAll(new SeparatorMenuItem(), copying, new SeparatorMenuItem(), state);
    }
}
