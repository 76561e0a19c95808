package org.digitscope.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of samples that can be walked through any number of times, always in the same order.
 *
 * <p>Safe for any thread; each {@link SampleReader} it opens is confined to one.
 */
public interface Dataset {

    /** The name by which it was asked for, such as {@code mnist:train} or a path. */
    String name();

    /**
     * A reader at the first sample, with memory use that does not grow with the set.
     *
     * @throws org.digitscope.files.FileProblem if a file is missing or of another kind
     */
    SampleReader open() throws IOException;

    /**
     * All samples at once: about 1 KB each, more with ink.
     *
     * @throws org.digitscope.files.FileProblem if a file is missing, of another kind or damaged
     */
    default List<Sample> readAll() throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (SampleReader reader = open()) {
            for (Optional<Sample> next = reader.next(); next.isPresent(); next = reader.next()) {
                samples.add(next.get());
            }
        }
        return samples;
    }
}
