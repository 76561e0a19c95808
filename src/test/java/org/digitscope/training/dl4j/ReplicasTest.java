package org.digitscope.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.digitscope.image.DigitImage;
import org.digitscope.network.dl4j.Nd4jRuntime;
import org.digitscope.training.TrainingPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A batch that is shared among copies of a network teaches it what the whole batch would. */
final class ReplicasTest {
    private static final int CLASSES = 10;

    private static final TrainingPlan PLAIN =
            plan(TinyTraining.of("""
            {"type": "convolution", "filters": 4, "kernel": 3, "stride": 2, "activation": "tanh"},
            {"type": "dense", "units": 16, "activation": "sigmoid"}
            """).optimizer("{\"type\": \"sgd\", \"momentum\": 0.9}"));

    private static final TrainingPlan RESIDUAL =
            plan(TinyTraining.of("""
            {"type": "residual", "layers": [
              {"type": "convolution", "filters": 1, "kernel": 3, "padding": 1, "activation": "tanh"}],
              "activation": "tanh"},
            {"type": "average-pooling", "kernel": 4}
            """).optimizer("{\"type\": \"sgd\", \"momentum\": 0.9}"));

    private static final TrainingPlan ADAM =
            plan(TinyTraining.of("""
            {"type": "convolution", "filters": 4, "kernel": 3, "stride": 2},
            {"type": "batch-normalisation"},
            {"type": "activation", "activation": "relu"},
            {"type": "dense", "units": 16, "activation": "tanh"}
            """).optimizer("{\"type\": \"adamw\", \"weightDecay\": 0.01}"));

    private static final TrainingPlan RESIDUAL_ADAM = plan(TinyTraining.of("""
            {"type": "residual", "layers": [
              {"type": "convolution", "filters": 1, "kernel": 3, "padding": 1},
              {"type": "batch-normalisation"}], "activation": "relu"},
            {"type": "average-pooling", "kernel": 4}
            """).optimizer("{\"type\": \"adam\"}"));

    private static final TrainingPlan NORMALISED = plan(TinyTraining.of("""
            {"type": "convolution", "filters": 4, "kernel": 3, "stride": 2},
            {"type": "batch-normalisation"},
            {"type": "activation", "activation": "relu"},
            {"type": "dropout", "rate": 0.5}
            """).optimizer("{\"type\": \"adam\"}"));

    @BeforeAll
    static void prepare() {
        Nd4jRuntime.prepare();
    }

    @Test
    void aSharedBatchTeachesWhatTheWholeBatchTeaches() {
        for (TrainingPlan plan : new TrainingPlan[] {PLAIN, RESIDUAL}) {
            float[] alone = trained(plan, 1, 7, 7, 7, 5, 1);

            // 7 = 2 + 2 + 3; of a single image only one copy gets a part.
            assertClose(trained(plan, 3, 7, 7, 7, 5, 1), alone);
            assertThat(alone).isNotEqualTo(trained(plan, 1, new Batch[0]));
        }
    }

    @Test
    void theLossIsTheMeanOverAllImages() {
        try (Trainable network = network(PLAIN);
                Replicas two = replicas(network, PLAIN, 2);
                Trainable other = network(PLAIN);
                Replicas one = replicas(other, PLAIN, 1)) {
            two.begin(1);
            one.begin(1);

            assertThat(two.fit(batch(7, 3))).isCloseTo(one.fit(batch(7, 3)), within(1e-5));
        }
    }

    /** The optimizer remembers: with Adam, a memory that is lost on the way shows from the second step on. */
    @Test
    void aStepIsTheOneThatDeeplearning4jTakes() {
        try (Trainable sequential = network(ADAM);
                Replicas one = replicas(sequential, ADAM, 1);
                Trainable graph = network(RESIDUAL_ADAM);
                Replicas other = replicas(graph, RESIDUAL_ADAM, 1)) {
            MultiLayerNetwork network = new MultiLayerNetwork(NetworkBuilder.configuration(ADAM, CLASSES));
            network.init();
            ComputationGraph branched =
                    new ComputationGraph(NetworkBuilder.graph(RESIDUAL_ADAM, RESIDUAL_ADAM.layers(), CLASSES));
            branched.init();
            one.begin(1);
            other.begin(1);
            for (int step = 0; step < 4; step++) {
                Batch batch = batch(6, step);
                INDArray images = Nd4j.create(batch.images(), new long[] {6, 1, DigitImage.SIZE, DigitImage.SIZE}, 'c');
                INDArray targets = Nd4j.create(batch.targets(), new long[] {6, CLASSES}, 'c');

                one.fit(batch);
                network.fit(images, targets);
                other.fit(batch);
                branched.fit(new INDArray[] {images}, new INDArray[] {targets});
            }

            assertThat(sequential.parameters()).isEqualTo(network.params());
            assertThat(graph.parameters()).isEqualTo(branched.params());
            assertThat(sequential.updaterState())
                    .isEqualTo(network.updaterState().dup('c').data().asFloat());
            network.close();
            branched.close();
        }
    }

