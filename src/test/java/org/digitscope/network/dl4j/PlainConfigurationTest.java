package org.digitscope.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitscope.json.Json;
import org.digitscope.network.ModelArchive;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A plain configuration is read as Deeplearning4j reads it; what is not plain is left to it. */
final class PlainConfigurationTest {

    static Stream<Named<Supplier<MultiLayerNetwork>>> plainNetworks() {
        return Stream.of(
                Named.of("convolutions and pooling", TestModels::classic),
                Named.of("perceptron", PlainConfigurationTest::rectifiedPerceptron),
                Named.of("strides, dilation, edges", PlainConfigurationTest::windows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "pad"})
    void theBundledModelsArePlain(String name) throws Exception {
        ModelArchive archive = ModelArchive.read(Path.of("models", name + ".zip"));

        assertThat(PlainConfiguration.of(TypeAllowList.check(archive))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("plainNetworks")
    void aPlainNetworkAnswersBitForBitAsDeeplearning4jReadsIt(Supplier<MultiLayerNetwork> make) throws Exception {
        MultiLayerNetwork made = make.get();
        try {
            String text = made.getLayerWiseConfigurations().toJson();
            MultiLayerConfiguration plain = read(text).orElseThrow();
            MultiLayerConfiguration whole = MultiLayerConfiguration.fromJson(text);

            assertThat(Blueprint.of(plain)).isEqualTo(Blueprint.of(whole));
            assertThat(outputs(plain, made)).isDeepEqualTo(outputs(whole, made));
        } finally {
            TestModels.release(made);
        }
    }

    @Test
    void eachSizeIsTakenFromItsMember() throws IOException {
        ConvolutionLayer first = (ConvolutionLayer) read(configuration(PlainConfigurationTest::windows))
                .orElseThrow()
                .getConf(0)
                .getLayer();

        assertThat(first.getKernelSize()).containsExactly(3, 4);
        assertThat(first.getStride()).containsExactly(2, 1);
        assertThat(first.getPadding()).containsExactly(1, 2);
        assertThat(first.getDilation()).containsExactly(1, 2);
        assertThat(first.getNOut()).isEqualTo(5);
    }

    static Stream<Named<Supplier<MultiLayerNetwork>>> others() {
        return Stream.of(
                Named.of("channels last", TestModels::channelsLast),
                Named.of("many kinds of layers", TestModels::manyKinds),
                Named.of("sigmoid outputs", TestModels::sigmoidOutputs),
                Named.of("a flat image", TestModels::flatImage),
                Named.of("dropout", PlainConfigurationTest::dropout));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatIsNotPlainIsLeftToDeeplearning4j(Supplier<MultiLayerNetwork> make) throws IOException {
        assertThat(read(configuration(make))).isEmpty();
    }

    /** Whatever a value is changed to that is not known here, it is not passed over. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"dataType\" : \"FLOAT\"|\"dataType\" : \"DOUBLE\"",
                "\"hasBias\" : true|\"hasBias\" : true, \"bias2\" : true",
                "\"convolutionMode\" : \"Truncate\"|\"convolutionMode\" : \"Causal\"",
                "\"poolingType\" : \"MAX\"|\"poolingType\" : \"PNORM\"",
                "\"negativeSlope\" : null|\"negativeSlope\" : 0.1",
                "\"constraints\" : null|\"constraints\" : [ ]",
                "\"hasLayerNorm\" : false|\"hasLayerNorm\" : true",
                "\"kernelSize\" : [ 3, 3 ]|\"kernelSize\" : [ 3, 3, 3 ]",
                "\"kernelSize\" : [ 3, 3 ]|\"kernelSize\" : [ 0, 3 ]",
                "\"nout\" : 4|\"nout\" : 4.5",
                "\"nout\" : 4|\"units\" : 4",
                "\"format\" : \"NCHW\"|\"format\" : \"NHWC\"",
                "\"seed\" : 11|\"seed\" : 11, \"iteration\" : 3",
                "LossMCXENT|LossMSE",
                "ActivationSoftmax|ActivationTanH",
                "layers.DenseLayer|layers.PReLULayer"
            })
    void aMemberThatIsNotKnownIsNotPassedOver(String change) throws IOException {
        String text = configuration(TestModels::classic);
        String[] parts = change.split("\\|");
        assertThat(text).contains(parts[0]);

        assertThat(read(text.replace(parts[0], parts[1]))).isEmpty();
    }

    /** Padding that "same" makes no use of can stand in a file, but not in a builder. */
    @Test
    void sameWithPaddingIsLeftToDeeplearning4j() throws Exception {
        String text = configuration(TestModels::classic)
                .replaceFirst("\"convolutionMode\" : \"Truncate\"", "\"convolutionMode\" : \"Same\"")
                .replaceFirst("\"padding\" : \\[ 0, 0 ]", "\"padding\" : [ 1, 1 ]");

        assertThat(read(text)).isEmpty();
        assertThat(MultiLayerConfiguration.fromJson(text).getConfs()).hasSize(6);
    }

    private static String configuration(Supplier<MultiLayerNetwork> make) {
        MultiLayerNetwork made = make.get();
        try {
            return made.getLayerWiseConfigurations().toJson();
        } finally {
            TestModels.release(made);
        }
    }

    @SuppressWarnings("unchecked") // an object has string keys
    private static Optional<MultiLayerConfiguration> read(String text) throws IOException {
        return PlainConfiguration.of((Map<String, Object>) Json.parse(text));
    }

    private static float[][] outputs(MultiLayerConfiguration configuration, MultiLayerNetwork weights) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init(weights.params().dup(), false);
        float[] pixels = TestModels.image(5).pixels();
        boolean flat = !(configuration.getConf(0).getLayer() instanceof ConvolutionLayer);
        try (INDArray image =
                Nd4j.create(pixels, flat ? new long[] {1, pixels.length} : new long[] {1, 1, 28, 28}, 'c')) {
            return network.feedForward(image, false).stream()
                    .map(array -> array.dup('c').data().asFloat())
                    .toArray(float[][]::new);
        } finally {
            TestModels.release(network);
        }
    }

    private static MultiLayerNetwork rectifiedPerceptron() {
        return TestModels.sequential(
                InputType.feedForward(784),
                new DenseLayer.Builder()
                        .nOut(12)
                        .activation(Activation.RELU)
                        .hasBias(false)
                        .build(),
                TestModels.softmax(10));
    }

    private static MultiLayerNetwork windows() {
        return TestModels.sequential(
                TestModels.IMAGE,
                new ConvolutionLayer.Builder(3, 4)
                        .nOut(5)
                        .stride(2, 1)
                        .padding(1, 2)
                        .dilation(1, 2)
                        .activation(Activation.IDENTITY)
                        .build(),
                new SubsamplingLayer.Builder(PoolingType.AVG)
                        .kernelSize(3, 2)
                        .stride(2, 1)
                        .padding(1, 0)
                        .avgPoolIncludePadInDivisor(true)
                        .build(),
                new ConvolutionLayer.Builder(2, 2)
                        .nOut(3)
                        .convolutionMode(ConvolutionMode.Same)
                        .hasBias(false)
                        .activation(Activation.RELU)
                        .build(),
                TestModels.softmax(11));
    }

    private static MultiLayerNetwork dropout() {
        return TestModels.sequential(
                TestModels.IMAGE,
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(3)
                        .dropOut(new Dropout(0.5))
                        .activation(Activation.RELU)
                        .build(),
                TestModels.softmax(10));
    }
}
