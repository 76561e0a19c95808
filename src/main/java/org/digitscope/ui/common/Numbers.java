package org.digitscope.ui.common;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as the window writes them, with a real minus sign. */
public final class Numbers {
    /** The characters of most numbers of {@link #aligned}, the sign included. */
    public static final int WIDTH = 7;

    private static final double SMALLEST = 1e-4;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /** In a small place: two decimals below ten, one above; zero as it is. */
    public static String brief(double value) {
        return value == 0 ? "0" : write(Math.abs(value) < 10 ? 2 : 1, value);
    }

    /** Three digits that count. */
    public static String significant(double value) {
        double magnitude = Math.abs(value);
        if (magnitude == 0) {
            return "0";
        }
        if (magnitude < 0.001) {
            return minus(String.format(Locale.ROOT, "%.1e", value));
        }
        return write(magnitude < 1 ? 3 : magnitude < 10 ? 2 : magnitude < 100 ? 1 : 0, value);
    }

    /** With four decimals; zero as it is. {@link #parse} reads it again. */
    public static String fourDecimals(double value) {
        return value == 0 ? "0" : write(4, value);
    }

    /** To be added up by hand, all as wide as each other: four decimals, fewer from a hundred on. */
    public static String aligned(double value) {
        double size = Math.abs(value);
        String digits = write(size < 100 ? 4 : size < 1000 ? 3 : 1, value);
        boolean zero = digits.chars().allMatch(each -> each == '−' || each == '0' || each == '.');
        return zero ? digits.replace("−", "") : digits;
    }

    /** Of numbers that are often small: six decimals up to one, and a power of ten below, like 3.21·10⁻⁹. */
    public static String scaled(double value) {
        if (value == 0 || Math.abs(value) > 1) {
            return aligned(value);
        }
        if (Math.abs(value) >= SMALLEST) {
            return write(6, value);
        }
        String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e", -1);
        StringBuilder power = new StringBuilder("⁻");
        Integer.toString(Math.abs(Integer.parseInt(parts[1])))
                .chars()
                .forEach(digit -> power.append(SUPERSCRIPTS.charAt(digit - '0')));
        return minus(parts[0]) + "·10" + power;
    }

    /** What somebody has typed; empty if it is no finite number. */
    public static OptionalDouble parse(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace('−', '-').replace(',', '.'));
            return Float.isFinite((float) value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static String write(int decimals, double value) {
        return minus(String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    private static String minus(String digits) {
        return digits.replace('-', '−');
    }
}
