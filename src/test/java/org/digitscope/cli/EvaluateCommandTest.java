package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitscope.cli.Program.Run;
import org.digitscope.files.UserFolders;
import org.digitscope.json.JsonNode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private Program program;
    private Path ink;

    @BeforeEach
    void writeInk() throws IOException {
        program = Program.in(folder);
        ink = TestFiles.ink(folder.resolve("digits.ndjson"), TestFiles.referenceInk());
    }

    @Test
    void printsTheKeysThatScriptsRelyOn() throws IOException {
        Run run = program.run("evaluate", "--data", ink, "--model", "classic", "--format", "json");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.json()).hasSize(1);
        JsonNode json = run.json().get(0);
        assertThat(json.asMap().keySet())
                .containsExactly(
                        "model",
                        "data",
                        "count",
                        "accuracy",
                        "accuracyInterval",
                        "loss",
                        "macroF1",
                        "classes",
                        "confusion",
                        "ece",
                        "refused");
        assertThat(json.get("model").asString()).isEqualTo("classic");
        assertThat(json.get("count").asLong())
                .isEqualTo(TestFiles.referenceInk().size());
        assertThat(json.get("classes").items()).hasSize(10);
        assertThat(json.get("classes").items().get(3).asMap()).containsKeys("precision", "recall", "f1", "support");
        assertThat(json.get("confusion").items()).hasSize(10);
        double low = json.get("accuracyInterval").items().get(0).asDouble();
        double high = json.get("accuracyInterval").items().get(1).asDouble();
        assertThat(json.get("accuracy").asDouble()).isStrictlyBetween(low, high).isGreaterThan(0.5);
    }

    @Test
    void countsWhatIsNoDigitApart() throws IOException {
        List<String> lines = new ArrayList<>(TestFiles.referenceInk().subList(0, 20));
        lines.add("{\"word\":\"?\",\"drawing\":[]}");
        Path mixed = TestFiles.ink(folder.resolve("mixed.ndjson"), lines);

        JsonNode json = program.run("evaluate", "--data", mixed, "--format", "json")
                .json()
                .get(0);

        assertThat(json.get("count").asLong()).isEqualTo(20);
        assertThat(json.get("others").asLong()).isEqualTo(1);
        assertThat(json.get("othersRefused").asDouble()).isEqualTo(1);
    }

    @Test
    void comparesAModelWithItselfWithoutADifference() throws IOException {
        Run run = program.run(
                "evaluate", "--data", ink, "--model", "classic", "--compare", "classic", "--format", "json");

        JsonNode json = run.json().get(0);
        JsonNode comparison = json.get("comparison");
        assertThat(comparison.get("accuracy").asDouble())
                .isEqualTo(json.get("accuracy").asDouble());
        assertThat(comparison.get("onlyFirstRight").asLong()).isZero();
        assertThat(comparison.get("onlySecondRight").asLong()).isZero();
        assertThat(comparison.get("pValue").asDouble()).isEqualTo(1);
        assertThat(comparison.get("bothRight").asLong()
                        + comparison.get("neitherRight").asLong())
                .isEqualTo(json.get("count").asLong());
    }

    @Test
    void readsInkWorseWhenTheWholeCanvasIsShrunk() throws IOException {
        JsonNode mass = program.run("evaluate", "--data", ink, "--format", "json")
                .json()
                .get(0);
        JsonNode canvas = program.run("evaluate", "--data", ink, "--placement", "canvas", "--format", "json")
                .json()
                .get(0);

        assertThat(canvas.get("count").asLong()).isEqualTo(mass.get("count").asLong());
        assertThat(canvas.get("accuracy").asDouble())
                .isLessThan(mass.get("accuracy").asDouble());
    }

    @Test
    void refusesACanvasForPicturesWithoutInk() throws IOException {
        String bars = TestFiles.bars(folder, 20, 1);

        Run run = program.run("evaluate", "--data", bars, "--placement", "canvas");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("has no ink");
    }

    @Test
    void writesAReportThatNeedsNothingElse() throws IOException {
        Path report = folder.resolve("report.html");

        Run run = program.run(
                "evaluate", "--data", ink, "--model", "classic", "--compare", "classic", "--report", report);

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("accuracy", "Confusion", "both right");
        assertThat(Files.readString(report))
                .contains("<svg", "data:image/png;base64,", "Confusion matrix", "prefers-color-scheme: dark")
                .doesNotContain("http://", "https://", "<script");
    }

    @Test
    void looksForTheReportsFolderBeforeItBegins() {
        Path report = folder.resolve("nowhere").resolve("report.html");

        Run run = program.run("evaluate", "--data", ink, "--model", "classic", "--report", report);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("report.html").contains("folder does not exist");
        assertThat(report).doesNotExist();
    }

    @Test
    void saysWhatToDoWithoutTheDataSet() {
        Run run = program.run("evaluate", "--data", "mnist");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("digitscope data fetch mnist").contains("DIGITSCOPE_DATA");
    }

    @Test
    void namesTheBadLineOfADataSet() throws IOException {
        Path bad = TestFiles.ink(
                folder.resolve("bad.ndjson"), List.of(TestFiles.referenceInk().get(0), "{"));

        Run run = program.run("evaluate", "--data", bad);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("bad.ndjson, line 2");
    }

    @Test
    void reachesTheCardsAccuracyOnMnist() throws IOException {
        Assumptions.assumeTrue(
                System.getenv("DIGITSCOPE_DATA") != null, "DIGITSCOPE_DATA is not set: MNIST is not here");
        Program withData = new Program(UserFolders.ofThisProcess());

        JsonNode json = withData.run("evaluate", "--data", "mnist", "--model", "classic", "--format", "json")
                .json()
                .get(0);

        assertThat(json.get("count").asLong()).isEqualTo(10_000);
        assertThat(json.get("accuracy").asDouble()).isGreaterThanOrEqualTo(0.99);
    }
}
