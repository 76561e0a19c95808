package org.digitscope.ui.explain;

import java.util.Locale;

/** Values as people read them: three digits that count. */
final class Numbers {
    private Numbers() {}

    static String format(float value) {
        float magnitude = Math.abs(value);
        if (magnitude == 0) {
            return "0";
        }
        String digits;
        if (magnitude < 0.001f) {
            digits = String.format(Locale.ROOT, "%.1e", value);
        } else {
            int decimals = magnitude < 1 ? 3 : magnitude < 10 ? 2 : magnitude < 100 ? 1 : 0;
            digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
        }
        return digits.replace('-', '−');
    }
}
