package org.digitscope.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private static final double KEPT = 1e6;

    private Figures() {}

    /** To six decimals, for JSON. */
    static double rounded(double value) {
        return Math.round(value * KEPT) / KEPT;
    }

    /** To four significant digits, for measurements. */
    static double measured(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }

    /** Like {@code 99.24 %}; a dash for what is not known. */
    static String percent(double rate) {
        return Double.isNaN(rate) ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * rate);
    }

    static String decimals(double value, int decimals) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Like {@code 1 h 02 min}, {@code 3 min 20 s} or {@code 12 s}. */
    static String duration(long millis) {
        long seconds = Math.max(0, Math.round(millis / 1000.0));
        if (seconds >= 3600) {
            return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
        }
        return seconds >= 60 ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60) : seconds + " s";
    }

    /** Like {@code 11.6 MB}. */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
