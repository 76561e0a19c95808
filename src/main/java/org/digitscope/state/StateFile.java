package org.digitscope.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.digitscope.files.AtomicFiles;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkReader;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.NdjsonInk;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;
import org.digitscope.json.JsonProblem;

/**
 * A {@link SavedState} as a file: a JSON object whose first key, {@code digitscope}, is the version of its layout. The
 * ink is in the layout of the Quick, Draw! data set. Keys that are not known are skipped, so that a later program can
 * add some.
 *
 * <p>A picture that lies on the pad in place of ink is {@code picture}, which may be absent: the 28×28 that the network
 * sees, as a list of 28 rows from the top, each a text of 56 hexadecimal digits, two a pixel from the left, {@code 00} =
 * paper and {@code ff} = ink. The ink has no strokes then.
 *
 * <p>Pure apart from the file; safe for any thread.
 */
public final class StateFile {
    /** With the dot. */
    public static final String ENDING = ".digitscope";

    private static final int VERSION = 1;
    private static final int MAX_MIB = 64;
    private static final int MAX_NAME = 4096;
    private static final int HEAD_BYTES = 64;
    private static final Pattern HEAD = Pattern.compile("\\s*\\{\\s*\"digitscope\"\\s*:.*", Pattern.DOTALL);
    private static final int ROW_DIGITS = 2 * DigitImage.SIZE;
    private static final Pattern ROW = Pattern.compile("[0-9a-f]{" + ROW_DIGITS + "}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private StateFile() {}

    /** Whether a file says of itself that it is a state, by its first key or else its ending. False if it cannot be read. */
    public static boolean looksLikeState(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
            return HEAD.matcher(head).matches()
                    || String.valueOf(file.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .endsWith(ENDING);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * @throws FileProblem if the file cannot be written; nothing has changed then
     */
    public static void write(Path file, SavedState state) throws IOException {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("digitscope", VERSION);
        state.model().ifPresent(model -> head.put("model", model(model)));
        head.put("view", view(state.view()));
        state.picture().ifPresent(picture -> head.put("picture", rows(picture)));
        String members = Json.write(head);
        // The ink comes last and as its own writer puts it, so that both files round alike.
        String ink = NdjsonInk.line(InkRecord.of(state.ink()));
        AtomicFiles.writeText(file, members.substring(0, members.length() - 1) + ",\n\"ink\":" + ink + "}\n");
    }

    /**
     * @throws FileProblem if the file cannot be read, is no state, is damaged, or is of a later program
     */
    public static SavedState read(Path file) throws FileProblem {
        try {
            if (Files.isDirectory(file)) {
                throw new FileProblem(file, "file.is-folder");
            }
            if (Files.size(file) > (long) MAX_MIB << 20) {
                throw new FileProblem(file, "state.too-large", MAX_MIB);
            }
            return parse(file, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw FileProblem.causedBy(e, file, "state.broken");
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
    }

    private static SavedState parse(Path file, String text) throws IOException {
        JsonNode json;
        try {
            json = JsonNode.root(Json.parse(text));
        } catch (IOException e) {
            throw FileProblem.causedBy(e, file, "state.broken");
        }
        try {
            if (json.get("digitscope").asLong() > VERSION) {
                throw new FileProblem(file, "state.later");
            }
            Optional<JsonNode> model = json.find("model");
            Drawing ink = ink(file, json.get("ink"));
            Optional<JsonNode> picture = json.find("picture");
            if (picture.isPresent() && !ink.isEmpty()) {
                throw picture.get().problem("part.state-two");
            }
            return new SavedState(
                    ink,
                    picture.isPresent() ? Optional.of(picture(picture.get())) : Optional.empty(),
                    model.isPresent() ? Optional.of(model(model.get())) : Optional.empty(),
                    view(json.get("view")));
        } catch (JsonProblem e) {
            throw FileProblem.causedBy(e, file, "state.wrong", e.phrase());
        }
    }

    /** Goes by the reader of ink files and its limits. */
    private static Drawing ink(Path file, JsonNode ink) throws IOException {
        byte[] line = Json.write(ink.asMap()).getBytes(StandardCharsets.UTF_8);
        try (InkReader reader = InkFiles.openNdjson(new ByteArrayInputStream(line), file)) {
            return reader.next().map(InkRecord::drawing).orElseThrow(() -> ink.problem("part.state-no-ink"));
        } catch (FileProblem e) {
            throw FileProblem.causedBy(e, file, "state.ink");
        }
    }

    private static List<String> rows(DigitImage picture) {
        String pixels = HexFormat.of().formatHex(picture.levels());
        return IntStream.range(0, DigitImage.SIZE)
                .mapToObj(row -> pixels.substring(row * ROW_DIGITS, (row + 1) * ROW_DIGITS))
                .toList();
    }

    private static DigitImage picture(JsonNode json) throws JsonProblem {
        List<JsonNode> rows = json.items();
        if (rows.size() != DigitImage.SIZE) {
            throw json.problem("part.state-rows", DigitImage.SIZE);
        }
        StringBuilder pixels = new StringBuilder();
        for (JsonNode row : rows) {
            if (!ROW.matcher(row.asString()).matches()) {
                throw row.problem("part.state-hexadecimal", ROW_DIGITS);
            }
            pixels.append(row.asString());
        }
        return DigitImage.ofLevels(HexFormat.of().parseHex(pixels));
    }

    private static Map<String, Object> model(UsedModel model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", model.name());
        model.file().ifPresent(file -> json.put("file", file.toString()));
        model.sha256().ifPresent(digest -> json.put("sha256", digest));
        return json;
    }

    private static UsedModel model(JsonNode json) throws JsonProblem {
        Optional<JsonNode> file = json.find("file");
        Optional<JsonNode> digest = json.find("sha256");
        if (digest.isPresent() && !SHA256.matcher(digest.get().asString()).matches()) {
            throw digest.get().problem("part.state-hexadecimal", 64);
        }
        return new UsedModel(
                text(json.get("name")),
                file.isPresent() ? Optional.of(path(file.get())) : Optional.empty(),
                digest.isPresent() ? Optional.of(digest.get().asString()) : Optional.empty());
    }

    private static Path path(JsonNode json) throws JsonProblem {
        try {
            return Path.of(text(json));
        } catch (InvalidPathException e) {
            throw json.problem("part.state-file");
        }
    }

    private static Map<String, Object> view(ShownView view) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tab", view.tab());
        json.put("timeline", view.timeline());
        view.question().ifPresent(question -> {
            Map<String, Object> asked = new LinkedHashMap<>();
            asked.put("method", question.method());
            question.digit().ifPresent(digit -> asked.put("digit", digit));
            question.against().ifPresent(digit -> asked.put("against", digit));
            json.put("question", asked);
        });
        return json;
    }

    private static ShownView view(JsonNode json) throws JsonProblem {
        Optional<JsonNode> asked = json.find("question");
        Optional<AskedQuestion> question = Optional.empty();
        if (asked.isPresent()) {
            question = Optional.of(new AskedQuestion(
                    text(asked.get().get("method")), digit(asked.get(), "digit"), digit(asked.get(), "against")));
        }
        return new ShownView(text(json.get("tab")), json.get("timeline").asBoolean(), question);
    }

    private static OptionalInt digit(JsonNode json, String name) throws JsonProblem {
        Optional<JsonNode> digit = json.find(name);
        return digit.isPresent() ? OptionalInt.of(digit.get().asInt(0, AskedQuestion.NO_DIGIT)) : OptionalInt.empty();
    }

    private static String text(JsonNode json) throws JsonProblem {
        String text = json.asString();
        if (text.isBlank() || text.length() > MAX_NAME) {
            throw json.problem("part.state-name");
        }
        return text;
    }
}
