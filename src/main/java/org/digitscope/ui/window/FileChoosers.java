package org.digitscope.ui.window;

import java.util.List;
import javafx.stage.FileChooser;
import org.digitscope.text.Texts;

/** Dialogs of the system for files. */
final class FileChoosers {
    private FileChoosers() {}

    /**
     * @param key its texts are {@code key.name}, the title, and {@code key.files}, what the patterns stand for
     * @param patterns of names, such as {@code *.zip}; all others can be chosen, too
     */
    static FileChooser of(Texts texts, String key, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(key + ".name"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(texts.get(key + ".files"), List.of(patterns)),
                        new FileChooser.ExtensionFilter(texts.get("all-files"), "*.*"));
        return chooser;
    }
}
