package org.digitscope.cli;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.files.FileProblem;
import org.digitscope.json.JsonProblem;
import org.digitscope.training.TrainingPlan;

/** Finds training plans: those of the program by name, others by file. */
final class Plans {
    private static final String RESOURCES = "/org/digitscope/models/plans/";
    private static final String ENDING = ".json";
    private static final long MAX_BYTES = 1 << 20;

    private Plans() {}

    /**
     * @param nameOrFile a file if it ends in .json, else a name
     * @throws FileProblem if there is no such plan or it is none; the sentence names the wrong field
     */
    static TrainingPlan load(String nameOrFile) throws IOException {
        Path file = Path.of(nameOrFile);
        boolean isName = !nameOrFile.endsWith(ENDING) && nameOrFile.matches("[\\w-]+");
        String text = isName ? bundled(nameOrFile) : read(file);
        try {
            return TrainingPlan.parse(text);
        } catch (JsonProblem e) {
            throw FileProblem.causedBy(e, file, "training.plan", e.phrase());
        } catch (JacksonException e) {
            throw FileProblem.causedBy(e, file, "training.plan-json", line(e), String.valueOf(e.getOriginalMessage()));
        }
    }

    private static String bundled(String name) throws IOException {
        try (InputStream in = Plans.class.getResourceAsStream(RESOURCES + name + ENDING)) {
            if (in == null) {
                throw new FileProblem(Path.of(name), "training.plan-unknown");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String read(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new FileProblem(file, "file.is-folder");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new FileProblem(file, "training.plan-too-large", MAX_BYTES >> 20);
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw FileProblem.causedBy(e, file, "training.plan-not-text");
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }
}
