package org.digitscope.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Temporary files are private; what a person saves is to be as readable as their other files. */
final class Permissions {
    private Permissions() {}

    /** Gives {@code file} the permissions of the one that it replaces, or those of a new file. */
    static void take(Path file, Path replaced) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    file,
                    Files.exists(replaced)
                            ? Files.getPosixFilePermissions(replaced)
                            : PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
