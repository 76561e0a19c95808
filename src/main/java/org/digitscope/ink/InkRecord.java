package org.digitscope.ink;

import java.util.Map;
import java.util.Optional;

/**
 * One line of an ink file.
 *
 * @param drawing the strokes
 * @param label what it shows ({@code word} in the file), where the file says
 * @param extras all other keys of the line in their order, as plain JSON values, kept when the record is written again
 */
public record InkRecord(Drawing drawing, Optional<String> label, Map<String, Object> extras) {
    public InkRecord {
        extras = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(extras));
    }

    /** A drawing without a label. */
    public static InkRecord of(Drawing drawing) {
        return new InkRecord(drawing, Optional.empty(), Map.of());
    }
}
