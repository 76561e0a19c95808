package org.digitscope.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The way from the command line to the window. */
public interface WindowLauncher {
    /**
     * Opens the window and blocks until it is closed.
     *
     * @param files to open in it
     * @return the process's exit status
     */
    int open(List<Path> files);

    /**
     * Opens the window, replays ink in it, lets it idle for ten seconds and closes it again.
     *
     * @param drawing how long ink is replayed
     * @throws Exception if it cannot be opened, such as without a display
     */
    WindowFigures bench(Duration drawing) throws Exception;

    /**
     * Opens the window, uses it by chance and closes it again. Leaves the person's own files alone.
     *
     * @param seed of what is done
     * @throws Exception if it cannot be opened, such as without a display
     */
    SoakFigures soak(Duration duration, long seed) throws Exception;
}
