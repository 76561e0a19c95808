package org.digitscope.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.digitscope.files.FileProblem;

/**
 * The entries of a Deeplearning4j model zip, taken out with limits and without interpreting them. An entry that is a
 * serialized Java object is refused, so is whatever grows beyond all measure.
 *
 * @param file where it came from, for messages
 * @param sha256 of the whole zip, in hexadecimal
 * @param configuration the text of {@code configuration.json}
 * @param coefficients the bytes of {@code coefficients.bin}
 * @param updaterState the bytes of {@code updaterState.bin}, where training can be taken up again
 * @param card the text of {@code card.json}, where the model brings its card
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are read once
public record ModelArchive(
        Path file,
        String sha256,
        String configuration,
        byte[] coefficients,
        Optional<byte[]> updaterState,
        Optional<String> card) {

    /** The entry that holds a model's card. */
    public static final String CARD_ENTRY = "card.json";

    private static final long MAX_FILE_BYTES = 256L << 20;
    private static final int MAX_ENTRIES = 64;
    private static final int MAX_CONFIGURATION_BYTES = 4 << 20;
    private static final int MAX_CARD_BYTES = 1 << 20;
    private static final int MAX_ARRAY_BYTES = 256 << 20;
    private static final int MAX_RATIO = 200;
    private static final int SMALL = 1 << 20;
    private static final Set<String> SERIALIZED_ENTRIES =
            Set.of("normalizer.bin", "preprocessor.bin", "normalizer.obj");

    /**
     * @throws FileProblem if the file cannot be read, is no whole zip, or has an entry that is not accepted
     */
    public static ModelArchive read(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new FileProblem(file, "file.is-folder");
            }
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new FileProblem(file, "model.too-large", MAX_FILE_BYTES >> 20);
            }
            return of(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
    }

    /**
     * @param file how messages call it
     * @param zip the whole file
     * @throws FileProblem as {@link #read}
     */
    public static ModelArchive of(Path file, byte[] zip) throws IOException {
        if (zip.length < 4 || zip[0] != 'P' || zip[1] != 'K') {
            throw new FileProblem(file, "model.not-a-zip");
        }
        if (!hasEndRecord(zip)) {
            throw new FileProblem(file, "model.truncated");
        }
        try {
            return takeOut(file, zip);
        } catch (FileProblem e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw FileProblem.causedBy(e, file, "model.truncated");
        }
    }

    private static ModelArchive takeOut(Path file, byte[] zip) throws IOException {
        Optional<byte[]> configuration = Optional.empty();
        Optional<byte[]> coefficients = Optional.empty();
        Optional<byte[]> updaterState = Optional.empty();
        Optional<byte[]> card = Optional.empty();
        Set<String> seen = new HashSet<>();
        Limit limit = new Limit(file, zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (!seen.add(name) || seen.size() > MAX_ENTRIES) {
                    throw new FileProblem(file, "model.foreign");
                }
                if (SERIALIZED_ENTRIES.contains(name)) {
                    throw new FileProblem(file, "model.serialized", name);
                }
                switch (name) {
                    case "configuration.json" ->
                        configuration = Optional.of(limit.read(in, name, MAX_CONFIGURATION_BYTES));
                    case "coefficients.bin" -> coefficients = Optional.of(limit.read(in, name, MAX_ARRAY_BYTES));
                    case "updaterState.bin" -> updaterState = Optional.of(limit.read(in, name, MAX_ARRAY_BYTES));
                    case CARD_ENTRY -> card = Optional.of(limit.read(in, name, MAX_CARD_BYTES));
                    default -> limit.read(in, name, SMALL);
                }
            }
        }
        if (configuration.isEmpty() || coefficients.isEmpty()) {
            throw new FileProblem(file, "model.foreign");
        }
        return new ModelArchive(
                file,
                sha256(zip),
                new String(configuration.get(), StandardCharsets.UTF_8),
                coefficients.get(),
                updaterState,
                card.map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    /** Of the bytes, in hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** A zip ends with its directory's end record and up to 64 KiB of comment; a broken-off copy lacks it. */
    private static boolean hasEndRecord(byte[] zip) {
        int first = Math.max(0, zip.length - 22 - 0xFFFF);
        for (int i = zip.length - 22; i >= first; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 5 && zip[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    /** Reads entries and refuses what is serialized or grows too much. */
    private static final class Limit {
        private final Path file;
        private final long zipBytes;
        private long total;

        Limit(Path file, long zipBytes) {
            this.file = file;
            this.zipBytes = zipBytes;
        }

        byte[] read(InputStream in, String name, int maxBytes) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                total += n;
                boolean bomb = total > SMALL && total > zipBytes * MAX_RATIO;
                if (bomb || bytes.size() + n > maxBytes) {
                    throw new FileProblem(file, "model.bomb", name);
                }
                bytes.write(buffer, 0, n);
            }
            byte[] content = bytes.toByteArray();
            if (content.length >= 2 && (content[0] & 0xFF) == 0xAC && (content[1] & 0xFF) == 0xED) {
                throw new FileProblem(file, "model.serialized", name);
            }
            return content;
        }
    }
}
