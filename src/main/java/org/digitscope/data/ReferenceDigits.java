package org.digitscope.data;

import java.io.IOException;
import java.util.List;
import org.digitscope.ink.InkRecord;

/** The program's own drawn digits, bundled with it. */
public final class ReferenceDigits {
    private ReferenceDigits() {}

    /** All of them, labelled; reads them anew. */
    public static List<InkRecord> read() throws IOException {
        return BundledInk.read("reference-digits.ndjson");
    }
}
