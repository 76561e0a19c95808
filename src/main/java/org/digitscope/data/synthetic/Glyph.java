package org.digitscope.data.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One way to write a sign, read from a table. */
final class Glyph {
    private static final double UNIT = 100;

    private final String name;
    private final List<List<Part>> strokes;

    private Glyph(String name, List<List<Part>> strokes) {
        this.name = name;
        this.strokes = strokes;
    }

    /** A node, which the line goes round if it is smooth, or the ellipse around it if it has radii. */
    private record Part(boolean smooth, double x, double y, double rx, double ry) {
        boolean ellipse() {
            return rx > 0;
        }
    }

    /**
     * One sign a line: its name, then what the pen does, in hundredths of the height: {@code 10,20} goes straight
     * there and turns sharply, {@code ~10,20} goes round it smoothly, {@code @50,50,40,30} draws an ellipse (middle
     * and radii), {@code /} lifts the pen.
     */
    static List<Glyph> parse(String table) {
        return table.lines()
                .filter(line -> !line.isBlank())
                .map(Glyph::parseLine)
                .toList();
    }

    private static Glyph parseLine(String line) {
        List<String> words = Arrays.asList(line.strip().split(" +", -1));
        List<List<Part>> strokes = new ArrayList<>();
        List<Part> stroke = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            if (word.equals("/")) {
                strokes.add(List.copyOf(stroke));
                stroke = new ArrayList<>();
            } else {
                stroke.add(part(word));
            }
        }
        strokes.add(List.copyOf(stroke));
        return new Glyph(words.get(0), List.copyOf(strokes));
    }

    private static Part part(String word) {
        boolean marked = word.startsWith("~") || word.startsWith("@");
        double[] numbers = Arrays.stream((marked ? word.substring(1) : word).split(",", -1))
                .mapToDouble(number -> Double.parseDouble(number) / UNIT)
                .toArray();
        return word.startsWith("@")
                ? new Part(false, numbers[0], numbers[1], numbers[2], numbers[3])
                : new Part(word.startsWith("~"), numbers[0], numbers[1], 0, 0);
    }

    /** What this is a way to write; several glyphs may have the same name. */
    String name() {
        return name;
    }

    /** Adds this to a sketch, about 1 high. */
    void draw(Sketch sketch, Dice dice) {
        for (List<Part> stroke : strokes) {
            draw(stroke, sketch, dice);
        }
        sketch.lift();
    }

    private static void draw(List<Part> stroke, Sketch sketch, Dice dice) {
        sketch.lift();
        Part first = stroke.get(0);
        if (first.ellipse()) {
            double start = -90 + dice.around(90);
            sketch.arc(first.x, first.y, first.rx, first.ry, start, dice.sign() * dice.between(348, 380));
            return;
        }
        sketch.pen(first.x, first.y);
        double[] run = new double[2 * stroke.size()];
        int used = 0;
        for (int i = 1; i < stroke.size(); i++) {
            Part part = stroke.get(i);
            run[used++] = part.x;
            run[used++] = part.y;
            if (!part.smooth || i == stroke.size() - 1) {
                if (used == 2) {
                    sketch.to(run[0], run[1]);
                } else {
                    sketch.through(Arrays.copyOf(run, used));
                }
                used = 0;
            }
        }
    }
}
