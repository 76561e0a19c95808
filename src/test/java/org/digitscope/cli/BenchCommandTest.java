package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.cli.Program.Run;
import org.digitscope.json.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {
    @TempDir
    private Path folder;

    @Test
    void measuresEveryStepFromAStrokeToItsResult() throws IOException {
        Run run = Program.in(folder).run("bench", "--quick", "--window", "--format", "json");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = run.json().get(0);
        assertThat(json.get("ink").asString()).isEqualTo("reference-digits");
        assertThat(json.get("computesOn").asString()).contains("ND4J");
        for (String key : List.of(
                "inkToImageMillis",
                "inferenceAllActivationsMillis",
                "singleImageInferenceMillis",
                "penToResultMillis",
                "explanationSliceMillis",
                "quickExplanationMillis",
                "penToResultWhileExplainingMillis",
                "windowPenToResultMillis")) {
            double median = json.get(key).get("p50").asDouble();
            assertThat(median)
                    .as(key)
                    .isPositive()
                    .isLessThanOrEqualTo(json.get(key).get("p99").asDouble());
        }
        assertThat(json.get("batchImagesPerSecond").asDouble()).isGreaterThan(10);
        assertThat(json.get("trainingOneThreadImagesPerSecond").asDouble()).isGreaterThan(10);
        assertThat(json.get("trainingTwoThreadsImagesPerSecond").asDouble()).isGreaterThan(10);
        assertThat(json.get("windowShownMillis").asDouble()).isEqualTo(1235);
        assertThat(json.find("windowIdleCpuPercent")).isEmpty();
    }

    @Test
    void printsWhatIsToBeReachedBesideWhatWasMeasured() {
        Run run = Program.in(folder).run("bench", "--quick", "--window");

        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .anySatisfy(line -> assertThat(line).contains("start → window shown", "1235", "≤ 1500: reached"))
                .anySatisfy(line -> assertThat(line).contains("pen event → result, ms", "≤ 16"))
                .anySatisfy(line -> assertThat(line).contains("idle window", "–", "≤ 1"));
    }

    @Test
    void soakingTellsEachQuarterAndWhatIsHeld() throws IOException {
        Run run = Program.in(folder).run("bench", "--soak", "0.1", "--seed", "2", "--format", "json");

        assertThat(run.status()).isZero();
        JsonNode json = run.json().get(0);
        assertThat(json.get("seed").asLong()).isEqualTo(2);
        assertThat(json.get("frameMillis").items()).hasSize(4);
        assertThat(json.get("frameMillis").items().get(3).get("p99.9").asDouble())
                .isEqualTo(30);
        JsonNode heap = json.get("heapMegabytes");
        assertThat(heap.get("quarters").items().get(3).asDouble()).isEqualTo(50);
        assertThat(heap.get("verdict").asString()).isEqualTo("steady");
        assertThat(json.get("growth").items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "NaN", "99999"})
    void soakingForNoTimeIsWrongUsage(String minutes) {
        Run run = Program.in(folder).run("bench", "--soak", minutes);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--soak takes minutes, more than 0");
    }

    @Test
    void soakingThatFindsGrowthFails() {
        Run run = Program.in(folder).run("bench", "--soak", "0.1", "--seed", "13");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.outLines()).contains("Grew: threads");
    }

    @Test
    void timesANewProcessUntilItsFirstAnswer() throws IOException {
        Path ink = TestFiles.ink(
                folder.resolve("a.ndjson"), TestFiles.referenceInk().subList(0, 1));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RealProgram.class.getName());

        double millis = CommandLineStart.firstAnswerMillis(command, ink, 1);

        assertThat(millis).isBetween(100.0, 60_000.0);
    }
}
