package org.digitscope.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.digitscope.files.FileProblem;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.json.Json;

/**
 * Reads the pen trajectories of “Pen-Based Recognition of Handwritten Digits” (UCI, data set 81) in their original form,
 * a dialect of UNIPEN 1.0 (I. Guyon et al., 1994):
 *
 * <pre>
 * .SEGMENT DIGIT 0 ? "8"      a drawing begins, and its label
 * .COMMENT  8  6  138         label, writer, number
 * .PEN_DOWN                   a stroke begins
 *  273  323                   x and y in tablet units, y up, up to 500
 * .PEN_UP                     the stroke ends
 * .DT 100                     a pause; times of points are not recorded
 * </pre>
 *
 * <p>Tests hold this against hand-made text in that form, not against the published files.
 */
final class UnipenInk {
    private static final int TABLET_HEIGHT = 500;

    private final Path source;
    private final String writerPrefix;
    private final Sink sink;

    private Optional<String> label = Optional.empty();
    private Optional<String> writer = Optional.empty();
    private final List<Stroke> strokes = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private boolean penIsDown;

    private UnipenInk(Path source, String writerPrefix, Sink sink) {
        this.source = source;
        this.writerPrefix = writerPrefix;
        this.sink = sink;
    }

    /** Takes the drawings as they are read. */
    @FunctionalInterface
    interface Sink {
        void accept(InkRecord ink) throws IOException;
    }

    /**
     * Hands every drawing of {@code text} to {@code sink}: y down, times 0, the writer under the extra key {@code writer}.
     *
     * @param source named in problems
     * @param writerPrefix comes before the two-digit number of the writer
     * @throws FileProblem if the text is of another form
     */
    static void read(InputStream text, Path source, String writerPrefix, Sink sink) throws IOException {
        UnipenInk ink = new UnipenInk(source, writerPrefix, sink);
        BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.ISO_8859_1));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            ink.take(line.strip(), number);
        }
        ink.endDrawing();
    }

    /** Writes one drawing as a line of the Quick, Draw! layout with whole numbers and without times. */
    static void writeLine(InkRecord ink, OutputStream out) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        ink.label().ifPresent(word -> line.put("word", word));
        line.putAll(ink.extras());
        line.put(
                "drawing",
                ink.drawing().strokes().stream().map(UnipenInk::coordinates).toList());
        out.write((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<Long>> coordinates(Stroke stroke) {
        return List.of(
                stroke.points().stream().map(point -> Math.round(point.x())).toList(),
                stroke.points().stream().map(point -> Math.round(point.y())).toList());
    }

    private void take(String line, int number) throws IOException {
        if (line.startsWith(".SEGMENT")) {
            endDrawing();
            int open = line.indexOf('"');
            int close = line.lastIndexOf('"');
            if (open < 0 || close <= open + 1) {
                throw problem(number);
            }
            label = Optional.of(line.substring(open + 1, close));
        } else if (line.startsWith(".COMMENT")) {
            takeComment(line.split("\\s+"));
        } else if (line.startsWith(".PEN_DOWN")) {
            endStroke();
            penIsDown = true;
        } else if (line.startsWith(".PEN_UP")) {
            endStroke();
        } else if (penIsDown && !line.isEmpty() && !line.startsWith(".")) {
            points.add(point(line, number));
        } else if (!line.isEmpty() && !line.startsWith(".")) {
            throw problem(number);
        }
    }

    private void takeComment(String[] words) {
        if (label.isPresent() && words.length >= 3 && words[2].matches("\\d{1,4}")) {
            writer = Optional.of(writerPrefix + String.format(Locale.ROOT, "%02d", Integer.parseInt(words[2])));
        }
    }

    private Point point(String line, int number) throws FileProblem {
        String[] words = line.split("\\s+");
        try {
            return new Point(Integer.parseInt(words[0]), TABLET_HEIGHT - Integer.parseInt(words[1]), 0);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw problem(number);
        }
    }

    private void endStroke() {
        penIsDown = false;
        if (!points.isEmpty()) {
            strokes.add(new Stroke(points));
            points.clear();
        }
    }

    private void endDrawing() throws IOException {
        endStroke();
        if (label.isPresent() && !strokes.isEmpty()) {
            Map<String, Object> extras = new LinkedHashMap<>();
            writer.ifPresent(name -> extras.put("writer", name));
            sink.accept(new InkRecord(new Drawing(strokes), label, extras));
        }
        strokes.clear();
        label = Optional.empty();
        writer = Optional.empty();
    }

    private FileProblem problem(int line) {
        return new FileProblem(source, "data.unipen", line);
    }
}
