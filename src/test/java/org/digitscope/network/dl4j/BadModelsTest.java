package org.digitscope.network.dl4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.digitscope.files.FileProblem;
import org.digitscope.network.DigitNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;

/** Every model that cannot or must not be run gives one sentence that names the file. */
@Timeout(30)
final class BadModelsTest {
    private static byte[] good;
    private static boolean loaded;

    @BeforeAll
    static void makeAGoodModel() throws IOException {
        good = TestModels.zip(TestModels.perceptron(), true);
        TestModels.load(good).close();
    }

    @Test
    void aModelWithAnUpdatersStateIsAccepted() throws IOException {
        var trained = TestModels.perceptron();
        var input = org.nd4j.linalg.factory.Nd4j.ones(4, 784);
        var target = org.nd4j.linalg.factory.Nd4j.zeros(4, 10);
        target.putColumn(3, org.nd4j.linalg.factory.Nd4j.ones(4));
        trained.fit(input, target);
        byte[] zip = TestModels.zip(trained, true);
        assertThat(TestModels.entries(zip)).containsKey("updaterState.bin");

        try (DigitNetwork network = TestModels.load(zip)) {
            assertThat(network.layers()).hasSize(3);
        }
    }

    @Test
    void anotherInputShapeIsRefused() {
        assertRefused(
                TestModels.zip(
                        TestModels.sequential(
                                InputType.convolutional(32, 32, 1),
                                TestModels.conv(3, 5, Activation.RELU),
                                TestModels.softmax(10)),
                        false),
                "28×28");
        assertRefused(
                TestModels.zip(
                        TestModels.sequential(
                                InputType.convolutional(28, 28, 3),
                                TestModels.conv(3, 5, Activation.RELU),
                                TestModels.softmax(10)),
                        false),
                "28×28");
        assertRefused(
                TestModels.zip(
                        TestModels.sequential(
                                InputType.convolutionalFlat(32, 32, 1),
                                TestModels.conv(3, 5, Activation.RELU),
                                TestModels.softmax(10)),
                        false),
                "28×28");
        assertRefused(
                TestModels.zip(TestModels.sequential(InputType.feedForward(100), TestModels.softmax(10)), false),
                "28×28");
    }

    @Test
    void anotherNumberOfClassesIsRefused() {
        for (int classes : new int[] {7, 9, 12, 26}) {
            assertRefused(
                    TestModels.zip(
                            TestModels.sequential(InputType.feedForward(784), TestModels.softmax(classes)), false),
                    "does not give ten classes");
        }
    }

    @Test
    void severalInputsOrOutputsAreRefused() {
        ComputationGraphConfiguration twoInputs = TestModels.base()
                .graphBuilder()
                .addInputs("one", "two")
                .addLayer("answer", TestModels.softmax(10), "one", "two")
                .setOutputs("answer")
                .setInputTypes(InputType.feedForward(784), InputType.feedForward(784))
                .build();
        ComputationGraphConfiguration twoOutputs = TestModels.base()
                .graphBuilder()
                .addInputs("one")
                .addLayer("answer", TestModels.softmax(10), "one")
                .addLayer("other", TestModels.softmax(10), "one")
                .setOutputs("answer", "other")
                .setInputTypes(InputType.feedForward(784))
                .build();

        assertRefused(graph(twoInputs), "28×28");
        assertRefused(graph(twoOutputs), "ten classes");
    }

