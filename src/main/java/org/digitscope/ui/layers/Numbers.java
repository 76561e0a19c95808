package org.digitscope.ui.layers;

import java.util.Locale;

/** Numbers written so that they can be added up by hand, all as wide as each other. */
final class Numbers {
    /** The characters of most numbers, the sign included. */
    static final int WIDTH = 7;

    private static final double SMALLEST = 1e-4;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /** Four decimals, fewer from a hundred on. */
    static String exact(double value) {
        double size = Math.abs(value);
        int decimals = size < 100 ? 4 : size < 1000 ? 3 : 1;
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean zero = digits.chars().allMatch(each -> each == '-' || each == '0' || each == '.');
        return zero ? digits.replace("-", "") : digits.replace('-', '−');
    }

    /** Of numbers that are often small: six decimals up to one, and a power of ten below, like 3.21·10⁻⁹. */
    static String scaled(double value) {
        if (value == 0 || Math.abs(value) > 1) {
            return exact(value);
        }
        if (Math.abs(value) >= SMALLEST) {
            return String.format(Locale.ROOT, "%.6f", value).replace('-', '−');
        }
        String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e", -1);
        StringBuilder power = new StringBuilder("⁻");
        Integer.toString(Math.abs(Integer.parseInt(parts[1])))
                .chars()
                .forEach(digit -> power.append(SUPERSCRIPTS.charAt(digit - '0')));
        return parts[0].replace('-', '−') + "·10" + power;
    }
}
