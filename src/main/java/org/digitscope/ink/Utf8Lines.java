package org.digitscope.ink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.digitscope.files.FileProblem;

/** The lines of a UTF-8 text one by one, without a byte order mark. No more than one line is in memory, and it is limited. */
final class Utf8Lines {
    static final int MAX_LINE_MIB = 16;

    private static final int MAX_LINE_BYTES = MAX_LINE_MIB << 20;
    private static final int CHUNK_BYTES = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int position;
    private int filled;
    private byte[] line = new byte[CHUNK_BYTES];
    private int length;
    private int number;

    Utf8Lines(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Which line {@link #next} gave last, counted from 1. */
    int number() {
        return number;
    }

    /**
     * The next line without its line feed; none at the end.
     *
     * @throws FileProblem if the line is too long or no UTF-8 text
     */
    Optional<String> next() throws IOException {
        number++;
        length = 0;
        boolean complete = false;
        while (!complete) {
            if (position == filled && !refill()) {
                return length == 0 ? Optional.empty() : Optional.of(text());
            }
            int end = position;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            append(end);
            complete = end < filled;
            position = complete ? end + 1 : end;
        }
        return Optional.of(text());
    }

    private boolean refill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(chunk));
        return filled > 0;
    }

    private void append(int end) throws FileProblem {
        int more = end - position;
        if (length + more > MAX_LINE_BYTES) {
            throw new FileProblem(file, "ink.line-too-long", number, MAX_LINE_MIB);
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
        System.arraycopy(chunk, position, line, length, more);
        length += more;
    }

    private String text() throws FileProblem {
        String text;
        try {
            text = decoder.decode(ByteBuffer.wrap(line, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw FileProblem.causedBy(e, file, "ink.line-not-text", number);
        }
        if (text.indexOf('\0') >= 0) {
            throw new FileProblem(file, "ink.line-not-text", number);
        }
        return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
