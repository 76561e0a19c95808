package org.digitscope.ink;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.digitscope.files.FileProblem;

/** Ends with a problem where an InkML file is longer than anyone means it to be. */
final class LimitedInput extends FilterInputStream {
    private static final long MAX_BYTES = (long) InkMlParser.MAX_MIB << 20;

    private final Path file;
    private long bytes;

    LimitedInput(Path file, InputStream in) {
        super(in);
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) throws FileProblem {
        bytes += more;
        if (bytes > MAX_BYTES) {
            throw new FileProblem(file, "ink.xml-too-long", InkMlParser.MAX_MIB);
        }
    }
}
