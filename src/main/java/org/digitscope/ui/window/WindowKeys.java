package org.digitscope.ui.window;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.digitscope.ui.pad.PadViewModel;
import org.digitscope.ui.settings.SettingsViewModel;

/** The keys that work wherever the keyboard is; help lists them. */
final class WindowKeys {
    private static final List<KeyCode> TAB_KEYS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3);

    private final Scene scene;
    private final TopBar.Commands commands;
    private final Runnable paste;
    private final Runnable close;

    WindowKeys(Scene scene, TopBar.Commands commands, Runnable paste, Runnable close) {
        this.scene = scene;
        this.commands = commands;
        this.paste = paste;
        this.close = close;
    }

    /** From now on they do what they do to this workspace. */
    void serve(Workspace workspace) {
        scene.getAccelerators().clear();
        PadViewModel pad = workspace.pad();
        MiddlePane middle = workspace.middle();
        BooleanProperty dark = workspace.darkProperty();
        key(KeyCode.Z, pad::undo, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.Z, pad::redo, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        key(KeyCode.Y, pad::redo, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.DELETE, pad::clear);
        key(KeyCode.O, commands::open, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.S, commands::saveInk, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.S, commands::savePicture, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        key(
                KeyCode.C,
                () -> commands.copy(ExportMenu.Part.WINDOW),
                KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
        key(KeyCode.V, paste, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.R, pad::startReplay, KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.D, () -> dark.set(!dark.get()), KeyCombination.SHORTCUT_DOWN);
        key(KeyCode.P, () -> pad.toolProperty().set(PadViewModel.Tool.PEN));
        key(KeyCode.E, () -> pad.toolProperty().set(PadViewModel.Tool.ERASER));
        key(KeyCode.OPEN_BRACKET, () -> widen(pad, -2));
        key(KeyCode.CLOSE_BRACKET, () -> widen(pad, 2));
        key(KeyCode.F1, workspace.assistance()::help);
        key(KeyCode.F11, commands::present);
        key(KeyCode.COMMA, commands::showSettings, KeyCombination.SHORTCUT_DOWN);
        SettingsViewModel appearance = workspace.appearance();
        for (KeyCode plus : List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)) {
            key(plus, appearance::larger, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
        }
        for (KeyCode minus : List.of(KeyCode.MINUS, KeyCode.SUBTRACT)) {
            key(minus, appearance::smaller, KeyCombination.SHORTCUT_DOWN);
        }
        for (KeyCode zero : List.of(KeyCode.DIGIT0, KeyCode.NUMPAD0)) {
            key(zero, appearance::usualSize, KeyCombination.SHORTCUT_DOWN);
        }
        key(KeyCode.Q, close, KeyCombination.SHORTCUT_DOWN);
        Presentation presentation = workspace.presentation();
        key(
                KeyCode.T,
                () -> {
                    if (!presentation.onProperty().get()) {
                        middle.timelineButton().fire();
                    }
                },
                KeyCombination.SHORTCUT_DOWN);
        for (int tab = 0; tab < TAB_KEYS.size(); tab++) {
            int chosen = tab;
            key(TAB_KEYS.get(tab), () -> presentation.showView(chosen), KeyCombination.SHORTCUT_DOWN);
        }
    }

    private void key(KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
        scene.getAccelerators().put(new KeyCodeCombination(code, modifiers), action);
    }

    private static void widen(PadViewModel pad, double by) {
        DoubleProperty width = pad.penWidthProperty();
        width.set(Math.max(4, Math.min(36, width.get() + by)));
    }
}
