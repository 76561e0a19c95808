package org.digitscope.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Arguments that are files and nothing else, as file managers pass what was double-clicked. */
public final class FileArguments {
    private FileArguments() {}

    /**
     * The files; empty if a command or an option is among the arguments, or if there are none. Whether the files exist
     * is for the window to say.
     */
    public static Optional<List<Path>> of(String... arguments) {
        if (arguments.length == 0 || !Arrays.stream(arguments).allMatch(FileArguments::looksLikeFile)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Arrays.stream(arguments).map(Path::of).toList());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** No command has a dot or a separator in its name. */
    private static boolean looksLikeFile(String argument) {
        return !argument.startsWith("-")
                && (argument.indexOf('.') >= 0 || argument.indexOf('/') >= 0 || argument.indexOf('\\') >= 0);
    }
}
