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

/** The program's own drawn digits, bundled with it. */
public final class ReferenceDigits {
    private static final String RESOURCE = "/org/digitscope/assets/ink/reference-digits.ndjson";

    private ReferenceDigits() {}

    /** All of them, labelled; reads them anew. */
    public static List<InkRecord> read() throws IOException {
        InputStream in = ReferenceDigits.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IOException("the program lacks its reference digits: install it again");
        }
        List<InkRecord> records = new ArrayList<>();
        try (InkReader reader = InkFiles.openNdjson(in, Path.of("reference-digits.ndjson"))) {
            for (Optional<InkRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                records.add(record.get());
            }
        }
        return List.copyOf(records);
    }
}
