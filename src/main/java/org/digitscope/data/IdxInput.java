package org.digitscope.data;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.digitscope.files.FileProblem;

/** One IDX file that is being read, entry by entry; every way in which it can be wrong is a {@link FileProblem}. */
final class IdxInput implements Closeable {
    static final int MAX_SIDE_PX = 4096;

    private final Path file;
    private final InputStream in;
    private final int count;
    private final int rows;
    private final int columns;
    private int done;

    private IdxInput(Path file, InputStream in, int expectedMagic) throws IOException {
        this.file = file;
        this.in = in;
        int magic = headerInt();
        if (magic != expectedMagic) {
            throw foreign(file, magic);
        }
        count = headerInt();
        boolean images = magic == IdxFiles.IMAGES_MAGIC;
        rows = images ? headerInt() : 1;
        columns = images ? headerInt() : 1;
        if (count < 0 || rows < 1 || columns < 1 || rows > MAX_SIDE_PX || columns > MAX_SIDE_PX) {
            throw new FileProblem(file, "idx.absurd", count & 0xFFFFFFFFL, rows & 0xFFFFFFFFL, columns & 0xFFFFFFFFL);
        }
        if (!Unpacking.isGzipped(file)) {
            requireSize(Files.size(file), images ? 16 : 8);
        }
    }

    static IdxInput openImages(Path file) throws IOException {
        return open(file, IdxFiles.IMAGES_MAGIC);
    }

    static IdxInput openLabels(Path file) throws IOException {
        return open(file, IdxFiles.LABELS_MAGIC);
    }

    /** True if {@code file} starts like an IDX file of bytes; false for any other file. */
    static boolean looksLikeOne(Path file) throws IOException {
        try (InputStream in = Unpacking.gunzipped(file)) {
            byte[] start = in.readNBytes(4);
            int magic = start.length < 4 ? 0 : ByteBuffer.wrap(start).getInt();
            return magic == IdxFiles.IMAGES_MAGIC || magic == IdxFiles.LABELS_MAGIC;
        } catch (ZipException | EOFException e) {
            return false;
        }
    }

    private static IdxInput open(Path file, int magic) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileProblem(file, "file.is-folder");
        }
        InputStream in = null;
        try {
            in = Unpacking.gunzipped(file);
            return new IdxInput(file, in, magic);
        } catch (IOException e) {
            if (in != null) {
                in.close();
            }
            throw asProblem(file, e);
        }
    }

    int count() {
        return count;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The bytes of the next entry, row-major; there must be one, by {@link #count}. */
    byte[] read() throws IOException {
        byte[] entry;
        try {
            entry = in.readNBytes(rows * columns);
        } catch (EOFException e) {
            throw truncated(done);
        } catch (IOException e) {
            throw asProblem(file, e);
        }
        if (entry.length < rows * columns) {
            throw truncated(done);
        }
        done++;
        return entry;
    }

    /** To be called after the last entry: nothing may follow. */
    void requireEnd() throws IOException {
        try {
            if (in.read() >= 0) {
                throw new FileProblem(file, "idx.trailing", count);
            }
        } catch (IOException e) {
            throw asProblem(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void requireSize(long bytes, int headerBytes) throws FileProblem {
        long entryBytes = (long) rows * columns;
        long found = bytes - headerBytes;
        if (found < count * entryBytes) {
            throw truncated(found / entryBytes);
        }
        if (found > count * entryBytes) {
            throw new FileProblem(file, "idx.trailing", count);
        }
    }

    private int headerInt() throws IOException {
        byte[] bytes = in.readNBytes(4);
        if (bytes.length < 4) {
            throw new FileProblem(file, "idx.foreign");
        }
        return ByteBuffer.wrap(bytes).getInt();
    }

    private FileProblem truncated(long after) {
        return new FileProblem(file, "idx.truncated", after, count);
    }

    private static FileProblem foreign(Path file, int magic) {
        return switch (magic) {
            case IdxFiles.IMAGES_MAGIC -> new FileProblem(file, "idx.images-for-labels");
            case IdxFiles.LABELS_MAGIC -> new FileProblem(file, "idx.labels-for-images");
            default -> new FileProblem(file, "idx.foreign");
        };
    }

    private static FileProblem asProblem(Path file, IOException cause) {
        boolean damaged = cause instanceof ZipException || cause instanceof EOFException;
        return damaged ? FileProblem.causedBy(cause, file, "idx.damaged") : FileProblem.of(file, cause);
    }
}
