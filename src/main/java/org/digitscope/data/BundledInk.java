package org.digitscope.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkReader;
import org.digitscope.ink.InkRecord;

/** Ink files that are resources of the program. */
final class BundledInk {
    private static final String FOLDER = "/org/digitscope/assets/ink/";

    private BundledInk() {}

    /** All drawings of a file; reads them anew. */
    static List<InkRecord> read(String name) throws IOException {
        InputStream in = BundledInk.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IOException("the program lacks its drawings " + name + ": install it again");
        }
        List<InkRecord> records = new ArrayList<>();
        try (InkReader reader = InkFiles.openNdjson(in, Path.of(name))) {
            for (Optional<InkRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                records.add(record.get());
            }
        }
        return List.copyOf(records);
    }
}
