package org.digitscope.ink;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.digitscope.files.FileProblem;

/**
 * Opens and saves ink in whichever of the two formats, {@link NdjsonInk} or {@link InkMl}.
 *
 * <p>Safe for any thread.
 */
public final class InkFiles {
    /** How many drawings {@link #readAll} takes. */
    public static final int MAX_DRAWINGS = 100_000;

    private static final int HEAD_BYTES = 1 << 13;
    private static final Pattern INK_ELEMENT = Pattern.compile("<([\\w.-]+:)?ink[\\s/>]");

    private InkFiles() {}

    private enum Kind {
        NDJSON,
        XML,
        EMPTY,
        BINARY,
        OTHER
    }

    /**
     * Opens a file for reading drawing by drawing. Its content tells the format, not its ending: {@code <} begins InkML,
     * <code>{</code> ndjson. ndjson is streamed; InkML, which is limited to 64 MiB, is read at once.
     *
     * @throws FileProblem if the file cannot be read or is no ink
     */
    public static InkReader open(Path file) throws FileProblem {
        InputStream in = null;
        InkReader reader = null;
        try {
            in = new BufferedInputStream(Files.newInputStream(file), HEAD_BYTES);
            reader = reader(file, in);
            return reader;
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        } finally {
            if (in != null && reader == null) {
                closeAfterProblem(in);
            }
        }
    }

    /**
     * Reads ndjson from a stream, each drawing as soon as its line is there.
     *
     * @param in closed with the reader
     * @param name what the sentence of a problem calls it
     */
    public static InkReader openNdjson(InputStream in, Path name) {
        return new NdjsonReader(name, in);
    }

    /**
     * Whether a file is ink rather than a picture, by its content; a file without any content is what its ending says.
     * False if it cannot be read. A file that looks like ink may still be damaged.
     */
    public static boolean looksLikeInk(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            return switch (kind(head)) {
                case NDJSON -> true;
                case XML -> hasInkElement(head);
                case EMPTY -> hasEnding(file, ".ndjson") || hasEnding(file, ".inkml");
                case BINARY, OTHER -> false;
            };
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * All drawings of a file, at least one.
     *
     * @throws FileProblem if the file cannot be read, is no ink, is damaged anywhere, or holds more than
     *     {@value #MAX_DRAWINGS} drawings
     */
    public static List<InkRecord> readAll(Path file) throws FileProblem {
        List<InkRecord> records = new ArrayList<>();
        try (InkReader reader = open(file)) {
            for (Optional<InkRecord> ink = reader.next(); ink.isPresent(); ink = reader.next()) {
                if (records.size() == MAX_DRAWINGS) {
                    throw new FileProblem(file, "ink.too-many-drawings", MAX_DRAWINGS);
                }
                records.add(ink.get());
            }
        }
        return records;
    }

    /**
     * Writes all records or, if that fails, nothing: as InkML if the name ends in .inkml or .xml, else as ndjson. InkML
     * keeps only simple extras (see {@link InkMl}).
     *
     * @throws FileProblem if the file cannot be written
     */
    public static void save(Path file, List<InkRecord> records) throws FileProblem {
        try {
            if (hasEnding(file, ".inkml") || hasEnding(file, ".xml")) {
                InkMl.write(file, records);
            } else {
                NdjsonInk.write(file, records);
            }
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
    }

    private static InkReader reader(Path file, InputStream in) throws IOException {
        in.mark(HEAD_BYTES);
        Kind kind = kind(in.readNBytes(HEAD_BYTES));
        in.reset();
        return switch (kind) {
            case NDJSON, EMPTY -> new NdjsonReader(file, in);
            case XML -> {
                List<InkRecord> records = InkMlParser.parse(file, in);
                in.close();
                yield new ListReader(records);
            }
            case BINARY -> throw new FileProblem(file, "ink.binary");
            case OTHER -> throw new FileProblem(file, "ink.unknown");
        };
    }

    private static Kind kind(byte[] head) {
        int i = head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF ? 3 : 0;
        while (i < head.length && (head[i] == ' ' || head[i] == '\t' || head[i] == '\r' || head[i] == '\n')) {
            i++;
        }
        if (i == head.length) {
            return Kind.EMPTY;
        }
        return switch (head[i]) {
            case '{' -> Kind.NDJSON;
            case '<' -> Kind.XML;
            default -> isText(head) ? Kind.OTHER : Kind.BINARY;
        };
    }

    private static boolean isText(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(head.length);
        // The head may end within a character, which is no fault.
        boolean malformed = decoder.decode(ByteBuffer.wrap(head), text, false).isError();
        return !malformed && text.flip().chars().noneMatch(c -> c == 0);
    }

    private static boolean hasInkElement(byte[] head) {
        return INK_ELEMENT
                .matcher(new String(head, StandardCharsets.ISO_8859_1))
                .find();
    }

    private static boolean hasEnding(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static void closeAfterProblem(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // The problem that led here is the one to tell.
        }
    }

    /** Hands out what has been read already. */
    private static final class ListReader implements InkReader {
        private final List<InkRecord> records;
        private int index = -1;

        ListReader(List<InkRecord> records) {
            this.records = records;
        }

        @Override
        public Optional<InkRecord> next() {
            if (index + 1 >= records.size()) {
                return Optional.empty();
            }
            index++;
            return Optional.of(records.get(index));
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public void close() {}
    }
}
