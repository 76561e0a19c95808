package org.digitscope.image;

import java.util.Arrays;

/** Polynomials in x and y over a plane, both running from -1 to 1, fitted by least squares. */
final class Surface {
    /** Places looked at along each axis; more would not make the fit better. */
    private static final int PLACES = 60;

    private Surface() {}

    /** How many coefficients a polynomial of that order has. */
    static int terms(int order) {
        return (order + 1) * (order + 2) / 2;
    }

    /**
     * The polynomial of {@code degree} nearest to {@code light} where the size of {@code rest} is at most {@code
     * limit}.
     *
     * @param borderWeight how much more a place near the border counts, where ink is seldom
     * @return coefficients for {@code order}, those beyond {@code degree} zero
     */
    static double[] fit(Plane light, Plane rest, double limit, double borderWeight, int degree, int order) {
        int terms = terms(degree);
        double[][] equations = new double[terms][terms + 1];
        double[] basis = new double[terms(order)];
        int stepX = step(light.width);
        int stepY = step(light.height);
        double marginX = 0.06 * light.width;
        double marginY = 0.06 * light.height;
        for (int y = 0; y < light.height; y += stepY) {
            for (int x = 0; x < light.width; x += stepX) {
                if (Math.abs(rest.at(x, y)) > limit) {
                    continue;
                }
                boolean inside =
                        x >= marginX && y >= marginY && x < light.width - marginX && y < light.height - marginY;
                fillBasis(basis, along(x, light.width), along(y, light.height), degree);
                double weight = inside ? 1 : borderWeight;
                for (int row = 0; row < terms; row++) {
                    for (int column = row; column < terms; column++) {
                        equations[row][column] += weight * basis[row] * basis[column];
                    }
                    equations[row][terms] += weight * basis[row] * light.at(x, y);
                }
            }
        }
        return Arrays.copyOf(solve(equations), terms(order));
    }

    /** The distance between the places that {@link #fit} looks at along a side. */
    static int step(int length) {
        return (length + PLACES - 1) / PLACES;
    }

    /** Writes light minus polynomial into {@code rest}, at every {@code stepX}th and {@code stepY}th place. */
    static void subtract(Plane light, double[] surface, int order, Plane rest, int stepX, int stepY) {
        double[] basis = new double[surface.length];
        for (int y = 0; y < light.height; y += stepY) {
            for (int x = 0; x < light.width; x += stepX) {
                fillBasis(basis, along(x, light.width), along(y, light.height), order);
                double value = 0;
                for (int i = 0; i < surface.length; i++) {
                    value += surface[i] * basis[i];
                }
                rest.values[y * light.width + x] = (float) (light.at(x, y) - value);
            }
        }
    }

    private static double along(int place, int length) {
        return length == 1 ? 0 : 2.0 * place / (length - 1) - 1;
    }

    /** 1, x, y, x², xy, y², x³ … */
    private static void fillBasis(double[] basis, double x, double y, int order) {
        basis[0] = 1;
        int at = 1;
        int previous = 0;
        for (int degree = 1; degree <= order; degree++) {
            for (int i = 0; i < degree; i++) {
                basis[at + i] = basis[previous + i] * x;
            }
            basis[at + degree] = basis[previous + degree - 1] * y;
            previous = at;
            at += degree + 1;
        }
    }

    /** Gauss's elimination of the symmetric equations, slightly damped so that it always ends well. */
    private static double[] solve(double[][] equations) {
        int terms = equations.length;
        for (int row = 0; row < terms; row++) {
            equations[row][row] = equations[row][row] * (1 + 1e-9) + 1e-9;
            for (int column = 0; column < row; column++) {
                equations[row][column] = equations[column][row];
            }
        }
        for (int pivot = 0; pivot < terms; pivot++) {
            for (int row = pivot + 1; row < terms; row++) {
                double times = equations[row][pivot] / equations[pivot][pivot];
                for (int column = pivot; column <= terms; column++) {
                    equations[row][column] -= times * equations[pivot][column];
                }
            }
        }
        double[] solution = new double[terms];
        for (int row = terms - 1; row >= 0; row--) {
            double value = equations[row][terms];
            for (int column = row + 1; column < terms; column++) {
                value -= equations[row][column] * solution[column];
            }
            solution[row] = value / equations[row][row];
        }
        return solution;
    }
}
