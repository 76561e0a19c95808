package org.digitscope.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
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

    /**
     * Asks where something is to be saved.
     *
     * @param name that is proposed
     * @return absent if the person does not want to
     */
    static Optional<Path> save(Window owner, Texts texts, String key, String name, String... patterns) {
        FileChooser chooser = of(texts, key, patterns);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
