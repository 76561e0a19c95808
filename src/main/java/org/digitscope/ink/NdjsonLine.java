package org.digitscope.ink;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.digitscope.files.FileProblem;
import org.digitscope.json.Json;
import org.jspecify.annotations.Nullable;

/** One line of a Quick, Draw! ndjson file: streamed, so that a hostile line cannot become a large tree of objects. */
final class NdjsonLine {
    private final Path file;
    private final int line;
    private final JsonParser json;
    private int points;

    private NdjsonLine(Path file, int line, JsonParser json) {
        this.file = file;
        this.line = line;
        this.json = json;
    }

    /**
     * @param line the number of the line, for the sentence
     * @throws FileProblem if {@code text} is no drawing
     */
    static InkRecord parse(Path file, int line, String text) throws IOException {
        try (JsonParser json = Json.factory().createParser(text)) {
            // Otherwise NaN would be called a fault of the JSON, not of the coordinate.
            json.configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature(), true);
            NdjsonLine parser = new NdjsonLine(file, line, json);
            json.nextToken();
            InkRecord ink = parser.ink();
            if (json.nextToken() != null) {
                throw parser.problem("ink.line-more");
            }
            return ink;
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw FileProblem.causedBy(e, file, "ink.line-not-json", line, column);
        }
    }

    private InkRecord ink() throws IOException {
        require(JsonToken.START_OBJECT, "ink.line-no-object");
        Optional<Drawing> drawing = Optional.empty();
        Optional<String> label = Optional.empty();
        Map<String, Object> extras = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "drawing" -> drawing = Optional.of(drawing());
                case "word" -> label = label();
                default -> extras.put(name, value());
            }
        }
        return new InkRecord(drawing.orElseThrow(() -> problem("ink.line-no-drawing")), label, extras);
    }

    /** A blank word is no word. */
    private Optional<String> label() throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
            throw problem("ink.line-word");
        }
        return Optional.of(json.getText()).filter(word -> !word.isBlank());
    }

    private Drawing drawing() throws IOException {
        require(JsonToken.START_ARRAY, "ink.line-shape");
        List<Stroke> strokes = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            strokes.add(stroke(strokes));
        }
        return new Drawing(strokes);
    }

    private Stroke stroke(List<Stroke> earlier) throws IOException {
        int number = earlier.size() + 1;
        require(JsonToken.START_ARRAY, "ink.line-shape");
        List<double[]> lists = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (lists.size() == 3) {
                throw problem("ink.line-shape");
            }
            lists.add(numbers(number, lists.size() < 2 ? InkLimits.MAX_COORDINATE : InkLimits.MAX_MILLIS));
        }
        if (lists.size() < 2) {
            throw problem("ink.line-shape");
        }
        double[] xs = lists.get(0);
        double[] ys = lists.get(1);
        double[] ts = lists.size() == 3 ? lists.get(2) : times(xs.length, Pace.nextStrokeMillis(earlier));
        if (xs.length != ys.length || xs.length != ts.length) {
            throw problem("ink.line-lengths", number);
        }
        if (xs.length == 0) {
            throw problem("ink.line-no-points", number);
        }
        points += xs.length;
        List<Point> polyline = new ArrayList<>(xs.length);
        for (int i = 0; i < xs.length; i++) {
            polyline.add(new Point(xs[i], ys[i], ts[i]));
        }
        return new Stroke(polyline);
    }

    private static double[] times(int count, double start) {
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = start + i * Pace.POINT_MILLIS;
        }
        return times;
    }

    private double[] numbers(int stroke, double max) throws IOException {
        require(JsonToken.START_ARRAY, "ink.line-shape");
        DoubleStream.Builder numbers = DoubleStream.builder();
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            double number = json.currentToken().isNumeric() ? json.getDoubleValue() : Double.NaN;
            if (!Double.isFinite(number)) {
                throw problem("ink.line-not-number", stroke);
            }
            if (Math.abs(number) > max) {
                throw problem("ink.line-too-large", stroke);
            }
            if (points + ++count > InkLimits.MAX_POINTS) {
                throw problem("ink.line-too-many", InkLimits.MAX_POINTS);
            }
            numbers.add(number);
        }
        return numbers.build().toArray();
    }

    /** Any value as {@link Json} gives it. Its nesting is limited by the parser. */
    private @Nullable Object value() throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String name = json.currentName();
                    json.nextToken();
                    members.put(name, value());
                }
                yield members;
            }
            case START_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value());
                }
                yield items;
            }
            case VALUE_STRING -> json.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> number();
        };
    }

    private Number number() throws IOException {
        Number number = json.getNumberValue();
        if (!Double.isFinite(number.doubleValue())) {
            throw problem("ink.line-extra");
        }
        return number;
    }

    private void require(JsonToken token, String key) throws FileProblem {
        if (json.currentToken() != token) {
            throw problem(key);
        }
    }

    private FileProblem problem(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = line;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new FileProblem(file, key, all);
    }
}
