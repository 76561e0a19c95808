package org.digitscope.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.digitscope.files.UserFolders;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;

/** The command line in this process, with folders of its own. */
final class Program {
    final RealProgram.FakeWindow window = new RealProgram.FakeWindow();
    private final UserFolders folders;
    private final Locale language;

    Program(UserFolders folders) {
        this(folders, Locale.ENGLISH);
    }

    private Program(UserFolders folders, Locale language) {
        this.folders = folders;
        this.language = language;
    }

    /** On a system of another language. */
    Program speaking(Locale other) {
        return new Program(folders, other);
    }

    static Program in(Path folder) {
        return new Program(
                new UserFolders(folder.resolve("user"), folder.resolve("cache"), folder.resolve("data-sets")));
    }

    /** What a run left on its two outputs. */
    record Run(int status, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }

        List<JsonNode> json() throws IOException {
            List<JsonNode> nodes = new ArrayList<>();
            for (String line : outLines()) {
                nodes.add(JsonNode.root(Json.parse(line)));
            }
            return nodes;
        }
    }

    Run run(Object... arguments) {
        return runWith(InputStream.nullInputStream(), arguments);
    }

    Run runWith(String input, Object... arguments) {
        return runWith(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    Run runWith(InputStream input, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = runInto(out, err, input, arguments);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    int runInto(OutputStream out, OutputStream err, InputStream input, Object... arguments) {
        String[] args = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return CommandLineProgram.run(
                args,
                RealProgram.services(folders, window),
                language,
                input,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
