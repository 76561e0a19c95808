package org.digitscope.ink;

import java.util.Optional;
import org.digitscope.files.FileProblem;

/**
 * The drawings of one ink file, one after the other. Belongs to one thread at a time; opened by {@link InkFiles#open}.
 */
public interface InkReader extends AutoCloseable {
    /**
     * The next drawing; none at the end of the file.
     *
     * @throws FileProblem if the file cannot be read, is damaged from here on, or ends without a single drawing; the
     *     reader is at its end then
     */
    Optional<InkRecord> next() throws FileProblem;

    /** Which drawing of the file {@link #next} gave last, counted from 0; -1 before the first. Blank lines do not count. */
    int index();

    @Override
    void close() throws FileProblem;
}
