package org.digitscope.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

/**
 * Writes whole files or nothing: first to a temporary neighbour, forced to the disk, then moved into place. A crash, a
 * full disk or a cancelled thread leaves the old file as it was. What a killed process left beside the file goes with a
 * later writing.
 *
 * <p>Safe for any thread; the last of two writers to one file wins.
 */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes the bytes of one file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @throws FileProblem if the file cannot be written; nothing has changed then
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = followed(file);
        Path folder = target.getParent();
        Path name = target.getFileName();
        if (folder == null || name == null || Files.isDirectory(target)) {
            throw new FileProblem(file, "file.is-folder");
        }
        Path neighbour = null;
        try {
            neighbour = Remains.newNeighbour(folder, name);
            try (FileChannel channel = FileChannel.open(neighbour, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            FileTime written = Files.getLastModifiedTime(neighbour);
            Permissions.take(neighbour, target);
            moveInto(neighbour, target);
            Remains.clear(folder, name, written);
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        } finally {
            if (neighbour != null) {
                Files.deleteIfExists(neighbour);
            }
        }
    }

    /** Writes text as UTF-8; see {@link #write}. */
    public static void writeText(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A link stays a link: what it leads to is written. */
    private static Path followed(Path file) throws IOException {
        return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private static void moveInto(Path neighbour, Path target) throws IOException {
        try {
            Files.move(neighbour, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(neighbour, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
