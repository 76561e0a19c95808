package org.digitscope.data;

import java.io.IOException;
import java.util.List;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.InkRecord;

/** The program's own drawn digits, bundled with it. */
public final class ReferenceDigits {
    private ReferenceDigits() {}

    /** All of them, labelled; reads them anew. */
    public static List<InkRecord> read() throws IOException {
        return BundledInk.read("reference-digits.ndjson");
    }

    /** The same as a network sees them. */
    public static List<DigitImage> images(InkRasterizer rasterizer) throws IOException {
        return read().stream()
                .map(record -> rasterizer.rasterize(record.drawing()).image())
                .toList();
    }
}
