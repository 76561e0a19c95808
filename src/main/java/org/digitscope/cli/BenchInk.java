package org.digitscope.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkReader;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.Replay;

/**
 * Real ink for measuring.
 *
 * @param source where it is from
 * @param drawings whole
 * @param events drawings as they were at each pen event while they were drawn, in that order
 */
record BenchInk(String source, List<Drawing> drawings, List<Drawing> events) {
    private static final String PEN_INK = "ink/pendigits-test.ndjson";
    private static final String BUNDLED = "/org/digitscope/assets/ink/reference-digits.ndjson";
    private static final int DRAWINGS = 200;

    /** A pointer tells its place about every 8 ms. */
    static final double EVENT_MILLIS = 8;

    /** Other people's ink where it is, else the program's own. */
    static BenchInk load(Path dataSets, int maxEvents) throws IOException {
        Path file = dataSets.resolve(PEN_INK);
        if (Files.isRegularFile(file)) {
            return of("pendigits:test", InkFiles.open(file), maxEvents);
        }
        InputStream in = BenchInk.class.getResourceAsStream(BUNDLED);
        if (in == null) {
            throw new IOException("the program lacks its resource " + BUNDLED + ": install it again");
        }
        return of(
                "reference-digits",
                InkFiles.openNdjson(new BufferedInputStream(in), Path.of("reference-digits.ndjson")),
                maxEvents);
    }

    private static BenchInk of(String source, InkReader reader, int maxEvents) throws IOException {
        List<Drawing> drawings = new ArrayList<>();
        List<Drawing> events = new ArrayList<>();
        try (reader) {
            while (drawings.size() < DRAWINGS) {
                Optional<InkRecord> ink = reader.next();
                if (ink.isEmpty()) {
                    break;
                }
                drawings.add(ink.get().drawing());
            }
        }
        for (Drawing drawing : drawings) {
            double end = drawing.endMillis();
            for (double t = Replay.startMillis(drawing);
                    t < end + EVENT_MILLIS && events.size() < maxEvents;
                    t += EVENT_MILLIS) {
                events.add(Replay.at(drawing, t));
            }
        }
        return new BenchInk(source, drawings, events);
    }
}
