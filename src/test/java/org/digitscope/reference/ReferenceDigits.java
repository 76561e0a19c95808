package org.digitscope.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.reference.ReferenceDigit.Group;

/**
 * The project's own drawn digits, made from shapes designed for it; the same bits on every platform.
 *
 * <p>{@link #main} writes the file that the program ships.
 */
public final class ReferenceDigits {
    /** Where the file is, below the project's folder. */
    static final Path FILE = Path.of("assets", "ink", "reference-digits.ndjson");

    private static final int DRAWINGS_A_STYLE = 4;

    private ReferenceDigits() {}

    /** Writes the file; the first argument names another place for it. */
    public static void main(String[] args) throws IOException {
        Files.writeString(args.length > 0 ? Path.of(args[0]) : FILE, toNdjson(all()));
    }

    /** All drawings: common before international, by digit, by style. */
    static List<ReferenceDigit> all() {
        List<ReferenceDigit> all = new ArrayList<>();
        for (Shape shape : Shape.parse(CommonShapes.TEXT)) {
            addDrawings(shape, Group.COMMON, all);
        }
        for (Shape shape : Shape.parse(InternationalShapes.TEXT)) {
            addDrawings(shape, Group.INTERNATIONAL, all);
        }
        return all;
    }

    private static void addDrawings(Shape shape, Group group, List<ReferenceDigit> all) {
        for (int i = 0; i < DRAWINGS_A_STYLE; i++) {
            // A key of its own for each drawing: a change to one shape leaves all others as they are.
            Chance chance = new Chance(shape.digit() + "/" + shape.style() + "/" + group.key() + "/" + i);
            List<List<Spot>> lines = new Hand(chance).lay(shape);
            all.add(new ReferenceDigit(
                    shape.digit(), shape.style(), group, new Pen(chance).draw(lines, longerSide(lines))));
        }
    }

    private static double longerSide(List<List<Spot>> lines) {
        return Math.max(extent(lines, Spot::x), extent(lines, Spot::y));
    }

    private static double extent(List<List<Spot>> lines, ToDoubleFunction<Spot> axis) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (List<Spot> line : lines) {
            for (Spot spot : line) {
                least = Math.min(least, axis.applyAsDouble(spot));
                most = Math.max(most, axis.applyAsDouble(spot));
            }
        }
        return most - least;
    }

    /** One line a drawing, in the layout of the Quick, Draw! data set, with the keys {@code style} and {@code group}. */
    static String toNdjson(List<ReferenceDigit> digits) {
        StringBuilder text = new StringBuilder();
        for (ReferenceDigit digit : digits) {
            text.append("{\"word\":\"").append(digit.digit());
            text.append("\",\"style\":\"").append(digit.style());
            text.append("\",\"group\":\"").append(digit.group().key());
            text.append("\",\"drawing\":[");
            String separator = "";
            for (Stroke stroke : digit.drawing().strokes()) {
                text.append(separator).append('[');
                appendNumbers(stroke, Point::x, text);
                text.append(',');
                appendNumbers(stroke, Point::y, text);
                text.append(',');
                appendNumbers(stroke, Point::tMillis, text);
                text.append(']');
                separator = ",";
            }
            text.append("]}\n");
        }
        return text.toString();
    }

    /** With one decimal at most. Written from whole tenths, because Double.toString differs between Java versions. */
    private static void appendNumbers(Stroke stroke, ToDoubleFunction<Point> part, StringBuilder text) {
        String separator = "[";
        for (Point point : stroke.points()) {
            long tenths = StrictMath.round(part.applyAsDouble(point) * 10);
            text.append(separator).append(tenths / 10);
            if (tenths % 10 != 0) {
                text.append('.').append(tenths % 10);
            }
            separator = ",";
        }
        text.append(']');
    }
}
