package org.digitscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computed values as JSON. What is not finite becomes {@code null}, for JSON has no number for it. */
final class JsonFloats {
    private JsonFloats() {}

    static @Nullable Double of(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** With no more digits than make it this float again. */
    static @Nullable Double of(float value) {
        return Float.isFinite(value) ? Double.valueOf(Float.toString(value)) : null;
    }

    static List<@Nullable Double> list(float[] values) {
        List<@Nullable Double> list = new ArrayList<>(values.length);
        for (float value : values) {
            list.add(of(value));
        }
        return list;
    }

    /** @param width of a row */
    static List<List<@Nullable Double>> rows(float[] values, int width) {
        List<List<@Nullable Double>> rows = new ArrayList<>();
        for (int start = 0; start < values.length; start += width) {
            rows.add(list(Arrays.copyOfRange(values, start, start + width)));
        }
        return rows;
    }
}
