package org.digitscope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One way to shape a digit.
 *
 * @param digit from 0 to 9
 * @param style a short name; a digit has each style once in a group
 * @param posture how the digit stands and how sharply the pen turns in it
 * @param strokes the nodes through which each stroke goes, two or more a stroke; y from about 0 at the top to about
 *     100 at the bottom, x in the same unit
 */
record Shape(int digit, String style, Posture posture, List<List<Node>> strokes) {
    Shape {
        strokes = strokes.stream().map(List::copyOf).toList();
    }

    /**
     * Where a stroke passes.
     *
     * @param corner whether the pen stops there and turns, instead of going round
     */
    record Node(double x, double y, boolean corner) {}

    /** How a digit leans (x a unit of height, to the right) and the radius in which corners are rounded off. */
    enum Posture {
        UPRIGHT(-0.04, 0.12, 2.2),
        SLANTED(0.20, 0.38, 2.2),
        BACKWARD(-0.24, -0.10, 2.2),
        ANGULAR(-0.04, 0.16, 1.0);

        final double leastSlant;
        final double mostSlant;
        final double rounding;

        Posture(double leastSlant, double mostSlant, double rounding) {
            this.leastSlant = leastSlant;
            this.mostSlant = mostSlant;
            this.rounding = rounding;
        }
    }

    /**
     * The shapes in {@code table}, one a line: digit, style, posture, then nodes like {@code 12,80}; {@code !} behind a
     * node makes it a corner, and {@code |} stands between strokes.
     */
    static List<Shape> parse(String table) {
        List<Shape> shapes = new ArrayList<>();
        for (String line : table.lines().filter(text -> !text.isBlank()).toList()) {
            String[] words = line.strip().split(" +", -1);
            List<List<Node>> strokes = new ArrayList<>();
            strokes.add(new ArrayList<>());
            for (String word : List.of(words).subList(3, words.length)) {
                if (word.equals("|")) {
                    strokes.add(new ArrayList<>());
                } else {
                    strokes.get(strokes.size() - 1).add(node(word));
                }
            }
            shapes.add(new Shape(
                    Integer.parseInt(words[0]), words[1], Posture.valueOf(words[2].toUpperCase(Locale.ROOT)), strokes));
        }
        return shapes;
    }

    private static Node node(String word) {
        boolean corner = word.endsWith("!");
        String numbers = corner ? word.substring(0, word.length() - 1) : word;
        int comma = numbers.indexOf(',');
        return new Node(
                Double.parseDouble(numbers.substring(0, comma)),
                Double.parseDouble(numbers.substring(comma + 1)),
                corner);
    }
}
