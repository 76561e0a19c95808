package org.digitscope.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitscope.network.dl4j.Nd4jRuntime;
import org.digitscope.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's gradients of the classic network, computed by oneDNN in floats, against differences of the loss. */
final class GradientTest {
    private static final int BATCH = 4;

    @Test
    void gradientsOfTheClassicNetworkAreTheSlopesOfItsLoss() throws IOException {
        Nd4jRuntime.prepare();
        Nd4jRuntime.useThreads(1);
        MultiLayerNetwork network = new MultiLayerNetwork(NetworkBuilder.configuration(classic(), 10));
        network.init();
        Random random = new Random(4);
        float[] pixels = new float[BATCH * 784];
        float[] labels = new float[BATCH * 10];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        for (int i = 0; i < BATCH; i++) {
            labels[i * 10 + random.nextInt(10)] = 1;
        }
        try (INDArray images = Nd4j.create(pixels, new long[] {BATCH, 1, 28, 28}, 'c');
                INDArray targets = Nd4j.create(labels, new long[] {BATCH, 10}, 'c')) {
            network.setInput(images);
            network.setLabels(targets);
            network.computeGradientAndScore();
            assumeOrAssertOneDnn(network);
            for (Map.Entry<String, INDArray> entry :
                    network.gradient().gradientForVariable().entrySet()) {
                INDArray gradient = entry.getValue().dup();
                double length = gradient.norm2Number().doubleValue();
                INDArray direction = gradient.div(length);
                INDArray weights = network.getParam(entry.getKey());

                // Along its own direction the gradient's slope is its length.
                assertThat(slope(network, weights, direction, images, targets))
                        .as(entry.getKey())
                        .isCloseTo(length, within(0.02 * length));

                INDArray anywhere = Nd4j.create(gaussians(random, gradient.length()), gradient.shape(), 'c');
                anywhere.divi(anywhere.norm2Number().doubleValue());
                assertThat(slope(network, weights, anywhere, images, targets))
                        .as("%s, some direction", entry.getKey())
                        .isCloseTo(gradient.mul(anywhere).sumNumber().doubleValue(), within(0.02 * length));
            }
        } finally {
            network.close();
        }
    }

    private static void assumeOrAssertOneDnn(MultiLayerNetwork network) {
        assumeTrue(Nd4jRuntime.hasOneDnn(), "this system's native library has no oneDNN to be held to account");
        assertThat(network.getLayer(0).getHelper()).isNotNull();
    }

    private static double slope(
            MultiLayerNetwork network, INDArray weights, INDArray direction, INDArray images, INDArray targets) {
        double step = 3e-3;
        INDArray before = weights.dup();
        weights.addi(direction.mul(step));
        double above = loss(network, images, targets);
        weights.assign(before).subi(direction.mul(step));
        double below = loss(network, images, targets);
        weights.assign(before);
        return (above - below) / (2 * step);
    }

    /** In doubles from the probabilities, because the score in floats is too coarse; the sum, as the gradients are. */
    private static double loss(MultiLayerNetwork network, INDArray images, INDArray targets) {
        double loss = 0;
        INDArray output = network.output(images, true);
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
