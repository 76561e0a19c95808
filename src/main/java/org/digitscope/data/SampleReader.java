package org.digitscope.data;

import java.io.IOException;
import java.util.Optional;

/**
 * Walks once through the samples of a {@link Dataset}, in the set's own order, holding one sample at a time.
 *
 * <p>Confined to one thread at a time; to be closed by whoever opened it.
 */
public interface SampleReader extends AutoCloseable {

    /**
     * The next sample; empty at the end, and then for good.
     *
     * @throws org.digitscope.files.FileProblem if the set is damaged from here on; what was read before is good
     */
    Optional<Sample> next() throws IOException;

    @Override
    void close() throws IOException;
}
