package org.digitscope.ui.window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.digitscope.files.UserFolders;
import org.digitscope.text.Texts;
import org.digitscope.ui.session.Settings;

/** The settings of the window with the file that they are kept in. For the JavaFX thread once they are read. */
public final class KeptSettings {
    private static final Duration LAST_WRITE = Duration.ofSeconds(2);

    private final Path file;
    private final Background saving;
    private Settings now;

    private KeptSettings(Path file, Executor fxThread) {
        this.file = file;
        this.saving = new Background(fxThread);
        this.now = Settings.read(file);
    }

    /**
     * Reads them, and the texts that a window begins with into the cache of resource bundles. Reads files: for another
     * thread than JavaFX's, so that the window does not wait.
     *
     * @param system what the system speaks
     * @param fxThread hands work to the JavaFX thread
     */
    public static KeptSettings read(UserFolders folders, Locale system, Executor fxThread) {
        KeptSettings kept = new KeptSettings(folders.data().resolve("settings.json"), fxThread);
        Locale locale = kept.now.appearance().language().locale(system);
        Texts.of("window", locale);
        Texts.of("problems", locale);
        return kept;
    }

    Settings now() {
        return now;
    }

    /** Has others from now on, and writes them in the background. */
    void keep(Settings next) {
        now = next;
        saving.run(
                "",
                () -> {
                    next.write(file);
                    return next;
                },
                written -> {},
                problem -> {
                    // Settings that cannot be kept are no reason to disturb somebody who draws.
                });
    }

    /** Writes the last ones after all others, at once. */
    void close(Settings last) throws IOException {
        saving.finish(LAST_WRITE);
        last.write(file);
    }
}
