package org.digitscope.ui.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.digitscope.text.Texts;

/** Dialogs of the system for files. */
final class FileChoosers {
    private static final List<String> OPENED = List.of(
            "*.digitscope", "*.zip", "*.ndjson", "*.inkml", "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif", "*.pgm");

    private FileChoosers() {}

    /** Asks for a file of a kind that the window opens, or any other; absent if the person does not want to. */
    static Optional<Path> open(Window owner, Texts texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("open.name"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(texts.get("open.files"), OPENED),
                        new FileChooser.ExtensionFilter(texts.get("all-files"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    /**
     * Asks where something is to be saved.
     *
     * @param name that is proposed, with the ending of the first pattern
     * @param patterns one a format
     * @return absent if the person does not want to
     */
    static Optional<Path> save(Window owner, Texts texts, String key, String name, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(key + ".name"));
        for (String pattern : patterns) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(texts.get(key + ".files") + " (" + pattern + ")", pattern));
        }
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> {
            FileChooser.ExtensionFilter format = chooser.getSelectedExtensionFilter();
            String chosen =
                    format == null ? patterns[0] : format.getExtensions().get(0);
            return inFormat(file.toPath(), name, chosen, List.of(patterns));
        });
    }

    /**
     * The file with an ending that says what is going to be in it: its own if it is one of the patterns, or else the
     * chosen format's. Of a name that was not asked for, no file is replaced.
     *
     * @param proposed the name that was there before the person did anything; it follows the chosen format
     */
    static Path inFormat(Path file, String proposed, String chosen, List<String> patterns) {
        String name = String.valueOf(file.getFileName());
        boolean isOurs = name.equals(proposed);
        if (isLike(name, chosen) || !isOurs && patterns.stream().anyMatch(pattern -> isLike(name, pattern))) {
            return file;
        }
        String stem = isOurs ? name.substring(0, name.lastIndexOf('.')) : name;
        String ending = chosen.substring(1);
        Path named = file.resolveSibling(stem + ending);
        for (int number = 2; Files.exists(named); number++) {
            named = file.resolveSibling(stem + " " + number + ending);
        }
        return named;
    }

    private static boolean isLike(String name, String pattern) {
        return name.toLowerCase(Locale.ROOT).endsWith(pattern.substring(1));
    }
}
