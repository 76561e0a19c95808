package org.digitscope.ui.help;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/** All keys of the window in the order in which help lists them; a test holds them against those that are installed. */
public final class Shortcuts {
    private Shortcuts() {}

    /** Those that work wherever the keyboard is. */
    public static List<Shortcut> everywhere() {
        return List.of(
                Shortcut.of("keys.help", "F1"),
                Shortcut.of("keys.undo", "Shortcut+Z"),
                Shortcut.of("keys.redo", "Shortcut+Shift+Z", "Shortcut+Y"),
                Shortcut.of("keys.clear", "Delete"),
                Shortcut.of("keys.pen", "P"),
                Shortcut.of("keys.eraser", "E"),
                Shortcut.of("keys.thinner", "Open Bracket"),
                Shortcut.of("keys.wider", "Close Bracket"),
                Shortcut.of("keys.replay", "Shortcut+R"),
                Shortcut.of("keys.open", "Shortcut+O"),
                Shortcut.of("keys.paste", "Shortcut+V"),
                Shortcut.of("keys.save-ink", "Shortcut+S"),
                Shortcut.of("keys.save-picture", "Shortcut+Shift+S"),
                Shortcut.of("keys.copy", "Shortcut+Shift+C"),
                Shortcut.of("keys.layers", "Shortcut+1"),
                Shortcut.of("keys.explain", "Shortcut+2"),
                Shortcut.of("keys.kernels", "Shortcut+3"),
                Shortcut.of("keys.timeline", "Shortcut+T"),
                Shortcut.of("keys.present", "F11"),
                Shortcut.of("keys.settings", "Shortcut+Comma"),
                Shortcut.of("keys.larger", "Shortcut+Ignore Shift+Plus"),
                Shortcut.of("keys.smaller", "Shortcut+Minus"),
                Shortcut.of("keys.usual-size", "Shortcut+0"),
                Shortcut.of("keys.theme", "Shortcut+D"),
                Shortcut.of("keys.quit", "Shortcut+Q"));
    }

    /** Keys of other keyboards that do what one of the listed does. */
    public static List<KeyCombination> twins() {
        return Stream.of(
                        "Shortcut+Ignore Shift+Equals",
                        "Shortcut+Ignore Shift+Add",
                        "Shortcut+Subtract",
                        "Shortcut+Numpad 0")
                .map(KeyCombination::keyCombination)
                .toList();
    }

    /** What the pointer and keys do in one place: the text of the deed, with {@code .how} that of the gesture. */
    static List<String> gestures() {
        return List.of(
                "gesture.draw",
                "gesture.erase",
                "gesture.drop",
                "gesture.seen",
                "gesture.bar",
                "gesture.hover",
                "gesture.open-map",
                "gesture.walk",
                "gesture.layer",
                "gesture.window",
                "gesture.pixel",
                "gesture.values",
                "gesture.weight",
                "gesture.weights",
                "gesture.relevance",
                "gesture.same-map",
                "gesture.scrub",
                "gesture.timeline",
                "gesture.changes",
                "gesture.present",
                "gesture.gallery",
                "gesture.lesson",
                "gesture.close");
    }
}