    @Test
    void aGraphInACircleOrWithLooseEndsIsRefused() {
        byte[] residual = TestModels.zip(TestModels.residual(), false);
        String configuration = TestModels.configuration(residual);

        assertRefused(
                TestModels.withConfiguration(
                        residual,
                        configuration.replace("\"z.first\" : [ \"picture\" ]", "\"z.first\" : [ \"x.both\" ]")),
                "configuration");
        assertRefused(
                TestModels.withConfiguration(
                        residual,
                        configuration.replace(
                                "\"networkOutputs\" : [ \"answer\" ]", "\"networkOutputs\" : [ \"no\" ]")),
                "configuration");
        assertRefused(
                TestModels.withConfiguration(
                        residual,
                        configuration.replace(
                                "\"x.both\" : [ \"y.sum\", \"a.side\" ]", "\"x.both\" : [ \"y.sum\", \"no.where\" ]")),
                "configuration");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.ProcessBuilder",
                "javax.swing.JEditorPane",
                "com.sun.rowset.JdbcRowSetImpl",
                "org.digitscope.network.dl4j.BadModelsTest$Trap",
                "org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer",
                "org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder",
                "org.nd4j.linalg.activations.impl.ActivationReLU<java.lang.ProcessBuilder>",
                "org.nd4j.linalg.activations.impl.ActivationReLU ",
                ""
            })
    void aTypeThatIsNotOnTheListIsRefusedWhereverItStands(String type) {
        loaded = false;
        String configuration = TestModels.configuration(good);
        String relu = "org.nd4j.linalg.activations.impl.ActivationReLU";
        String dense = "org.deeplearning4j.nn.conf.layers.DenseLayer";

        String sentence = type.isEmpty() ? "" : type.strip();
        assertRefused(configured(configuration.replaceFirst(relu, quoted(type))), sentence);
        assertRefused(configured(configuration.replaceFirst(dense, quoted(type))), sentence);
        assertRefused(
                configured(configuration.replaceFirst(
                        "\\{", "{ \"extra\" : [[{\"deep\" : {\"@class\" : \"" + quoted(type) + "\"}}]],")),
                sentence);
        assertRefused(
                configured(configuration.replaceFirst(
                        "\"weightNoise\" : null", "\"weightNoise\" : { \"@class\" : \"" + quoted(type) + "\" }")),
                sentence);
        assertThat(loaded).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\"text\"", "[1]", "7"})
    void aTypeAsTheHeadOfAListIsRefused(String value) {
        loaded = false;
        String list = "[ \"org.digitscope.network.dl4j.BadModelsTest\\$Trap\", " + value + " ]";
        String configuration = TestModels.configuration(good);

        assertRefused(
                configured(configuration.replaceFirst("\"weightNoise\" : null", "\"weightNoise\" : " + list)), "Trap");
        assertRefused(
                configured(configuration.replaceFirst("\"idropout\" : null", "\"idropout\" : [" + list + "]")), "Trap");
        assertThat(loaded).isFalse();
    }

    /** Its initializer tells that somebody loaded it. */
    static final class Trap {
        static {
            loaded = true;
        }
    }

    @Test
    void aTypeOfTheWrongKindIsRefused() {
        String swapped = TestModels.configuration(good)
                .replaceFirst("org.nd4j.linalg.activations.impl.ActivationReLU", "org.nd4j.linalg.learning.config.Sgd");

        assertRefused(configured(swapped), "configuration");
    }

    @Test
    void aConfigurationThatIsNoneIsRefused() {
        String configuration = TestModels.configuration(good);

        for (String text : new String[] {
            "",
            "null",
            "[]",
            "{}",
            "{\"confs\": 7}",
            "{\"confs\": []}",
            "{\"vertices\": {}}",
            "text",
            "\u0000",
            configuration.substring(0, configuration.length() / 2),
            configuration + "}",
            configuration.replaceFirst("\"nin\" : 784", "\"nin\" : \"many\""),
            configuration.replaceFirst("\\{", "{ \"confs\" : [], ")
        }) {
            assertRefused(configured(text), "configuration");
        }
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        String lists = "{\"confs\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}";

        assertRefused(configured(deep), "configuration");
        assertRefused(configured(lists), "configuration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "2147483648", "4294967306", "9223372036854775807", "2305843009213693952"})
    void absurdSizesAreRefusedBeforeMemoryIsTaken(String units) {
        String configuration = TestModels.configuration(good).replaceFirst("\"nout\" : 20", "\"nout\" : " + units);
        String both = configuration.replaceFirst("\"nin\" : 20", "\"nin\" : " + units);
        String withoutBiases = both.replace("\"hasBias\" : true", "\"hasBias\" : false");
        long before = Pointer.totalBytes();

        assertRefused(configured(configuration), "");
        assertRefused(configured(both), "more memory");
        assertRefused(configured(withoutBiases), "more memory");
        assertThat(Pointer.totalBytes() - before).isLessThan(10 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-2147483648"})
    void sizesBelowOneAreRefused(String units) {
        String configuration = TestModels.configuration(good).replaceFirst("\"nout\" : 20", "\"nout\" : " + units);

        assertRefused(configured(configuration), "");
        assertRefused(configured(configuration.replaceFirst("\"nin\" : 20", "\"nin\" : " + units)), "");
    }

    @Test
    void hugeMapsAndBadWindowsAreRefused() {
        byte[] zip = TestModels.zip(TestModels.manyKinds(), false);
        String configuration = TestModels.configuration(zip);

        for (String padding : new String[] {"1000000000", "2147483647", "30000", "-20"}) {
            String padded = configuration.replaceFirst(
                    "\"padding\" : \\[ 1, 1, 1, 1 ]", "\"padding\" : [ " + padding + ", 1, " + padding + ", 1 ]");
            assertThat(padded).isNotEqualTo(configuration);
            assertRefused(TestModels.withConfiguration(zip, padded), "");
        }
        for (String kernel : new String[] {"[ 0, 3 ]", "[ -3, 3 ]", "[ 3 ]", "[ ]", "null", "[ 100, 100 ]"}) {
            String changed = configuration.replaceFirst("\"kernelSize\" : \\[ 3, 3 ]", "\"kernelSize\" : " + kernel);
            assertThat(changed).isNotEqualTo(configuration);
            assertRefused(TestModels.withConfiguration(zip, changed), "");
        }
        for (String stride : new String[] {"[ 0, 0 ]", "[ -1, 1 ]", "null"}) {
            String changed = configuration.replaceFirst("\"stride\" : \\[ 2, 2 ]", "\"stride\" : " + stride);
            assertRefused(TestModels.withConfiguration(zip, changed), "");
        }
    }

    @Test
    void weightsThatDoNotFitAreRefused() throws IOException {
        int count = (int) TestModels.perceptron().numParams();

        assertRefused(
                weighted(array(count - 1, count - 1, 0.1f)),
                "weights that do not fit its layers (" + count + " are needed, " + (count - 1) + " are there)");
        assertRefused(weighted(array(count + 1, count + 1, 0.1f)), "weights that do not fit its layers");
        assertRefused(weighted(array(0, 0, 0)), "weights that do not fit its layers");
        assertRefused(weighted(array(count, count - 7, 0.1f)), "weights that cannot be read");
        TestModels.load(weighted(array(count, count, 0.1f))).close();
    }

    @Test
    void absurdLengthsOfWeightsAreRefused() throws IOException {
        for (long length : new long[] {-1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31, 1L << 40, (1L << 62) + 5}) {
            assertRefused(weighted(array(length, 16, 0.1f)), "weights that cannot be read");
        }
        assertRefused(weighted(new byte[0]), "weights that cannot be read");
        assertRefused(weighted(new byte[100]), "weights that cannot be read");
        assertRefused(weighted("plain text".getBytes(StandardCharsets.UTF_8)), "weights that cannot be read");
    }

    @Test
    void weightsOfAnotherTypeAreRefusedByItsName() throws IOException {
        assertRefused(weighted(array(16, 16, 1, "BFLOAT16")), "weights of the type BFLOAT16");
        assertRefused(weighted(array(16, 16, 1, "{\"a\":".repeat(2000))), "weights that cannot be read");
    }

    @Test
    void everyTruncationOfTheWeightsIsRefused() {
        byte[] weights = requireNonNull(TestModels.entries(good).get("coefficients.bin"));
        for (int length = 0; length < weights.length; length += length < 200 ? 3 : 7777) {
            assertRefused(weighted(Arrays.copyOf(weights, length)), "weights that cannot be read");
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void weightsThatAreNoNumbersAreRefused(float wrong) {
        byte[] weights = requireNonNull(TestModels.entries(good).get("coefficients.bin"));
        ByteBuffer.wrap(weights).putFloat(weights.length - 400, wrong);

        assertRefused(weighted(weights), "weights that are not numbers");
    }

    @Test
    void weightsThatOverflowAreRefused() throws IOException {
        int count = (int) TestModels.perceptron().numParams();

        assertRefused(weighted(array(count, count, Float.MAX_VALUE)), "weights that are not numbers");
    }

    @Test
    void truncatedModelsAreRefused() {
        for (int length : new int[] {0, 3, 4, 30, 100, 1000, good.length / 2, good.length - 100, good.length - 1}) {
            assertRefused(Arrays.copyOf(good, length), "");
        }
    }

    @Test
    void aHiddenFirstUnitOf784IsNotARefusal() throws IOException {
        DenseLayer hidden = TestModels.dense(30);
        byte[] zip = TestModels.zip(
                TestModels.sequential(InputType.feedForward(784), hidden, TestModels.softmax(10)), false);

        TestModels.load(zip).close();
    }

    private static byte[] graph(ComputationGraphConfiguration configuration) {
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        return TestModels.zip(graph, false);
    }

    private static byte[] configured(String configuration) {
        return TestModels.withConfiguration(good, configuration);
    }

    private static byte[] weighted(byte[] coefficients) {
        Map<String, byte[]> entries = TestModels.entries(good);
        entries.put("coefficients.bin", coefficients);
        return TestModels.zip(entries);
    }

    /** ND4J's format, with a length that need not be true. */
    private static byte[] array(long length, int values, float value) throws IOException {
        return array(length, values, value, "FLOAT");
    }

    private static byte[] array(long length, int values, float value, String type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        long[] shape = {2, 1, length, length, 1, 8192, 1, 99};
        out.writeUTF("MIXED_DATA_TYPES");
        out.writeLong(shape.length);
        out.writeUTF("LONG");
        for (long part : shape) {
            out.writeLong(part);
        }
        out.writeUTF("MIXED_DATA_TYPES");
        out.writeLong(length);
        out.writeUTF(type);
        for (int i = 0; i < values; i++) {
            out.writeFloat(value);
        }
        return bytes.toByteArray();
    }

    private static String quoted(String type) {
        return type.replace("$", "\\$");
    }

    private static void assertRefused(byte[] zip, String reason) {
        assertThatThrownBy(() -> TestModels.load(zip).close())
                .isInstanceOf(FileProblem.class)
                .message()
                .startsWith(TestModels.FILE + " ")
                .contains(reason)
                .contains(": ")
                .doesNotContain("\n")
                .hasSizeLessThan(400);
    }
}
