package org.digitscope.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitscope.network.dl4j.Nd4jRuntime;
import org.digitscope.network.dl4j.NetworkMemory;
import org.digitscope.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's gradients, computed by oneDNN in floats, against differences of the loss. */
final class GradientTest {
    private static final int BATCH = 4;
    private static final double VANISHING = 1e-2;

    /** Smooth functions alone: a bend would make the differences coarse. */
    private static final String RESIDUAL = """
        {"type": "convolution", "filters": 3, "kernel": 5, "stride": 3, "activation": "tanh"},
        {"type": "residual", "layers": [
          {"type": "convolution", "filters": 3, "kernel": 3, "padding": 1, "activation": "tanh"},
          {"type": "convolution", "filters": 3, "kernel": 3, "padding": 1}], "activation": "tanh"},
        {"type": "residual", "layers": [
          {"type": "convolution", "filters": 4, "kernel": 3, "stride": 2, "padding": 1},
          {"type": "batch-normalisation"},
          {"type": "activation", "activation": "tanh"},
          {"type": "convolution", "filters": 4, "kernel": 3, "padding": 1},
          {"type": "batch-normalisation"}], "activation": "tanh"}
        """;

    @Test
    void gradientsOfTheClassicNetworkAreTheSlopesOfItsLoss() throws IOException {
        Nd4jRuntime.prepare();
        Nd4jRuntime.useThreads(1);
        MultiLayerNetwork network = new MultiLayerNetwork(NetworkBuilder.configuration(classic(), 10));
        network.init();
        try (INDArray images = images();
                INDArray targets = targets()) {
            network.setInput(images);
            network.setLabels(targets);
            network.computeGradientAndScore();
            assumeOrAssertOneDnn(network);
            assertGradientsAreSlopes(network, () -> loss(network.output(images, true), targets));
        } finally {
            NetworkMemory.release(network);
        }
    }

    @Test
    void gradientsOfResidualBlocksAreTheSlopesOfTheirLoss() throws IOException {
        Nd4jRuntime.prepare();
        Nd4jRuntime.useThreads(1);
        TrainingPlan plan = TinyTraining.of(RESIDUAL).plan();
        ComputationGraph network = new ComputationGraph(NetworkBuilder.graph(plan, plan.layers(), 10));
        network.init();
        try (INDArray images = images();
                INDArray targets = targets()) {
            network.setInputs(images);
            network.setLabels(targets);
            network.computeGradientAndScore();
            assertGradientsAreSlopes(network, () -> loss(network.outputSingle(true, images), targets));
        } finally {
            NetworkMemory.release(network);
        }
    }

    private static void assertGradientsAreSlopes(Model network, DoubleSupplier loss) {
        Random random = new Random(5);
        for (Map.Entry<String, INDArray> entry :
                network.gradient().gradientForVariable().entrySet()) {
            // What batch normalisation hands on for its statistics is no gradient.
            if (entry.getKey().endsWith("_mean") || entry.getKey().endsWith("_var")) {
                continue;
            }
            INDArray gradient = entry.getValue().dup();
            double length = gradient.norm2Number().doubleValue();
            INDArray weights = network.getParam(entry.getKey());
            if (length < VANISHING) {
                // A bias before batch normalisation does nothing.
                INDArray anywhere = direction(random, gradient);
                assertThat(slope(weights, anywhere, loss)).as(entry.getKey()).isCloseTo(0, within(VANISHING));
                continue;
            }
            INDArray direction = gradient.div(length);

            // Along its own direction the gradient's slope is its length.
            assertThat(slope(weights, direction, loss)).as(entry.getKey()).isCloseTo(length, within(0.02 * length));

            INDArray anywhere = direction(random, gradient);
            assertThat(slope(weights, anywhere, loss))
                    .as("%s, some direction", entry.getKey())
                    .isCloseTo(gradient.mul(anywhere).sumNumber().doubleValue(), within(0.02 * length));
        }
    }

    private static INDArray images() {
        Random random = new Random(4);
        float[] pixels = new float[BATCH * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return Nd4j.create(pixels, new long[] {BATCH, 1, 28, 28}, 'c');
    }

    private static INDArray targets() {
        Random random = new Random(6);
        float[] labels = new float[BATCH * 10];
        for (int i = 0; i < BATCH; i++) {
            labels[i * 10 + random.nextInt(10)] = 1;
        }
        return Nd4j.create(labels, new long[] {BATCH, 10}, 'c');
    }

    private static INDArray direction(Random random, INDArray like) {
        INDArray anywhere = Nd4j.create(gaussians(random, like.length()), like.shape(), 'c');
        return anywhere.divi(anywhere.norm2Number().doubleValue());
    }

    private static void assumeOrAssertOneDnn(MultiLayerNetwork network) {
        assumeTrue(Nd4jRuntime.hasOneDnn(), "this system's native library has no oneDNN to be held to account");
        assertThat(network.getLayer(0).getHelper()).isNotNull();
    }

    private static double slope(INDArray weights, INDArray direction, DoubleSupplier loss) {
        double step = 3e-3;
        INDArray before = weights.dup();
        weights.addi(direction.mul(step));
        double above = loss.getAsDouble();
        weights.assign(before).subi(direction.mul(step));
        double below = loss.getAsDouble();
        weights.assign(before);
        return (above - below) / (2 * step);
    }

    /** In doubles from the probabilities, because the score in floats is too coarse; the sum, as the gradients are. */
    private static double loss(INDArray output, INDArray targets) {
        double loss = 0;
        for (int i = 0; i < BATCH; i++) {
            for (int digit = 0; digit < 10; digit++) {
                if (targets.getDouble(i, digit) > 0) {
                    loss -= Math.log(output.getDouble(i, digit));
                }
            }
        }
        return loss;
    }

    private static float[] gaussians(Random random, long count) {
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static TrainingPlan classic() throws IOException {
        try (InputStream in = GradientTest.class.getResourceAsStream("/org/digitscope/models/plans/classic.json")) {
            assertThat(in).isNotNull();
            return TrainingPlan.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
