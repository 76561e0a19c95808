package org.digitscope.image;

import java.util.Arrays;

/** Colours as people with and without colour blindness see them, and how far apart they are. */
public enum ColorVision {
    USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    /** Of linear RGB, row by row: Machado, Oliveira and Fernandes 2009, table 1, severity 1.0. */
    private final double[] matrix;

    ColorVision(double... matrix) {
        this.matrix = matrix;
    }

    /** The distance of two colours in CIE Lab (1976, D65); below about 2 nobody tells them apart. */
    public double distance(int first, int second) {
        double[] a = lab(first);
        double[] b = lab(second);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    /** CIE lightness, 0 to 100. */
    public double lightness(int argb) {
        return lab(argb)[0];
    }

    /** Contrast by WCAG 2, 1 to 21. */
    public static double contrast(int first, int second) {
        double a = luminance(first) + 0.05;
        double b = luminance(second) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int argb) {
        double[] rgb = linear(argb);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private double[] lab(int argb) {
        double[] rgb = linear(argb);
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = matrix[3 * i] * rgb[0] + matrix[3 * i + 1] * rgb[1] + matrix[3 * i + 2] * rgb[2];
            seen[i] = Math.max(0, Math.min(1, sum));
        }
        double x = f((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
        double y = f(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
        double z = f((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double[] linear(int argb) {
        return Arrays.stream(new int[] {argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF})
                .mapToDouble(level -> level / 255.0)
                .map(level -> level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4))
                .toArray();
    }
}
