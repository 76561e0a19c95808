package org.digitscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.digitscope.catalog.ModelCard;
import org.digitscope.cli.Program.Run;
import org.digitscope.files.UserFolders;
import org.digitscope.json.Json;
import org.digitscope.json.JsonNode;
import org.digitscope.network.ModelArchive;
import org.digitscope.training.CrossValidation;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingProgress;
import org.digitscope.training.TrainingSet;
import org.digitscope.training.dl4j.Dl4jTrainer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    private Path folder;

    private Program program;
    private String bars;
    private Path plan;

    @BeforeEach
    void writePlan() throws IOException {
        program = Program.in(folder);
        bars = TestFiles.bars(folder, 200, 1);
        plan = TestFiles.plan(folder.resolve("plan.json"), bars, 2);
    }

    @Test
    void leavesAModelWithItsCardAndMetrics() throws IOException {
        Path out = folder.resolve("bars.zip");

        Run run = program.run("train", "--plan", plan, "--out", out);

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("bars.zip", "2 epochs");
        assertThat(run.err()).contains("epoch 2/2 done").contains("No figures of mnist:test");
        ModelCard card = ModelCard.parse(Files.readString(folder.resolve("bars.json")));
        assertThat(card.name()).isEqualTo("bars");
        assertThat(card.sha256()).isEqualTo(ModelArchive.sha256(Files.readAllBytes(out)));
        assertThat(card.seed()).contains(5L);
        assertThat(card.command()).isEqualTo("digitscope train --plan plan.json --seed 5 --threads 2 --out bars.zip");
        assertThat(card.architecture()).hasSize(2);
        assertThat(card.architecture().get(0)).contains("convolution 5×5, relu", "2 × 8×8", "52 parameters");
        assertThat(card.parameterCount()).isEqualTo(52 + 2 * 64 * 10 + 10);
        assertThat(card.figures().get("validation")).containsKeys("accuracy", "count", "ece", "loss");
        assertThat(card.figures().get("validation")).containsEntry("count", 50.0);
        assertThat(card.figures()).hasSize(2);
        assertThat(card.limits()).isNotEmpty();
        assertThat(Files.readAllLines(folder.resolve("bars.metrics.jsonl"))).hasSize(2);
        assertThat(folder.resolve("bars.zip.checkpoint")).doesNotExist();
    }

    @Test
    void trainsAModelThatTheOtherCommandsRead() throws IOException {
        Path longer = TestFiles.plan(folder.resolve("longer.json"), bars, 8);
        Path out = folder.resolve("bars.zip");
        program.run("train", "--plan", longer, "--out", out);

        Run run = program.run("evaluate", "--data", TestFiles.bars(folder, 100, 2), "--model", out, "--format", "json");

        assertThat(run.json().get(0).get("model").asString()).isEqualTo("bars");
        assertThat(run.json().get(0).get("accuracy").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void givesTheSameBytesForTheSameSeedAndOthersForAnother() throws IOException {
        program.run("train", "--plan", plan, "--out", folder.resolve("first.zip"));
        Run chinese = program.speaking(Locale.SIMPLIFIED_CHINESE)
                .run("train", "--plan", plan, "--out", folder.resolve("second.zip"));
        assertThat(chinese.err()).containsPattern("\\p{IsHan}");
        assertThat(Files.readString(folder.resolve("second.json")))
                .as("a card, which is for everybody")
                .doesNotContainPattern("\\p{IsHan}");
        program.run("train", "--plan", plan, "--out", folder.resolve("third.zip"), "--seed", 6);

        assertThat(folder.resolve("second.zip")).hasSameBinaryContentAs(folder.resolve("first.zip"));
        assertThat(Files.readAllBytes(folder.resolve("third.zip")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("first.zip")));
    }

    @Test
    void stopsInOrderAndGoesOnToTheSameBytes() throws Exception {
        Assumptions.assumeTrue(
                Files.isDirectory(Path.of("/proc/self")), "only where a process can be asked to stop in order");
        Path longPlan = TestFiles.plan(folder.resolve("long.json"), bars, 80);
        Path out = folder.resolve("stopped.zip");
        Path checkpoint = folder.resolve("stopped.zip.checkpoint");
        Path err = folder.resolve("err.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RealProgram.class.getName(),
                        "train",
                        "--plan",
                        longPlan.toString(),
                        "--out",
                        out.toString())
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int i = 0; i < 3000 && !Files.exists(checkpoint) && child.isAlive(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        child.destroy();

        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(1);
        assertThat(Files.readString(err))
                .contains("--resume")
                .contains("is kept")
                .contains("of 80 epochs");
        assertThat(checkpoint).exists();
        // What was learned so far is a model like any other, and says what it is.
        assertThat(program.run("evaluate", "--model", out, "--data", bars).status())
                .isZero();
        assertThat(Files.readString(folder.resolve("stopped.json"))).contains("was stopped after");

        Run again = program.run("train", "--plan", longPlan, "--out", out);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("stopped.zip.checkpoint", "--resume");

        Run resumed = program.run("train", "--plan", longPlan, "--out", out, "--resume");
        assertThat(resumed.status()).isZero();
        assertThat(resumed.err()).doesNotContain("epoch 1/80");
        program.run("train", "--plan", longPlan, "--out", folder.resolve("whole.zip"));
        assertThat(out).hasSameBinaryContentAs(folder.resolve("whole.zip"));
        assertThat(Files.readAllLines(folder.resolve("stopped.metrics.jsonl"))).hasSize(80);
        assertThat(checkpoint).doesNotExist();
    }

    @Test
    void refusesToTrainOnNothing() throws IOException {
        Path nothing = Files.writeString(
                folder.resolve("nothing.json"),
                Files.readString(plan).replaceFirst("\"dataSets\": *\\[[^]]*]", "\"dataSets\": []"));

        Run empty = program.run("train", "--plan", nothing, "--out", folder.resolve("a.zip"));
        Run uncounted =
                program.run("train", "--plan", plan, "--data", "generated:digits", "--out", folder.resolve("a.zip"));

        assertThat(empty.status()).isEqualTo(1);
        assertThat(empty.err()).contains("nothing.json", "dataSets");
        assertThat(uncounted.status()).isEqualTo(2);
        assertThat(uncounted.err()).contains("generated:digits");
        assertThat(folder.resolve("a.zip")).doesNotExist();
    }

    @Test
    void looksWhetherTheModelCanBeWrittenBeforeItTrains() throws IOException {
        Path missing = folder.resolve("nowhere").resolve("bars.zip");
        Path inTheWay = Files.createDirectory(folder.resolve("folder.zip"));

        for (Path out : List.of(missing, inTheWay)) {
            Run run = program.run("train", "--plan", plan, "--out", out);

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).contains(out.toString());
        }
    }

    @Test
    void neverReplacesThePlanByTheCard() throws IOException {
        String before = Files.readString(plan);

        Run run = program.run("train", "--plan", plan, "--out", folder.resolve("plan.zip"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("plan.json").contains("choose another name");
        assertThat(Files.readString(plan)).isEqualTo(before);
    }

    @Test
    void namesWhatIsWrongWithAPlan() throws IOException {
        Path wrongField = Files.writeString(
                folder.resolve("field.json"), Files.readString(plan).replace("\"filters\": 2", "\"filters\": 0"));
        Path noJson = Files.writeString(folder.resolve("broken.json"), "{\n\"name\": ");
        Object out = folder.resolve("bars.zip");

        assertThat(program.run("train", "--plan", wrongField, "--out", out).err())
                .contains("layers[0].filters must be a whole number from 1 to ");
        assertThat(program.speaking(Locale.SIMPLIFIED_CHINESE)
                        .run("train", "--plan", wrongField, "--out", out)
                        .err())
                .contains("layers[0].filters 必须是 1 到 ")
                .contains(" 之间的整数；请修正。");
        assertThat(program.run("train", "--plan", noJson, "--out", out).err()).contains("broken.json", "line 2");
        assertThat(program.run("train", "--plan", folder.resolve("gone.json"), "--out", out)
                        .err())
                .contains("gone.json is not there");
        Run unknown = program.run("train", "--plan", "classical", "--out", out);
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err().lines()).hasSize(1);
        assertThat(unknown.err()).contains("classical", "name pad or classic");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(file -> file.toString().contains("bars"))).isEmpty();
        }
    }

    @Test
    void saysWhatToDoWithoutTheDataSet() {
        Run run = program.run("train", "--plan", "classic", "--out", folder.resolve("classic.zip"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("digitscope data fetch mnist");
    }

    @Test
    void trainsOnOtherDataThanThePlansOnRequest() throws IOException {
        String other = TestFiles.bars(folder, 40, 9);

        Run run = program.run(
                "train", "--plan", plan, "--data", bars, "--data", other, "--out", folder.resolve("bars.zip"));

        assertThat(run.status()).isZero();
        ModelCard card = ModelCard.parse(Files.readString(folder.resolve("bars.json")));
        assertThat(card.data()).hasSize(2);
        assertThat(card.data().get(0)).contains("200 digits");
        assertThat(card.data().get(1)).contains("40 digits");
    }

    @Test
    void crossValidationTellsEachFoldAndShipsANetworkOfEverything() throws IOException {
        Path folds = with("\"crossValidation\": 3", "folds.json");
        Path out = folder.resolve("bars.zip");

        Run run = program.run("train", "--plan", folds, "--out", out);

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).hasSize(5);
        assertThat(run.outLines().get(0)).matches("fold 1/3: accuracy \\d+\\.\\d\\d % on 67 held-out images");
        assertThat(run.outLines().get(2)).matches("fold 3/3: accuracy \\d+\\.\\d\\d % on 66 held-out images");
        assertThat(run.outLines().get(3))
                .startsWith("3-fold cross-validation: accuracy ")
                .contains(" ± ");
        assertThat(run.outLines().get(4)).contains("bars.zip", "2 epochs", "all data");
        assertThat(run.err()).contains("fold 2/3  epoch 1/2 done", "all data  epoch 2/2 done");
        List<JsonNode> metrics = lines(folder.resolve("bars.metrics.jsonl"));
        assertThat(metrics).hasSize(3 * 2 + 2 + 1);
        List<Double> accuracies = new ArrayList<>();
        for (int fold = 1; fold <= 3; fold++) {
            JsonNode last = metrics.get(2 * fold - 1);
            assertThat(last.get("fold").asInt(1, 3)).isEqualTo(fold);
            assertThat(last.get("epoch").asInt(1, 2)).isEqualTo(2);
            accuracies.add(last.get("validationAccuracy").asDouble());
        }
        assertThat(metrics.get(7).find("fold")).isEmpty();
        assertThat(metrics.get(7).find("validationAccuracy")).isEmpty();
        CrossValidation expected = new CrossValidation(accuracies);
        assertThat(metrics.get(8).get("meanAccuracy").asDouble()).isEqualTo(expected.mean());
        assertThat(metrics.get(8).get("standardDeviation").asDouble()).isEqualTo(expected.standardDeviation());
        ModelCard card = ModelCard.parse(Files.readString(folder.resolve("bars.json")));
        assertThat(card.figures().get("cross-validation"))
                .containsEntry("folds", 3.0)
                .containsEntry("accuracy", Figures.rounded(expected.mean()))
                .containsEntry("standardDeviation", Figures.rounded(expected.standardDeviation()));
        assertThat(card.figures()).doesNotContainKey("validation");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(file -> file.toString().endsWith(".checkpoint")))
                    .isEmpty();
        }
        Path everything = folder.resolve("everything.zip");
        program.run("train", "--plan", with("\"validationShare\": 0", "everything-plan.json"), "--out", everything);
        assertThat(out).hasSameBinaryContentAs(everything);
    }

    @Test
    void aCrossValidationThatWasKilledGoesOnInItsFold() throws IOException {
        Path folds = with("\"crossValidation\": 3", "folds.json");
        Path out = folder.resolve("killed.zip");
        Run killed = runKilled(folds, out);
        assertThat(killed.status()).isEqualTo(1);
        assertThat(out).doesNotExist();
        assertThat(folder.resolve("killed.zip.fold1.checkpoint")).exists();
        assertThat(folder.resolve("killed.zip.fold2.checkpoint")).exists();
        assertThat(folder.resolve("killed.zip.fold3.checkpoint")).doesNotExist();
        Run again = program.run("train", "--plan", folds, "--out", out);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("killed.zip.fold1.checkpoint", "--resume");

        Run resumed = program.run("train", "--plan", folds, "--out", out, "--resume");

        assertThat(resumed.status()).isZero();
        assertThat(resumed.err())
                .doesNotContain("fold 1/3  epoch", "fold 2/3  epoch 1/2")
                .contains("fold 2/3  epoch 2/2", "fold 3/3  epoch 1/2");
        Path whole = folder.resolve("whole.zip");
        Run uninterrupted = program.run("train", "--plan", folds, "--out", whole);
        assertThat(resumed.out().replace("killed.zip", "whole.zip")).isEqualTo(uninterrupted.out());
        assertThat(out).hasSameBinaryContentAs(whole);
        assertThat(lines(folder.resolve("killed.metrics.jsonl"))).hasSize(9);
    }

    @Test
    void saysWhyAPlanCannotBeCrossValidated() throws IOException {
        Path both = with("\"validationShare\": 0.1, \"crossValidation\": 3", "both.json");
        String few = TestFiles.bars(folder, 10, 4);
        Path folds = with("\"crossValidation\": 11", "folds.json");
        Object out = folder.resolve("bars.zip");

        assertThat(program.run("train", "--plan", both, "--out", out).err())
                .contains("both.json", "crossValidation", "validationShare");
        assertThat(program.run("train", "--plan", folds, "--data", few, "--out", out)
                        .err())
                .contains("10 digits", "11 folds");
    }

    @Test
    void trainsAResidualNetwork() throws IOException {
        Path residual = Files.writeString(
                folder.resolve("residual.json"), Files.readString(plan).replace("\"layers\": [", """
                        "layers": [{"type": "residual", "activation": "relu", "layers": [
                          {"type": "convolution", "filters": 2, "kernel": 3, "stride": 2, "padding": 1},
                          {"type": "batch-normalisation"}]},
                        """));

        Run run = program.run("train", "--plan", residual, "--out", folder.resolve("bars.zip"));

        assertThat(run.status()).isZero();
        ModelCard card = ModelCard.parse(Files.readString(folder.resolve("bars.json")));
        assertThat(card.architecture())
                .anySatisfy(layer -> assertThat(layer).startsWith("layer0-shortcut-0: convolution 1×1"))
                .anySatisfy(layer -> assertThat(layer).startsWith("layer0-sum: addition"));
        assertThat(card.figures().get("validation")).containsEntry("count", 50.0);
    }

    private Run runKilled(Path folds, Path out) {
        Services real = RealProgram.services(
                new UserFolders(folder.resolve("user"), folder.resolve("cache"), folder.resolve("data-sets")),
                new RealProgram.FakeWindow());
        Services deadly = new Services(
                real.folders(), real.loader(), threads -> new KilledInFold(2, 1), real.computesOn(), real.window());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] arguments = {"train", "--plan", folds.toString(), "--out", out.toString()};
        int status = CommandLineProgram.run(
                arguments, deadly, Locale.ENGLISH, InputStream.nullInputStream(), stream, stream);
        return new Run(status, "", said.toString(StandardCharsets.UTF_8));
    }

    /** The plan with something else in the place of its validation share. */
    private Path with(String fields, String name) throws IOException {
        return Files.writeString(
                folder.resolve(name), Files.readString(plan).replace("\"validationShare\": 0.25", fields));
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            nodes.add(JsonNode.root(Json.parse(line)));
        }
        return nodes;
    }

    /** Ends as a killed process does, with the checkpoint written. */
    private static final class KilledInFold implements Trainer {
        private final int lastFold;
        private final int lastEpoch;
        private int trainings;

        KilledInFold(int lastFold, int lastEpoch) {
            this.lastFold = lastFold;
            this.lastEpoch = lastEpoch;
        }

        @Override
        public TrainedNetwork train(
                TrainingPlan plan,
                TrainingSet set,
                Path checkpoint,
                boolean resume,
                TrainingProgress progress,
                BooleanSupplier cancelled)
                throws IOException {
            trainings++;
            TrainingProgress deadly = new TrainingProgress() {
                @Override
                public void step(int epoch, int step, int steps, double loss, long remainingMillis) {}

                @Override
                public void epoch(EpochMetrics metrics) {
                    progress.epoch(metrics);
                    if (trainings == lastFold && metrics.epoch() == lastEpoch) {
                        throw new IllegalStateException("killed");
                    }
                }
            };
            return new Dl4jTrainer(2).train(plan, set, checkpoint, resume, deadly, cancelled);
        }
    }
}
