package org.digitscope.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.regex.Pattern;

/** The temporary neighbours of a file, which stay behind if the process is killed while it writes one. */
final class Remains {
    private static final String ENDING = ".part";

    /** Nobody who still writes leaves a file alone for so long. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private Remains() {}

    /** A new and empty neighbour of a file. */
    static Path newNeighbour(Path folder, Path name) throws IOException {
        return Files.createTempFile(folder, "." + name + ".", ENDING);
    }

    /**
     * Deletes what earlier writings of the same file left behind; what cannot be deleted stays.
     *
     * @param fresh just written into the same folder, so that both ages are by the same clock, be it another computer's
     */
    static void clear(Path folder, Path name, FileTime fresh) {
        Pattern ofThisFile = Pattern.compile(Pattern.quote("." + name + ".") + "\\d+" + Pattern.quote(ENDING));
        DirectoryStream.Filter<Path> stale =
                entry -> ofThisFile.matcher(String.valueOf(entry.getFileName())).matches() && isLeft(entry, fresh);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, stale)) {
            for (Path entry : entries) {
                delete(entry);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The file itself has been written; a later writing tries again.
        }
    }

    private static boolean isLeft(Path entry, FileTime fresh) {
        try {
            return Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                    && Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS)
                            .toInstant()
                            .isBefore(fresh.toInstant().minus(LONGEST_PAUSE));
        } catch (IOException e) {
            return false; // another process was quicker
        }
    }

    private static void delete(Path entry) {
        try {
            Files.deleteIfExists(entry);
        } catch (IOException e) {
            // Perhaps another account's.
        }
    }
}
