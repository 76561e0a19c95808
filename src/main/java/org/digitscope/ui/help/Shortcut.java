package org.digitscope.ui.help;

import java.util.List;
import javafx.scene.input.KeyCombination;

/**
 * Something that keys do.
 *
 * @param key of its text
 * @param keys each of them does it
 */
public record Shortcut(String key, List<KeyCombination> keys) {
    public Shortcut {
        keys = List.copyOf(keys);
    }

    static Shortcut of(String key, String... keys) {
        return new Shortcut(
                key, List.of(keys).stream().map(KeyCombination::keyCombination).toList());
    }
}
