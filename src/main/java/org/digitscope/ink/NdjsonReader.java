package org.digitscope.ink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.digitscope.files.FileProblem;

/** Reads Quick, Draw! ndjson line by line, in memory that does not grow with the file. Closes the stream it is given. */
final class NdjsonReader implements InkReader {
    private final Path file;
    private final InputStream in;
    private final Utf8Lines lines;
    private int index = -1;
    private boolean ended;

    NdjsonReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
        this.lines = new Utf8Lines(file, in);
    }

    @Override
    public Optional<InkRecord> next() throws FileProblem {
        if (ended) {
            return Optional.empty();
        }
        // Set before reading, so that a problem ends the file as well.
        ended = true;
        try {
            Optional<String> line = lines.next();
            while (line.isPresent() && line.get().isBlank()) {
                line = lines.next();
            }
            if (line.isPresent()) {
                InkRecord ink = NdjsonLine.parse(file, lines.number(), line.get());
                index++;
                ended = false;
                return Optional.of(ink);
            }
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
        if (index < 0) {
            throw new FileProblem(file, "ink.empty");
        }
        return Optional.empty();
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void close() throws FileProblem {
        try {
            in.close();
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
    }
}
