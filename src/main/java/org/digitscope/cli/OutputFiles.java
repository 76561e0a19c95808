package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.files.FileProblem;

/** Looks whether a file can be written before hours go into what is to be in it. */
final class OutputFiles {
    private OutputFiles() {}

    /**
     * Leaves nothing behind.
     *
     * @throws FileProblem if the file could not be written
     */
    static void requireWritable(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new FileProblem(file, "file.is-folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new FileProblem(file, "file.folder-missing");
        }
        try {
            Files.delete(Files.createTempFile(folder, ".digitscope.", ".part"));
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
    }
}
