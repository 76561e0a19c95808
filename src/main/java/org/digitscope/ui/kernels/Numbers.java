package org.digitscope.ui.kernels;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as they are written in the views of this package. */
final class Numbers {
    private Numbers() {}

    /** In a small place: two decimals below ten, one above; zero as it is. */
    static String brief(double value) {
        return value == 0 ? "0" : write(Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }

    /** With four decimals; zero as it is. */
    static String exact(double value) {
        return value == 0 ? "0" : write("%.4f", value);
    }

    /** What somebody has typed; empty if it is no finite number. */
    static OptionalDouble parse(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace('−', '-').replace(',', '.'));
            return Float.isFinite((float) value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static String write(String format, double value) {
        return String.format(Locale.ROOT, format, value).replace('-', '−');
    }
}
