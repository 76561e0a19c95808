package org.digitscope.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.digitscope.files.FileProblem;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkReader;
import org.digitscope.ink.InkRecord;

/**
 * One file of a {@link KnownDataset}.
 *
 * @param path where it belongs, below the folder of data sets, with {@code /}
 * @param kind what is in it
 * @param size how much is in it: bytes of the unpacked content for {@link Kind#IDX}, drawings for {@link Kind#PEN_INK}
 * @param sha256 the published checksum, in hexadecimal: of the unpacked content for {@link Kind#IDX}, so that a file that
 *     was packed anew is right too; for {@link Kind#PEN_INK} of the labels in their order, each with a line feed, because
 *     that file is converted here
 * @param mirrors where it is fetched from, the best first
 * @param downloadBytes how much is fetched from the first mirror, roughly where it is not published
 */
public record KnownFile(String path, Kind kind, long size, String sha256, List<URI> mirrors, long downloadBytes) {

    private static final long MAX_UNIPEN_BYTES = 64L << 20;

    /** What a file holds, and so how it is checked and installed. */
    public enum Kind {
        /** An IDX file, kept as it comes. */
        IDX,
        /** Pen trajectories, fetched as UNIPEN text and kept as newline-delimited JSON. */
        PEN_INK
    }

    public KnownFile {
        mirrors = List.copyOf(mirrors);
    }

    /** The name under which the first mirror has it. */
    String originalName() {
        String path = mirrors.get(0).toString();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** True if {@code file}, in the form in which it is kept, has the published content. */
    boolean isInstalledAs(Path file) throws IOException {
        return switch (kind) {
            case IDX -> hasContent(file);
            case PEN_INK ->
                trueUnlessDamaged(() -> {
                    Labels labels = new Labels();
                    try (InkReader reader = InkFiles.open(file)) {
                        for (Optional<InkRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                            labels.add(next.get());
                        }
                    }
                    return labels.areRight();
                });
        };
    }

    /** True if {@code file}, in the form in which it is fetched, has the published content. */
    boolean isFetchedAs(Path file) throws IOException {
        return switch (kind) {
            case IDX -> hasContent(file);
            case PEN_INK ->
                trueUnlessDamaged(() -> {
                    Labels labels = new Labels();
                    convert(file, labels::add);
                    return labels.areRight();
                });
        };
    }

    /** Reads the drawings of a {@link Kind#PEN_INK} file in the form in which it is fetched. */
    void convert(Path fetched, UnipenInk.Sink sink) throws IOException {
        String name = originalName();
        String member = name.endsWith(".Z") ? name : name + ".Z";
        String writers = name.contains(".tra") ? "tra-w" : "tes-w";
        try (InputStream text = Unpacking.unpacked(fetched, member, MAX_UNIPEN_BYTES)) {
            UnipenInk.read(text, fetched, writers, sink);
        }
    }

    private boolean hasContent(Path file) throws IOException {
        return trueUnlessDamaged(() -> {
            MessageDigest digest = sha256Digest();
            try (InputStream content = Unpacking.unpacked(file, originalName(), size)) {
                byte[] block = new byte[1 << 16];
                for (int read = content.read(block); read >= 0; read = content.read(block)) {
                    digest.update(block, 0, read);
                }
            }
            return isRight(digest);
        });
    }

    private boolean isRight(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private interface Reading {
        boolean run() throws IOException;
    }

    private static boolean trueUnlessDamaged(Reading reading) throws IOException {
        try {
            return reading.run();
        } catch (FileProblem | ZipException | EOFException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return false;
        }
    }

    private final class Labels {
        private final MessageDigest digest = sha256Digest();
        private long count;

        void add(InkRecord ink) {
            digest.update((ink.label().orElse("") + "\n").getBytes(StandardCharsets.UTF_8));
            count++;
        }

        boolean areRight() {
            return count == size && isRight(digest);
        }
    }
}
