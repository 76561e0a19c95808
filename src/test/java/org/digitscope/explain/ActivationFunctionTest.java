package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.digitscope.network.dl4j.Dl4jModels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The functions by the names that Deeplearning4j gives them, against what it computes. */
final class ActivationFunctionTest {
    /** No kink of any function among them. */
    private static final float[] ARGUMENTS = {-7, -2.6f, -2, -0.9f, -0.3f, -0.01f, 0.01f, 0.4f, 0.7f, 1.5f, 2, 2.6f, 7};

    @BeforeAll
    static void prepare() {
        assertThat(new Dl4jModels()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SOFTMAX", "RRELU"})
    void givesWhatDeeplearning4jGives(Activation activation) {
        compare(activation.getActivationFunction());
    }

    @Test
    void readsParametersFromTheName() {
        compare(new ActivationLReLU(0.25));
        compare(new ActivationELU(0.5));
        compare(new ActivationThresholdedReLU(0.5));
        compare(new ActivationGELU(true));
        compare(new ActivationGELU(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity",
                "relu",
                "relu6",
                "leakyrelu(a=0.2)",
                "elu(alpha=0.7)",
                "selu",
                "tanh",
                "rationaltanh",
                "rectifiedtanh",
                "hardtanh",
                "sigmoid",
                "hardsigmoid",
                "softplus",
                "softsign",
                "cube",
                "swish",
                "mish",
                "gelu(precise=false)",
                "gelu(precise=true)",
                "thresholdedrelu(theta=1.0)"
            })
    void derivativeIsTheSlope(String name) {
        ActivationFunction function = ActivationFunction.named(name).orElseThrow();
        assertThat(function.name()).isEqualTo(name);
        for (float x : ARGUMENTS) {
            double h = 1e-5;
            double slope = (function.apply(x + h) - function.apply(x - h)) / (2 * h);
            assertThat(function.derivative(x)).as("%s at %s", name, x).isCloseTo(slope, within(1e-6));
        }
    }

    @Test
    void knowsNothingOfFunctionsThatMixValuesOrDrawByChance() {
        assertThat(ActivationFunction.named("softmax")).isEmpty();
        assertThat(ActivationFunction.named("rrelu(l=0.125, u=0.3333333333333333)"))
                .isEmpty();
        assertThat(ActivationFunction.named("leakyrelu")).isEmpty();
        assertThat(ActivationFunction.named("leakyrelu(a=steep)")).isEmpty();
        assertThat(ActivationFunction.named("leakyrelu(b=0.1)")).isEmpty();
        assertThat(ActivationFunction.named("")).isEmpty();
    }

    private static void compare(IActivation activation) {
        String name = new ActivationLayer.Builder()
                .activation(activation)
                .build()
                .getActivationFn()
                .toString();
        ActivationFunction function = ActivationFunction.named(name).orElseThrow();
        try (INDArray array = Nd4j.createFromArray(new float[][] {ARGUMENTS.clone()})) {
            float[] expected = activation.getActivation(array, false).toFloatVector();
            for (int i = 0; i < expected.length; i++) {
                assertThat((float) function.apply(ARGUMENTS[i]))
                        .as("%s of %s", name, ARGUMENTS[i])
                        .isCloseTo(expected[i], within(2e-6f * Math.max(1, Math.abs(expected[i]))));
            }
        }
    }
}
