package org.digitscope.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.digitscope.files.AtomicFiles;
import org.digitscope.files.FileProblem;

/**
 * What has arrived of a download so far: {@code TARGET.part}, and beside it {@code TARGET.part.from}, which tells the
 * mirror and the version (an ETag or a date) so that a later run can go on from there. Locked against other processes.
 */
final class PartFile implements Closeable {
    // Beyond any content: on Windows a locked region cannot be read through another handle.
    private static final long LOCK_POSITION = Long.MAX_VALUE - 1;

    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7E]+");

    private final Path target;
    private final Path part;
    private final Path originFile;
    private final RandomAccessFile file;
    private long length;
    private Optional<Origin> origin;

    /**
     * Where a part came from.
     *
     * @param version what the server calls this version in {@code ETag} or {@code Last-Modified}
     */
    record Origin(URI mirror, String version) {}

    private PartFile(Path target, Path part, RandomAccessFile file) throws IOException {
        this.target = target;
        this.part = part;
        this.originFile = Path.of(part + ".from");
        this.file = file;
        this.length = file.length();
        this.origin = readOrigin(originFile);
    }

    /**
     * Opens what an earlier run left, or begins anew.
     *
     * @throws FileProblem if the folder cannot be written, or another download of this file is going on
     */
    static PartFile open(Path target) throws IOException {
        Path part = Path.of(target + ".part");
        RandomAccessFile file;
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            file = new RandomAccessFile(part.toFile(), "rw");
        } catch (IOException e) {
            throw FileProblem.of(target, e);
        }
        try {
            if (!isLocked(file)) {
                throw new FileProblem(target, "download.busy");
            }
            return new PartFile(target, part, file);
        } catch (IOException e) {
            file.close();
            throw FileProblem.of(target, e);
        }
    }

    private static boolean isLocked(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock(LOCK_POSITION, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What cannot be read is as good as missing: the download begins anew then. */
    private static Optional<Origin> readOrigin(Path originFile) {
        try {
            List<String> lines = Files.readAllLines(originFile);
            boolean whole =
                    lines.size() == 2 && HEADER_VALUE.matcher(lines.get(1)).matches();
            return whole ? Optional.of(new Origin(URI.create(lines.get(0)), lines.get(1))) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Path path() {
        return part;
    }

    /** Bytes that have arrived. */
    long length() {
        return length;
    }

    /** The version of which this is the beginning, if it can be gone on with from {@code mirror}. */
    Optional<String> resumableFrom(URI mirror) {
        return length == 0
                ? Optional.empty()
                : origin.filter(known -> known.mirror().equals(mirror)).map(Origin::version);
    }

    /** The mirrors with the one first that can go on with this. */
    List<URI> ordered(List<URI> mirrors) {
        List<URI> ordered = new ArrayList<>(mirrors);
        ordered.sort(Comparator.comparing(mirror -> resumableFrom(mirror).isEmpty()));
        return ordered;
    }

    /** Throws away what has arrived; what comes now is from {@code newOrigin}, and cannot be gone on with if that is empty. */
    void restart(Optional<Origin> newOrigin) throws IOException {
        file.setLength(0);
        length = 0;
        origin = newOrigin;
        if (newOrigin.isPresent()) {
            AtomicFiles.writeText(
                    originFile,
                    newOrigin.get().mirror() + "\n" + newOrigin.get().version() + "\n");
        } else {
            Files.deleteIfExists(originFile);
        }
    }

    void append(List<ByteBuffer> buffers) throws IOException {
        file.seek(length);
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            file.write(bytes);
            length += bytes.length;
        }
    }

    /** Gives the whole content its name; closes this. */
    void moveIntoPlace() throws IOException {
        file.getFD().sync();
        file.close();
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(originFile);
    }

    /** Keeps what has arrived for a later run; an empty part leaves nothing behind. */
    @Override
    public void close() throws IOException {
        boolean wasOpen = file.getChannel().isOpen();
        file.close();
        if (wasOpen && length == 0) {
            Files.deleteIfExists(part);
            Files.deleteIfExists(originFile);
        }
    }
}
