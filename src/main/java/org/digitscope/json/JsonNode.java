package org.digitscope.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value with the path that leads to it, so that what is wrong with it can be named.
 *
 * <p>Every {@code as…} method throws {@link JsonProblem} with that path if the value is of another kind.
 */
public final class JsonNode {
    private final String path;
    private final @Nullable Object value;

    private JsonNode(String path, @Nullable Object value) {
        this.path = path;
        this.value = value;
    }

    /** The root of a parsed text. */
    public static JsonNode root(Object value) {
        return new JsonNode("", value);
    }

    /** Like {@code layers[2].filters}; empty for the root. */
    public String path() {
        return path;
    }

    /** The member called {@code name}, absent if it is missing or null. */
    public Optional<JsonNode> find(String name) throws JsonProblem {
        Object member = asMap().get(name);
        return member == null ? Optional.empty() : Optional.of(new JsonNode(child(name), member));
    }

    /** The member called {@code name}; a problem if it is missing. */
    public JsonNode get(String name) throws JsonProblem {
        return find(name).orElseThrow(() -> new JsonProblem(child(name), "part.json-missing"));
    }

    /** Refuses members that are not among {@code names}. */
    public void allowOnly(String... names) throws JsonProblem {
        Set<String> unknown = new LinkedHashSet<>(asMap().keySet());
        List.of(names).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new JsonProblem(child(unknown.iterator().next()), "part.json-unknown");
        }
    }

    public List<JsonNode> items() throws JsonProblem {
        if (!(value instanceof List<?> list)) {
            throw problem("part.json-no-list");
        }
        List<JsonNode> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            items.add(new JsonNode(path + "[" + i + "]", list.get(i)));
        }
        return items;
    }

    public Map<String, Object> asMap() throws JsonProblem {
        if (!(value instanceof Map<?, ?>)) {
            throw problem("part.json-no-object");
        }
        @SuppressWarnings("unchecked") // the parser makes only maps with string keys
        Map<String, Object> map = (Map<String, Object>) value;
        return map;
    }

    public String asString() throws JsonProblem {
        if (value instanceof String text) {
            return text;
        }
        throw problem("part.json-no-text");
    }

    public boolean asBoolean() throws JsonProblem {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw problem("part.json-no-boolean");
    }

    public double asDouble() throws JsonProblem {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw problem("part.json-no-number");
    }

    /** A number from {@code min} to {@code max}, both included. */
    public double asDouble(double min, double max) throws JsonProblem {
        double number = asDouble();
        if (number < min || number > max) {
            throw problem("part.json-outside", String.valueOf(min), String.valueOf(max));
        }
        return number;
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public int asInt(int min, int max) throws JsonProblem {
        long number = asLong();
        if (number < min || number > max) {
            throw problem("part.json-outside-whole", min, max);
        }
        return (int) number;
    }

    public long asLong() throws JsonProblem {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw problem("part.json-no-whole-number");
    }

    /** The plain value. */
    public @Nullable Object raw() {
        return value;
    }

    /** A problem with this value, see {@link JsonProblem}. */
    public JsonProblem problem(String key, Object... arguments) {
        return new JsonProblem(path, key, arguments);
    }

    private String child(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
