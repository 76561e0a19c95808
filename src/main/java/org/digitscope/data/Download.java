package org.digitscope.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What a {@link Downloader} is to fetch.
 *
 * @param mirrors where it is to be had, http or https, the best first; at least one
 * @param target the file to become; its folders are made
 * @param maxBytes more than this is refused
 * @param check tells whether what has arrived is right
 */
public record Download(List<URI> mirrors, Path target, long maxBytes, Check check) {

    /** Looks at what has arrived before it gets its name. */
    @FunctionalInterface
    public interface Check {

        /**
         * @param arrived the whole content, under another name
         * @throws IOException if the disk fails; damaged content is just not right
         */
        boolean isRight(Path arrived) throws IOException;
    }

    public Download {
        mirrors = List.copyOf(mirrors);
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("no mirror");
        }
    }
}
