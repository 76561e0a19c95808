package org.digitscope.ink;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;
import org.digitscope.files.AtomicFiles;
import org.digitscope.files.FileProblem;
import org.digitscope.json.Json;

/**
 * Ink in the layout of the Quick, Draw! data set: newline-delimited JSON in UTF-8, one drawing a line,
 * {@code {"word":"7","drawing":[[[x0,x1,…],[y0,y1,…],[t0,t1,…]],…]}}, y downwards, t in milliseconds.
 *
 * <p>Read (through {@link InkFiles#open}) with these liberties: {@code word} may be missing, blank, null or a number;
 * strokes may lack times, which then are 10 ms from point to point and 150 ms from stroke to stroke; an empty list of
 * strokes is a blank drawing; other keys are kept as {@link InkRecord#extras}; a byte order mark, blank lines and CRLF are
 * skipped. Times stay as they are in the file, so they need not begin at 0.
 *
 * <p>Pure apart from the file; safe for any thread.
 */
public final class NdjsonInk {
    private NdjsonInk() {}

    /**
     * Writes all records or, if that fails, nothing. No record makes an empty file.
     *
     * @throws FileProblem if the file cannot be written
     */
    public static void write(Path file, List<InkRecord> records) throws IOException {
        AtomicFiles.write(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            for (InkRecord ink : records) {
                writer.write(line(ink));
                writer.write('\n');
            }
            writer.flush();
        });
    }

    /**
     * One record without a line end: the word, the extras, the drawing. Numbers of the drawing are rounded to three
     * decimals.
     *
     * @throws UncheckedIOException if an extra is no plain JSON value
     */
    public static String line(InkRecord ink) {
        Map<String, Object> head = new LinkedHashMap<>();
        ink.label().ifPresent(label -> head.put("word", label));
        ink.extras().forEach((name, value) -> {
            if (!name.equals("word") && !name.equals("drawing")) {
                head.put(name, value);
            }
        });
        String members;
        try {
            String object = Json.write(head);
            members = object.substring(1, object.length() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "{" + members + (members.isEmpty() ? "" : ",") + "\"drawing\":" + strokes(ink.drawing()) + "}";
    }

    private static String strokes(Drawing drawing) {
        StringJoiner strokes = new StringJoiner(",", "[", "]");
        for (Stroke stroke : drawing.strokes()) {
            strokes.add("[" + numbers(stroke, Point::x) + "," + numbers(stroke, Point::y) + ","
                    + numbers(stroke, Point::tMillis) + "]");
        }
        return strokes.toString();
    }

    private static String numbers(Stroke stroke, ToDoubleFunction<Point> channel) {
        StringJoiner numbers = new StringJoiner(",", "[", "]");
        for (Point point : stroke.points()) {
            numbers.add(InkNumbers.text(channel.applyAsDouble(point)));
        }
        return numbers.toString();
    }
}
