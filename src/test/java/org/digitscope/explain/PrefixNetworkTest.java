package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;
import org.digitscope.network.dl4j.Dl4jModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrefixNetworkTest {
    private static final MapShape SMALL = new MapShape(3, 6, 7);
    private final Random random = new Random(6);

    @ParameterizedTest
    @ValueSource(strings = {"classic", "pad"})
    void forwardGivesTheOutputsOfABundledModel(String name, @TempDir Path own) throws IOException {
        DigitImage image = new InkRasterizer()
                .rasterize(ReferenceDigits.read().get(50).drawing())
                .image();
        try (DigitNetwork network =
                new ModelCatalog(new Dl4jModels(), own).load(name).network()) {
            List<Optional<LayerParameters>> parameters = new ArrayList<>();
            for (int layer = 0; layer < network.layers().size(); layer++) {
                parameters.add(network.parameters(layer));
            }
            int last = network.layers().size() - 1;
            assertThat(PrefixNetwork.supports(network.layers(), parameters, last))
                    .isTrue();
            Inference inference = network.run(image);
            PrefixNetwork prefix = PrefixNetwork.of(network.layers(), parameters, inference, last)
                    .orElseThrow();
            PrefixNetwork.Pass pass = prefix.forward(doubles(image.pixels()));
            for (int layer = 0; layer <= last; layer++) {
                FeatureMaps expected = inference.outputs().get(layer);
                double[] output = prefix.output(pass, layer);
                for (int i = 0; i < output.length; i++) {
                    float value = expected.values()[i];
                    assertThat(output[i])
                            .as("layer %s value %s", layer, i)
                            .isCloseTo(value, within(Math.max(1e-5, 1e-4 * Math.abs(value))));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(UnitSummary.class)
    void poolingGoesBackAsItsDifferencesSay(UnitSummary summary) {
        checkStep(new PrefixPooling(summary, new Window(3, 2, 2, 2, 1, 0, 2), SMALL, new MapShape(3, 2, 3)));
    }

    @Test
    void convolutionGoesBackAsItsDifferencesSay() {
        checkStep(convolution(new Window(3, 2, 1, 1, 1, 1, 1), new MapShape(2, 6, 8)));
        checkStep(convolution(new Window(2, 3, 2, 3, 0, 1, 2), new MapShape(2, 2, 2)));
    }

    @Test
    void allOtherStepsGoBackAsTheirDifferencesSay() {
        checkStep(new PrefixDense(new LayerParameters.Dense(4, SMALL.size(), noise(4 * SMALL.size()), noise(4))));
        checkStep(new PrefixSteps.Softmax());
        checkStep(new PrefixSteps.Activation(
                ActivationFunction.named("leakyrelu(a=0.3)").orElseThrow()));
        checkStep(PrefixSteps.Affine.of(
                new LayerParameters.BatchNormalisation(noise(3), noise(3), noise(3), new float[] {0.5f, 1, 2}, 1e-3),
                SMALL));
        checkStep(new PrefixSteps.Padding(new UnitHints.Offset(1, 2), SMALL, new MapShape(3, 8, 9)));
        checkStep(new PrefixSteps.Addition());
        checkStep(new PrefixSteps.Concatenation(new MapShape(6, 6, 7)));
    }

    @Test
    void wholeBranchingNetworkGoesBackAsItsDifferencesSay() {
        UnitScene scene = branching();
        PrefixNetwork network = prefix(scene);
        double[] image = image();
        // Of a map's mean.
        double[] weights = new double[network.shape().size()];
        for (int i = network.shape().offset(1); i < network.shape().offset(2); i++) {
            weights[i] = 1.0 / network.shape().offset(1);
        }
        PrefixNetwork.Pass pass = network.forward(image);
        double[] before = network.gradient(pass, weights);
        double[] after = network.outputGradient(pass, weights);
        int last = scene.layers().size() - 1;
        for (int pixel : new int[] {0, 27, 200, 405, 406, 434, 700, 783}) {
            double h = 1e-6;
            image[pixel] += h;
            PrefixNetwork.Pass more = network.forward(image);
            image[pixel] -= 2 * h;
            PrefixNetwork.Pass less = network.forward(image);
            image[pixel] += h;
            double slope =
                    (dot(weights, network.preActivations(more)) - dot(weights, network.preActivations(less))) / (2 * h);
            assertThat(before[pixel]).as("pixel %s", pixel).isCloseTo(slope, within(1e-7));
            slope = (dot(weights, network.output(more, last)) - dot(weights, network.output(less, last))) / (2 * h);
            assertThat(after[pixel]).as("pixel %s", pixel).isCloseTo(slope, within(1e-7));
        }
        assertThat(before).isNotEqualTo(after);
    }

    @Test
    void redirectedGradientWakesWhatIsSilent() {
        float[] weights = noise(9);
        UnitScene scene = new UnitScene()
                .add(
                        LayerKind.CONVOLUTION,
                        new MapShape(1, 26, 26),
                        Optional.of(new Window(3, 3, 1, 1, 0, 0, 1)),
                        "relu",
                        UnitScene.convolution(1, 1, 3, 3, weights, -100),
                        new float[676],
                        LayerInfo.IMAGE)
                .then(
                        LayerKind.MAX_POOLING,
                        new MapShape(1, 13, 13),
                        new Window(2, 2, 2, 2, 0, 0, 1),
                        null,
                        null,
                        new float[169]);
        PrefixNetwork network = PrefixNetwork.of(scene.layers(), scene.parameters(), scene.inference(), 1)
                .orElseThrow();
        double[] one = new double[169];
        one[84] = 1;
        PrefixNetwork.Pass pass = network.forward(image());

        assertThat(network.gradient(pass, one)).containsOnly(0);
        double[] redirected = network.redirectedGradient(pass, one);
        // Unit (6, 6) looks at (12, 12) first, of which the first pixel is (12, 12).
        assertThat(redirected[12 * 28 + 12]).isEqualTo(weights[0]);
        assertThat(redirected[14 * 28 + 14]).isEqualTo(weights[8]);
    }

    @Test
    void refusesWhatItDoesNotKnowOrWhatGivesOtherValues() {
        MapShape shape = new MapShape(1, 28, 28);
        UnitScene other = new UnitScene()
                .add(LayerKind.OTHER, shape, Optional.empty(), null, null, new float[784], LayerInfo.IMAGE)
                .then(LayerKind.ACTIVATION, shape, "relu", null);
        UnitScene unlike = new UnitScene()
                .add(LayerKind.ACTIVATION, shape, Optional.empty(), "sigmoid", null, new float[784], LayerInfo.IMAGE);
        UnitScene unlearned = new UnitScene()
                .add(LayerKind.DENSE, MapShape.units(3), Optional.empty(), null, null, new float[3], LayerInfo.IMAGE);

        assertThat(PrefixNetwork.supports(other.layers(), other.parameters(), 1))
                .isFalse();
        assertThat(PrefixNetwork.of(other.layers(), other.parameters(), other.inference(), 1))
                .isEmpty();
        assertThat(PrefixNetwork.supports(unlearned.layers(), unlearned.parameters(), 0))
                .isFalse();
        // The sigmoid of paper is a half, not zero.
        assertThat(PrefixNetwork.supports(unlike.layers(), unlike.parameters(), 0))
                .isTrue();
        assertThat(PrefixNetwork.of(unlike.layers(), unlike.parameters(), unlike.inference(), 0))
                .isEmpty();
    }

    /** Central differences of Σ weight · output by every input. */
    private void checkStep(PrefixStep step) {
        int count = step instanceof PrefixSteps.Addition || step instanceof PrefixSteps.Concatenation ? 2 : 1;
        double[][] inputs = new double[count][];
        double[][] gradients = new double[count][];
        for (int i = 0; i < count; i++) {
            inputs[i] = doubles(noise(SMALL.size()));
            gradients[i] = new double[SMALL.size()];
        }
        double[] output = step.forward(inputs);
        double[] weights = doubles(noise(output.length));
        step.backward(inputs, output, weights, gradients);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < SMALL.size(); j++) {
                double value = inputs[i][j];
                inputs[i][j] = value + 1e-5;
                double more = dot(weights, step.forward(inputs));
                inputs[i][j] = value - 1e-5;
                double less = dot(weights, step.forward(inputs));
                inputs[i][j] = value;
                assertThat(gradients[i][j])
                        .as("%s input %s value %s", step.getClass().getSimpleName(), i, j)
                        .isCloseTo((more - less) / 2e-5, within(1e-6));
            }
        }
        // Adds to what is there.
        double first = gradients[0][0];
        step.backward(inputs, output, weights, gradients);
        assertThat(gradients[0][0]).isCloseTo(2 * first, within(1e-12));
    }

    private PrefixConvolution convolution(Window window, MapShape shape) {
        int cells = window.width() * window.height();
        LayerParameters.Convolution learned = (LayerParameters.Convolution) UnitScene.convolution(
                shape.maps(),
                SMALL.maps(),
                window.height(),
                window.width(),
                noise(shape.maps() * SMALL.maps() * cells),
                noise(shape.maps()));
        return new PrefixConvolution(learned.kernels(), window, SMALL, shape);
    }

    /** Two convolutions on the image, added, and normalised; the probe's values follow from the steps themselves. */
    private UnitScene branching() {
        MapShape shape = new MapShape(2, 28, 28);
        Window window = new Window(3, 3, 1, 1, 1, 1, 1);
        LayerParameters normalisation = new LayerParameters.BatchNormalisation(
                new float[] {1, 2}, new float[] {0.1f, 0.2f}, new float[] {0.3f, 0.4f}, new float[] {1, 0.5f}, 1e-3);
        UnitScene scene = new UnitScene();
        scene.add(
                LayerKind.CONVOLUTION,
                shape,
                Optional.of(window),
                "tanh",
                UnitScene.convolution(2, 1, 3, 3, noise(18), noise(2)),
                new float[0],
                LayerInfo.IMAGE);
        scene.add(
                LayerKind.CONVOLUTION,
                shape,
                Optional.of(window),
                "swish",
                UnitScene.convolution(2, 2, 3, 3, noise(36), noise(2)),
                new float[0],
                0);
        scene.add(LayerKind.ADDITION, shape, Optional.empty(), null, null, new float[0], 0, 1);
        scene.then(LayerKind.BATCH_NORMALISATION, shape, null, normalisation);
        scene.then(LayerKind.AVERAGE_POOLING, new MapShape(2, 14, 14), new Window(2, 2, 2, 2, 0, 0, 1), null, null);
        scene.then(LayerKind.ACTIVATION, new MapShape(2, 14, 14), "softplus", null);
        return scene;
    }

    /** The values of the scene are made to be those of its own steps, unit by unit. */
    private static PrefixNetwork prefix(UnitScene scene) {
        for (int layer = 0; layer < scene.layers().size(); layer++) {
            FeatureMaps maps = scene.inference().outputs().get(layer);
            MapShape shape = maps.shape();
            for (int i = 0; i < shape.size(); i++) {
                int area = shape.offset(1);
                int x = i % shape.width();
                int y = i % area / shape.width();
                maps.values()[i] = (float) UnitArithmetic.of(
                                scene.layers(),
                                scene.inference(),
                                layer,
                                scene.parameters().get(layer),
                                i / area,
                                x,
                                y)
                        .result();
            }
        }
        int last = scene.layers().size() - 1;
        return PrefixNetwork.of(scene.layers(), scene.parameters(), scene.inference(), last)
                .orElseThrow();
    }

    private double[] image() {
        double[] image = new double[784];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextDouble();
        }
        return image;
    }

    private float[] noise(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double[] doubles(float[] values) {
        return UnitSums.doubles(values);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
