package org.digitscope.app;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The files that the system asks a running program to open. macOS starts a program without arguments and then tells it of
 * the files that were double-clicked, or dropped on its icon. JavaFX hears of them, but has no public way to pass them on.
 */
final class OpenRequests extends Application.EventHandler {
    private final Application.EventHandler usual;
    private final Consumer<Path> opener;

    private OpenRequests(Application.EventHandler usual, Consumer<Path> opener) {
        this.usual = usual;
        this.opener = opener;
    }

    /**
     * Passes on each file from now on, and those of the start, which came before there was a window. On the JavaFX thread.
     *
     * @param opener called on the JavaFX thread
     */
    static void passTo(Consumer<Path> opener) {
        Application application = Application.GetApplication();
        application.setEventHandler(new OpenRequests(application.getEventHandler(), opener));
    }

    @Override
    public void handleOpenFilesAction(Application application, long nanoTime, String[] files) {
        List.of(files).stream().map(Path::of).forEach(opener);
    }

    // What JavaFX itself listens to.

    @Override
    public void handleQuitAction(Application application, long nanoTime) {
        usual.handleQuitAction(application, nanoTime);
    }

    @Override
    public boolean handleThemeChanged(String themeName) {
        return usual.handleThemeChanged(themeName);
    }
}
