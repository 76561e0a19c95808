package org.digitscope.data;

import java.io.IOException;
import java.util.List;
import org.digitscope.ink.InkRecord;

/** Drawn digits that a person reads and a network does not, bundled with the program. */
public final class TrickyDigits {
    private TrickyDigits() {}

    /** All of them with the digit that was meant; reads them anew. */
    public static List<InkRecord> read() throws IOException {
        return BundledInk.read("gallery.ndjson");
    }
}
