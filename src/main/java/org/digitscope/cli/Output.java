package org.digitscope.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.digitscope.files.FileProblem;

/** Standard output: lines of UTF-8. Unlike a PrintStream it says why a line could not be written. For one thread. */
final class Output {
    private final OutputStream out;
    private final PrintStream original;
    private boolean broken;

    /** Whoever read the output has gone, like {@code head} after its lines: no failure, but the end. */
    static final class ClosedPipe extends IOException {
        private static final long serialVersionUID = 1;
    }

    Output(PrintStream original) {
        this.original = original;
        OutputStream raw = original == System.out ? new FileOutputStream(FileDescriptor.out) : original;
        this.out = new BufferedOutputStream(raw, 1 << 14);
    }

    void line(String text) throws IOException {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw problem(e);
        }
    }

    /** What was written so far reaches the reader; once that has failed, nothing more is tried. */
    void flush() throws IOException {
        if (broken) {
            return;
        }
        try {
            out.flush();
        } catch (IOException e) {
            throw problem(e);
        }
        if (original != System.out && original.checkError()) {
            broken = true;
            throw new ClosedPipe();
        }
    }

    /** For the help texts. */
    PrintWriter writer() {
        return new PrintWriter(out, false, StandardCharsets.UTF_8);
    }

    private IOException problem(IOException e) {
        broken = true;
        String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return reason.contains("pipe") ? new ClosedPipe() : FileProblem.of(Path.of("standard output"), e);
    }
}
