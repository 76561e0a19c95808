package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.digitscope.files.FileProblem;
import org.digitscope.files.UserFolders;
import org.digitscope.image.DigitImage;
import org.digitscope.text.Texts;
import org.digitscope.training.Example;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingDataTest {
    private static final int WRITERS = 4;
    private static final int EACH = 12;

    @TempDir
    private Path folder;

    private Context context;
    private String ink;
    private List<DigitImage> images;

    @BeforeEach
    void writeInk() throws IOException {
        UserFolders folders =
                new UserFolders(folder.resolve("user"), folder.resolve("cache"), folder.resolve("data-sets"));
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        context = new Context(
                RealProgram.services(folders, new RealProgram.FakeWindow()),
                InputStream.nullInputStream(),
                new Output(nowhere),
                nowhere,
                false,
                Texts.of("cli", Locale.ENGLISH));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < WRITERS * EACH; i++) {
            String line = TestFiles.referenceInk().get(i);
            lines.add(line.replaceFirst("\\{", "{\"writer\":\"w" + i % WRITERS + "\","));
        }
        ink = TestFiles.ink(folder.resolve("hands.ndjson"), lines).toString();
        images =
                TrainingData.read(context, plan("\"validationShare\": 0", quoted(ink)))
                        .parts()
                        .get(0)
                        .samples()
                        .stream()
                        .map(sample -> sample.image())
                        .toList();
    }

    @Test
    void aFoldHoldsOutWholeWritersAndEveryImageOnce() throws IOException {
        TrainingData data = TrainingData.read(context, plan("\"crossValidation\": 4", quoted(ink)));

        Set<Integer> seen = new HashSet<>();
        for (int fold = 1; fold <= 4; fold++) {
            TrainingSet set = data.fold(fold);
            Set<Integer> writers = new HashSet<>();
            for (LabelledImage image : set.heldOut()) {
                int index = images.indexOf(image.image());
                seen.add(index);
                writers.add(index % WRITERS);
            }
            assertThat(set.heldOut()).hasSize(EACH);
            assertThat(set.trained()).hasSize((WRITERS - 1) * EACH);
            assertThat(writers).hasSize(1);
        }
        assertThat(seen).hasSize(WRITERS * EACH);
        assertThat(data.set().heldOut()).isEmpty();
        assertThat(data.set().trained()).hasSize(WRITERS * EACH);
    }

    @Test
    void wholeWritersAreHeldOutOfPlainPlansToo() throws IOException {
        TrainingSet set = TrainingData.read(context, plan("\"validationShare\": 0.25", quoted(ink)))
                .set();

        Set<Integer> writers = new HashSet<>();
        set.heldOut().forEach(image -> writers.add(images.indexOf(image.image()) % WRITERS));
        assertThat(set.heldOut()).hasSize(EACH);
        assertThat(writers).hasSize(1);
    }

    @Test
    void writersThatDoNotGoRoundAreTold() {
        assertThatThrownBy(() -> TrainingData.read(context, plan("\"crossValidation\": 5", quoted(ink))))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("4 writers")
                .hasMessageContaining("5 folds");
    }

    @Test
    void nonDigitsAreDealtOutToTheFoldsToo() throws IOException {
        TrainingData data = TrainingData.read(
                context,
                plan(
                        "\"crossValidation\": 4",
                        quoted(ink) + ", {\"set\": \"generated:non-digits\", \"count\": 30},"
                                + " {\"set\": \"generated:digits\", \"count\": 40}"));

        TrainingSet set = data.fold(2);
        assertThat(set.classes()).isEqualTo(11);
        assertThat(set.heldOut()).hasSize(EACH + 500);
        assertThat(set.heldOut())
                .filteredOn(image -> image.label() == Example.NO_DIGIT)
                .hasSize(500);
        assertThat(set.trained()).hasSize((WRITERS - 1) * EACH + 70);
    }

    @Test
    void setsComeInTheProportionsOfThePlan() throws IOException {
        String bars = TestFiles.bars(folder, 40, 3);
        TrainingData data = TrainingData.read(
                context,
                plan(
                        "\"validationShare\": 0",
                        "{\"set\": " + quoted(ink) + ", \"repeat\": 3}, {\"set\": " + quoted(bars)
                                + ", \"share\": 0.25}"));

        assertThat(data.set().trained()).hasSize(3 * WRITERS * EACH + 10);
        assertThat(data.descriptions().get(1)).contains("10 digits");
        assertThat(data.set().trained())
                .filteredOn(example -> example instanceof Example.Ink)
                .hasSize(3 * WRITERS * EACH);
        TrainingData again = TrainingData.read(context, data.plan());
        assertThat(again.set().trained().subList(144, 154))
                .isEqualTo(data.set().trained().subList(144, 154));
    }

    private static String quoted(String path) {
        return "\"" + path.replace("\\", "\\\\") + "\"";
    }

    private static TrainingPlan plan(String validation, String sets) throws IOException {
        return TrainingPlan.parse("""
                {"name": "tiny", "layers": [], "optimizer": {"type": "adam"},
                 "learningRate": {"schedule": "constant", "rate": 0.01}, "batchSize": 20, "epochs": 1, "seed": 5,
                 "dataSets": [%s], %s}
                """.formatted(sets, validation));
    }
}
