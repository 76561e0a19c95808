package org.digitscope.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;

/**
 * JSON as plain values: {@code Map<String, Object>} in the order of the text, {@code List<Object>}, {@code String},
 * {@code Number}, {@code Boolean} and {@code null}. Nesting, names and numbers are limited, duplicate keys are refused.
 *
 * <p>Safe for any thread.
 */
public final class Json {
    private static final int MAX_DEPTH = 64;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(100)
                    .build())
            .build();

    private static final JSON COMPACT =
            JSON.builder(FACTORY).enable(JSON.Feature.WRITE_NULL_PROPERTIES).build();
    private static final JSON PRETTY = COMPACT.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private Json() {}

    /** The factory with this program's limits, for those who stream. */
    public static JsonFactory factory() {
        return FACTORY;
    }

    /**
     * The value that {@code text} holds.
     *
     * @throws IOException if it is not one JSON value; the message says where
     */
    public static Object parse(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            Object value = COMPACT.anyFrom(parser);
            if (value == null) {
                throw new JsonProblem("", "part.json-none");
            }
            if (parser.nextToken() != null) {
                throw new JsonProblem("", "part.json-more");
            }
            return value;
        }
    }

    /** One line, without a line end. */
    public static String write(Object value) throws IOException {
        return COMPACT.asString(value);
    }

    /** Indented, for files that people read. */
    public static String writePretty(Object value) throws IOException {
        return PRETTY.asString(value) + "\n";
    }
}
