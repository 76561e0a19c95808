package org.digitscope.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.digitscope.data.augmentation.ImageAugmentation;
import org.digitscope.data.augmentation.InkAugmentation;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.ModelArchive;
import org.digitscope.network.Readout;
import org.digitscope.network.dl4j.ArrayFile;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.Example;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingProgress;
import org.digitscope.training.TrainingSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class Dl4jTrainerTest {
    private static final String LAYERS = """
        {"type": "convolution", "filters": 4, "kernel": 5, "stride": 2, "activation": "relu"},
        {"type": "batch-normalisation"},
        {"type": "max-pooling", "kernel": 2},
        {"type": "dropout", "rate": 0.2},
        {"type": "dense", "units": 12, "activation": "relu"}
        """;

    @TempDir
    private Path folder;

    @Test
    void learnsWhatTheImagesShow() throws IOException {
        TrainedNetwork trained = train(plan("0.01", 6, ""), "a", false);

        assertThat(trained.complete()).isTrue();
        assertThat(trained.metrics()).hasSize(6);
        EpochMetrics last = trained.metrics().get(5);
        assertThat(last.loss()).isLessThan(trained.metrics().get(0).loss() / 2);
        assertThat(last.validationAccuracy()).isGreaterThan(0.9);
        assertThat(trained.heldOut()).hasSize(40);
        try (DigitNetwork network = load(trained)) {
            List<DigitImage> images =
                    trained.heldOut().stream().map(LabelledImage::image).toList();
            List<Answer> answers = network.answer(images);
            int right = 0;
            double loss = 0;
            for (int i = 0; i < images.size(); i++) {
                int label = trained.heldOut().get(i).label();
                right += answers.get(i).prediction() == label ? 1 : 0;
                loss -= Math.log(answers.get(i).probabilities()[label]);
            }
            assertThat(right / 40.0).isCloseTo(last.validationAccuracy(), within(1e-9));
            assertThat(loss / 40).isCloseTo(last.validationLoss(), within(1e-3));
        }
    }

    @Test
    void theSamePlanGivesTheSameFileToTheByte() throws IOException {
        byte[] first = train(plan("0.01", 2, ""), "a", false).zip();
        byte[] second = train(plan("0.01", 2, ""), "b", false).zip();
        byte[] otherSeed = train(plan("0.01", 2, "").withSeed(6), "c", false).zip();

        assertThat(second).isEqualTo(first);
        assertThat(otherSeed).isNotEqualTo(first);
    }

    @Test
    void killedAndResumedIsTheSameToTheByteAsUninterrupted() throws IOException {
        TrainingPlan plan = plan("0.01", 3, "\"patience\": 3,");
        TrainedNetwork whole = train(plan, "whole", false);
        assertThatThrownBy(() -> new Dl4jTrainer(1)
                        .train(plan, samples(), folder.resolve("killed"), false, new KilledAfterEpoch(2), () -> false))
                .hasMessage("killed");

        TrainedNetwork resumed = train(plan, "killed", true);

        assertThat(resumed.zip()).isEqualTo(whole.zip());
        assertThat(resumed.metrics()).hasSize(3);
        assertThat(resumed.metrics().get(0).loss())
                .isEqualTo(whole.metrics().get(0).loss());
        assertThat(resumed.metrics().get(2).validationLoss())
                .isEqualTo(whole.metrics().get(2).validationLoss());
    }

    @Test
    void cancelledInAnEpochAndResumedIsTheSameToo() throws IOException {
        TrainingPlan plan = plan("0.01", 3, "");
        TrainedNetwork whole = train(plan, "whole", false);
        Steps steps = new Steps();
        TrainedNetwork cancelled = new Dl4jTrainer(1)
                .train(plan, samples(), folder.resolve("cancelled"), false, steps, () -> steps.count >= 15);
        assertThat(cancelled.complete()).isFalse();
        assertThat(cancelled.metrics()).hasSize(1);
        load(cancelled).close();

        TrainedNetwork resumed = train(plan, "cancelled", true);

        assertThat(resumed.zip()).isEqualTo(whole.zip());
        assertThat(resumed.complete()).isTrue();
    }

    @Test
    void resumingAFinishedTrainingGivesItsResultAgain() throws IOException {
        TrainingPlan plan = plan("0.01", 2, "");
        TrainedNetwork whole = train(plan, "whole", false);
        Steps steps = new Steps();

        TrainedNetwork again =
                new Dl4jTrainer(1).train(plan, samples(), folder.resolve("whole"), true, steps, () -> false);

        assertThat(again.zip()).isEqualTo(whole.zip());
        assertThat(steps.count).isZero();
    }

    @Test
    void withoutResumeACheckpointIsNotTakenUp() throws IOException {
        TrainingPlan plan = plan("0.01", 2, "");
        byte[] first = train(plan, "a", false).zip();
        Steps steps = new Steps();

        byte[] second = new Dl4jTrainer(1)
                .train(plan, samples(), folder.resolve("a"), false, steps, () -> false)
                .zip();

        assertThat(second).isEqualTo(first);
        assertThat(steps.count).isEqualTo(24);
    }

    @Test
    void theLearningRateIsTheOneOfTheSchedule() throws IOException {
        // From the second epoch on the rate is a millionth: the weights stand still.
        String falling = "{\"schedule\": \"step\", \"rate\": 0.01, \"factor\": 1e-6, \"everyEpochs\": 1}";
        float[] one = weights(train(withoutStatistics(planWithRate(falling, 1)), "one", false));
        float[] two = weights(train(withoutStatistics(planWithRate(falling, 2)), "two", false));
        float[] constant = weights(train(withoutStatistics(plan("0.01", 2, "")), "constant", false));

        assertThat(largestDifference(one, two)).isLessThan(1e-5);
        assertThat(largestDifference(one, constant)).isGreaterThan(1e-3);
        assertThat(train(planWithRate(falling, 2), "again", false).metrics())
                .extracting(EpochMetrics::learningRate)
                .containsExactly(0.01, 0.01 * 1e-6);
    }

    @Test
    void everyOptimizerLearns() throws IOException {
        for (String optimizer : List.of(
                "{\"type\": \"sgd\"}",
                "{\"type\": \"sgd\", \"momentum\": 0}",
                "{\"type\": \"rmsprop\", \"l1\": 1e-5, \"l2\": 1e-5}",
                "{\"type\": \"adamw\", \"weightDecay\": 0.01}")) {
            TrainingPlan plan =
                    TrainingPlan.parse(plan("0.005", 3, "").json().replace("{\"type\": \"adam\"}", optimizer));

            List<EpochMetrics> metrics = train(plan, "optimizer", false).metrics();

            assertThat(metrics.get(2).loss())
                    .as(optimizer)
                    .isLessThan(metrics.get(0).loss() * 0.9);
        }
    }

    @Test
    void anotherPlansCheckpointIsRefused() throws IOException {
        train(plan("0.01", 1, ""), "a", false);

        assertThatThrownBy(() -> train(plan("0.02", 1, ""), "a", true))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("another plan");
        assertThatThrownBy(() -> train(plan("0.01", 1, "").withSeed(1), "a", true))
                .isInstanceOf(FileProblem.class);
        assertThatThrownBy(() -> new Dl4jTrainer(2)
                        .train(plan("0.01", 1, ""), samples(), folder.resolve("a"), true, new Steps(), () -> false))
                .isInstanceOf(FileProblem.class);
        List<LabelledImage> others = new ArrayList<>(samples());
        others.remove(0);
        assertThatThrownBy(() -> new Dl4jTrainer(1)
                        .train(plan("0.01", 1, ""), others, folder.resolve("a"), true, new Steps(), () -> false))
                .isInstanceOf(FileProblem.class);
    }

    @Test
    void aDamagedCheckpointIsRefused() throws IOException {
        train(plan("0.01", 1, ""), "a", false);
        byte[] whole = Files.readAllBytes(folder.resolve("a"));
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 300}) {
            Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> train(plan("0.01", 1, ""), "cut", true))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(FileProblem.class)
                    .hasMessageContaining("no whole checkpoint");
        }
        Files.writeString(folder.resolve("text"), "text", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> train(plan("0.01", 1, ""), "text", true)).isInstanceOf(FileProblem.class);
    }

    @Test
    void anUnwritableCheckpointIsTold() {
        assertThatThrownBy(() -> train(plan("0.01", 1, ""), "no/such/folder", false))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void patienceEndsTheTrainingWithTheBestWeights() throws IOException {
        // A rate this high makes the validation loss jump about.
        TrainingPlan plan = plan("0.9", 30, "\"patience\": 2,");

        TrainedNetwork trained = train(plan, "a", false);

        List<EpochMetrics> metrics = trained.metrics();
        double lowest =
                metrics.stream().mapToDouble(EpochMetrics::validationLoss).min().orElseThrow();
        int best = metrics.stream()
                .filter(epoch -> epoch.validationLoss() == lowest)
                .findFirst()
                .orElseThrow()
                .epoch();
        assertThat(metrics).hasSize(best + 2).hasSizeLessThan(30);
        try (DigitNetwork network = load(trained)) {
            double loss = 0;
            for (LabelledImage sample : trained.heldOut()) {
                loss -= Math.log(Math.max(network.run(sample.image()).answer().probabilities()[sample.label()], 1e-30));
            }
            assertThat(loss / trained.heldOut().size()).isCloseTo(lowest, within(lowest * 0.01 + 1e-3));
        }
    }

    @Test
    void withoutValidationItStillTrains() throws IOException {
        TrainingPlan plan = TrainingPlan.parse(plan("0.01", 1, "").json().replace("\"validationShare\": 0.1,", ""));

        TrainedNetwork trained = train(plan, "a", false);

        assertThat(trained.metrics().get(0).validationLoss()).isNaN();
        assertThat(trained.heldOut()).isEmpty();
        assertThat(train(plan, "a", true).zip()).isEqualTo(trained.zip());
    }

    @Test
    @Timeout(120)
    void anExampleThatCannotBeDrawnEndsTheTrainingInsteadOfHangingIt() throws IOException {
        Example broken = new Example.Generated(
                random -> {
                    throw new IllegalStateException("no drawing");
                },
                3,
                InkAugmentation.none());
        Example whole = new Example.Image(DigitImage.blank(), 3, ImageAugmentation.none());
        TrainingSet set = new TrainingSet(List.of(whole, broken), List.of(), 10);
        Batches batches = new Batches(plan("0.01", 1, ""), set, 0);

        try (BatchPipeline pipeline = new BatchPipeline(batches)) {
            assertThatThrownBy(pipeline::next).hasMessage("no drawing");
        }
    }

    @Test
    void progressTellsEveryStepAndEpoch() throws IOException {
        Steps steps = new Steps();

        new Dl4jTrainer(1).train(plan("0.01", 2, ""), samples(), folder.resolve("a"), false, steps, () -> false);

        assertThat(steps.count).isEqualTo(24);
        assertThat(steps.lines.get(0)).isEqualTo("1 1/12");
        assertThat(steps.lines.get(23)).isEqualTo("2 12/12");
        assertThat(steps.epochs).isEqualTo(2);
        assertThat(steps.lastRemaining).isZero();
    }

    @Test
    void aLossThatIsNoNumberEndsTheTraining() throws IOException {
        // Each step makes of a weight nine times as much, until there is no number for it.
        TrainingPlan diverging = withoutStatistics(TrainingPlan.parse(plan("10", 40, "")
                .json()
                .replace("{\"type\": \"adam\"}", "{\"type\": \"sgd\", \"momentum\": 0, \"l2\": 1}")));

        assertThatThrownBy(() -> train(diverging, "diverged", false))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("diverged")
                .hasMessageContaining("learningRate.rate");
    }

    private TrainedNetwork train(TrainingPlan plan, String checkpoint, boolean resume) throws IOException {
        BooleanSupplier never = () -> false;
        return new Dl4jTrainer(1).train(plan, samples(), folder.resolve(checkpoint), resume, new Steps(), never);
    }

    private static DigitNetwork load(TrainedNetwork trained) throws IOException {
        return new Dl4jModels().load(ModelArchive.of(Path.of("trained.zip"), trained.zip()), Readout.plain());
    }

    private static float[] weights(TrainedNetwork trained) throws IOException {
        return ArrayFile.read(
                ModelArchive.of(Path.of("trained.zip"), trained.zip()).coefficients());
    }

    /** Batch normalisation's means follow the images whatever the rate. */
    private static TrainingPlan withoutStatistics(TrainingPlan plan) throws IOException {
        return TrainingPlan.parse(plan.json().replace("{\"type\": \"batch-normalisation\"},", ""));
    }

    private static double largestDifference(float[] one, float[] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }

    private static TrainingPlan plan(String rate, int epochs, String more) throws IOException {
        return planWithRate("{\"schedule\": \"constant\", \"rate\": " + rate + "}", epochs, more);
    }

    private static TrainingPlan planWithRate(String rate, int epochs) throws IOException {
        return planWithRate(rate, epochs, "");
    }

    private static TrainingPlan planWithRate(String rate, int epochs, String more) throws IOException {
        return TrainingPlan.parse(
                "{\"name\": \"tiny\", \"layers\": [" + LAYERS + "], \"optimizer\": {\"type\": \"adam\"},"
                        + more + "\"learningRate\": " + rate + ", \"batchSize\": 32, \"epochs\": " + epochs
                        + ", \"validationShare\": 0.1, \"seed\": 5, \"dataSets\": []}");
    }

    /** 400 images: a bright column whose place is the label, in noise. */
    private static List<LabelledImage> samples() {
        Random random = new Random(1);
        List<LabelledImage> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int label = i % 10;
            byte[] levels = new byte[784];
            for (int pixel = 0; pixel < levels.length; pixel++) {
                int column = pixel % 28;
                boolean bright = column / 2 == label + 2;
                levels[pixel] = (byte) (bright ? 200 + random.nextInt(56) : random.nextInt(60));
            }
            samples.add(new LabelledImage(DigitImage.ofLevels(levels), label));
        }
        return samples;
    }

    private static class Steps implements TrainingProgress {
        final List<String> lines = new ArrayList<>();
        int count;
        int epochs;
        long lastRemaining = -1;

        @Override
        public void step(int epoch, int step, int steps, double loss, long remainingMillis) {
            count++;
            lines.add(epoch + " " + step + "/" + steps);
            lastRemaining = remainingMillis;
        }

        @Override
        public void epoch(EpochMetrics metrics) {
            epochs++;
        }
    }

    private static final class KilledAfterEpoch extends Steps {
        private final int last;

        KilledAfterEpoch(int last) {
            this.last = last;
        }

        @Override
        public void epoch(EpochMetrics metrics) {
            if (metrics.epoch() == last) {
                throw new IllegalStateException("killed");
            }
        }
    }
}