    @Test
    void theSameNumberOfCopiesGivesTheSameWeightsToTheLastBit() {
        assertThat(trained(NORMALISED, 2, 8, 8, 7)).isEqualTo(trained(NORMALISED, 2, 8, 8, 7));
    }

    @Test
    void theCopiesDrawDifferentDropout() {
        // Both halves of the batch are alike; if both copies dropped the same units, the batch would teach what its
        // half teaches.
        Batch half = batch(4, 5);
        float[] images = new float[2 * half.images().length];
        float[] targets = new float[2 * half.targets().length];
        for (int copy = 0; copy < 2; copy++) {
            System.arraycopy(half.images(), 0, images, copy * half.images().length, half.images().length);
            System.arraycopy(half.targets(), 0, targets, copy * half.targets().length, half.targets().length);
        }

        assertThat(difference(trained(NORMALISED, 2, new Batch(8, images, targets)), trained(NORMALISED, 1, half)))
                .isGreaterThan(1e-4f);
    }

    @Test
    void theStatisticsOfBatchNormalisationAreTheMeanOfTheParts() {
        Batch batch = batch(8, 11);
        Batch first = part(batch, 0, 4);
        Batch second = part(batch, 4, 8);

        float[] mean = statistics(1, first);
        float[] other = statistics(1, second);
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (mean[i] + other[i]) / 2;
        }

        assertClose(statistics(2, batch), mean);
    }

    @Test
    void aPartThatFailsEndsTheTraining() {
        try (Trainable network = network(PLAIN)) {
            Trainable broken = network(PLAIN);
            broken.close();
            assertThatThrownBy(() -> {
                        try (Replicas replicas = new Replicas(network, 2, CLASSES, () -> broken)) {
                            replicas.begin(1);
                            replicas.fit(batch(4, 1));
                        }
                    })
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private static float[] statistics(int copies, Batch batch) {
        try (Trainable network = network(NORMALISED);
                Replicas replicas = replicas(network, NORMALISED, copies)) {
            replicas.begin(1);
            replicas.fit(batch);
            Map<String, INDArray> weights = network.weights("layer1");
            float[] mean = values(weights, BatchNormalizationParamInitializer.GLOBAL_MEAN);
            float[] variance = values(weights, BatchNormalizationParamInitializer.GLOBAL_VAR);
            float[] both = Arrays.copyOf(mean, mean.length + variance.length);
            System.arraycopy(variance, 0, both, mean.length, variance.length);
            return both;
        }
    }

    private static float[] values(Map<String, INDArray> weights, String name) {
        return Objects.requireNonNull(weights.get(name)).dup('c').data().asFloat();
    }

    private static float[] trained(TrainingPlan plan, int copies, int... sizes) {
        Batch[] batches = new Batch[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            batches[i] = batch(sizes[i], i);
        }
        return trained(plan, copies, batches);
    }

    private static float[] trained(TrainingPlan plan, int copies, Batch... batches) {
        try (Trainable network = network(plan);
                Replicas replicas = replicas(network, plan, copies)) {
            replicas.begin(1);
            for (Batch batch : batches) {
                replicas.fit(batch);
            }
            return network.parameters().dup('c').data().asFloat();
        }
    }

    private static TrainingPlan plan(TinyTraining training) {
        try {
            return training.plan();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Trainable network(TrainingPlan plan) {
        return Trainable.of(plan, plan.layers(), CLASSES);
    }

    private static Replicas replicas(Trainable network, TrainingPlan plan, int copies) {
        return new Replicas(network, copies, CLASSES, () -> network(plan));
    }

    private static Batch batch(int size, int seed) {
        Random random = new Random(seed);
        float[] images = new float[size * DigitImage.SIZE * DigitImage.SIZE];
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextFloat();
        }
        float[] targets = new float[size * CLASSES];
        for (int i = 0; i < size; i++) {
            targets[i * CLASSES + random.nextInt(CLASSES)] = 1;
        }
        return new Batch(size, images, targets);
    }

    private static Batch part(Batch batch, int from, int to) {
        int pixels = DigitImage.SIZE * DigitImage.SIZE;
        return new Batch(
                to - from,
                Arrays.copyOfRange(batch.images(), from * pixels, to * pixels),
                Arrays.copyOfRange(batch.targets(), from * CLASSES, to * CLASSES));
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(difference(actual, expected)).isLessThan(2e-5f);
    }

    private static float difference(float[] a, float[] b) {
        float most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }
}
