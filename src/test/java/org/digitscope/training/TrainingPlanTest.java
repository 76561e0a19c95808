package org.digitscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.digitscope.json.JsonProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingPlanTest {
    private static final String PLAN = """
        {
          "name": "small",
          "layers": [
            {"type": "convolution", "filters": 8, "kernel": 3, "padding": 1, "activation": "relu"},
            {"type": "max-pooling", "kernel": 2},
            {"type": "batch-normalisation"},
            {"type": "activation", "activation": "leakyrelu"},
            {"type": "dropout", "rate": 0.25},
            {"type": "average-pooling", "kernel": 3, "stride": 1},
            {"type": "global-average-pooling"},
            {"type": "dense", "units": 16}
          ],
          "optimizer": {"type": "sgd", "momentum": 0.5},
          "learningRate": {"schedule": "step", "rate": 0.1, "factor": 0.5, "everyEpochs": 3},
          "batchSize": 32,
          "epochs": 4,
          "validationShare": 0.1,
          "patience": 2,
          "seed": 9007199254740993,
          "dataSets": ["mnist:train"]
        }
        """;

    @Test
    void readsEveryField() throws IOException {
        TrainingPlan plan = TrainingPlan.parse(PLAN);

        assertThat(plan.layers())
                .containsExactly(
                        new LayerPlan.Convolution(8, 3, 1, 1, "relu"),
                        new LayerPlan.Pooling(true, 2, 2),
                        new LayerPlan.BatchNormalisation(),
                        new LayerPlan.Activation("leakyrelu"),
                        new LayerPlan.Dropout(0.25),
                        new LayerPlan.Pooling(false, 3, 1),
                        new LayerPlan.GlobalAveragePooling(),
                        new LayerPlan.Dense(16, "identity"));
        assertThat(plan.optimizer()).isEqualTo(new OptimizerPlan(OptimizerPlan.Kind.SGD, 0.5, 0, 0, 0));
        assertThat(plan.learningRate()).isEqualTo(new LearningRate(LearningRate.Schedule.STEP, 0.1, 0.5, 3, 0.3));
        assertThat(plan.patience()).contains(2);
        assertThat(plan.seed()).isEqualTo(9007199254740993L);
        assertThat(plan.labelSmoothing()).isZero();
        assertThat(plan.loss()).isEqualTo(Loss.CROSS_ENTROPY);
        assertThat(plan.crossValidation()).isEmpty();
        assertThat(plan.figures()).isEmpty();
        assertThat(plan.json()).isEqualTo(PLAN);
        assertThat(plan.withSeed(3).seed()).isEqualTo(3);
        assertThat(plan.withDataSets(List.of("pendigits")).dataSets()).containsExactly("pendigits");
    }

    @Test
    void readsTheBundledPlan() throws IOException {
        try (InputStream in = TrainingPlanTest.class.getResourceAsStream("/org/digitscope/models/plans/classic.json")) {
            assertThat(in).isNotNull();
            TrainingPlan plan = TrainingPlan.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(plan.name()).isEqualTo("classic");
            assertThat(plan.layers())
                    .containsExactly(
                            new LayerPlan.Convolution(32, 3, 1, 0, "relu"),
                            new LayerPlan.Pooling(true, 2, 2),
                            new LayerPlan.Convolution(64, 3, 1, 0, "relu"),
                            new LayerPlan.Pooling(true, 2, 2),
                            new LayerPlan.Dense(128, "relu"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"small\" | \"name\": 7 | name",
                "\"name\": \"small\", | | name",
                "\"filters\": 8 | \"filters\": 0 | layers[0].filters",
                "\"filters\": 8 | \"filters\": 1.5 | layers[0].filters",
                "\"filters\": 8 | \"filter\": 8 | layers[0].filter",
                "\"kernel\": 3, \"padding\" | \"kernel\": 29, \"padding\" | layers[0].kernel",
                "\"padding\": 1 | \"padding\": -1 | layers[0].padding",
                "\"padding\": 1 | \"stride\": 0 | layers[0].stride",
                "\"activation\": \"relu\" | \"activation\": \"rely\" | layers[0].activation",
                "max-pooling | min-pooling | layers[1].type",
                "\"rate\": 0.25 | \"rate\": 1 | layers[4].rate",
                "\"units\": 16 | \"units\": \"16\" | layers[7].units",
                "\"units\": 16 | \"units\": 16, \"bias\": true | layers[7].bias",
                "\"type\": \"sgd\" | \"type\": \"sgdd\" | optimizer.type",
                "\"momentum\": 0.5 | \"momentum\": 1 | optimizer.momentum",
                "\"momentum\": 0.5 | \"weightDecay\": 2 | optimizer.weightDecay",
                "\"schedule\": \"step\" | \"schedule\": \"steps\" | learningRate.schedule",
                "\"rate\": 0.1 | \"rate\": 0 | learningRate.rate",
                "\"rate\": 0.1 | \"rate\": \"fast\" | learningRate.rate",
                "\"factor\": 0.5 | \"factor\": 2 | learningRate.factor",
                "\"everyEpochs\": 3 | \"everyEpochs\": 0 | learningRate.everyEpochs",
                "\"everyEpochs\": 3 | \"warmUp\": 1 | learningRate.warmUp",
                "\"batchSize\": 32 | \"batchSize\": 0 | batchSize",
                "\"epochs\": 4 | \"epochs\": -1 | epochs",
                "\"validationShare\": 0.1 | \"validationShare\": 0.6 | validationShare",
                "\"epochs\": 4 | \"epochs\": 4, \"labelSmoothing\": 0.6 | labelSmoothing",
                "\"validationShare\": 0.1 | \"validationShare\": 0 | patience",
                "\"patience\": 2 | \"patience\": 0 | patience",
                "\"seed\": 9007199254740993 | \"seed\": 1.5 | seed",
                "[\"mnist:train\"] | \"mnist:train\" | dataSets",
                "\"type\": \"sgd\", \"momentum\": 0.5 | \"type\": \"adamw\", \"l2\": 0.1 | optimizer.l2",
                "[\"mnist:train\"] | [\"mnist:train\", 7] | dataSets[1]",
                "\"patience\": 2 | \"patients\": 2 | patients",
                "\"epochs\": 4 | \"epochs\": 4, \"loss\": \"hinge\" | loss",
                "\"epochs\": 4 | \"epochs\": 4, \"crossValidation\": 5 | crossValidation",
                "\"validationShare\": 0.1, | \"crossValidation\": 5, | patience",
                "\"type\": \"sgd\" | \"type\": \"adam\" | optimizer.momentum",
                "[\"mnist:train\"] | [{\"set\": \"mnist\", \"share\": 1.5}] | dataSets[0].share",
                "[\"mnist:train\"] | [{\"set\": \"mnist\", \"share\": 0}] | dataSets[0].share",
                "[\"mnist:train\"] | [{\"set\": \"mnist\", \"count\": 7}] | dataSets[0].count",
                "[\"mnist:train\"] | [{\"set\": \"generated:digits\", \"share\": 1}] | dataSets[0].share",
                "[\"mnist:train\"] | [\"generated:digits\"] | dataSets[0]",
                "\"kernel\": 3, \"stride\": 1 | \"kernel\": 15 | layers[5].kernel",
                "\"type\": \"max-pooling\", | \"type\": \"global-average-pooling\", | layers[1].kernel",
                "{\"type\": \"dropout\", \"rate\": 0.25} | {\"type\": \"dense\", \"units\": 4} | layers[5]",
                "\"epochs\": 4 | \"epochs\": 4, \"augmentation\": {\"scan\": {\"share\": 1}} | augmentation.scan.gridPx",
                "\"epochs\": 4 | \"epochs\": 4, \"augmentation\": {\"scan\": {\"gridPx\": [16]}} | augmentation.scan.gridPx",
                "\"epochs\": 4 | \"epochs\": 4, \"augmentation\": {\"scan\": {\"gridPx\": [16, 12]}} | augmentation.scan.gridPx[1]",
                "\"epochs\": 4 | \"epochs\": 4, \"augmentation\": {\"ink\": {\"widthPx\": [3, 2]}} | augmentation.ink.widthPx[1]",
            })
    void namesThePathOfAWrongField(String right, String wrong, String path) {
        String text = PLAN.replace(right, wrong == null ? "" : wrong);

        assertThat(text).isNotEqualTo(PLAN);
        assertThatThrownBy(() -> TrainingPlan.parse(text))
                .isInstanceOf(JsonProblem.class)
                .hasMessageStartingWith(path + " ");
    }

    @Test
    void aResidualBlockGetsTheShortcutThatItNeeds() throws IOException {
        String convolution = "{'type': 'convolution', 'filters': 8, 'kernel': 3, 'padding': 1}";
        String normalisation = "{'type': 'batch-normalisation'}";
        var same = new LayerPlan.Convolution(8, 3, 1, 1, "identity");
        var normalised = new LayerPlan.BatchNormalisation();

        assertThat(block(convolution + "," + normalisation, "'relu'"))
                .isEqualTo(new LayerPlan.Residual(List.of(same, normalised), List.of(), "relu"));
        assertThat(block(convolution.replace("8", "16"), "'identity'"))
                .isEqualTo(new LayerPlan.Residual(
                        List.of(new LayerPlan.Convolution(16, 3, 1, 1, "identity")),
                        List.of(new LayerPlan.Convolution(16, 1, 1, 0, "identity")),
                        "identity"));
        String strided = convolution.replace("}", ", 'stride': 2}");
        assertThat(block(strided + "," + normalisation + "," + strided, "'tanh'"))
                .isEqualTo(new LayerPlan.Residual(
                        List.of(
                                new LayerPlan.Convolution(8, 3, 2, 1, "identity"),
                                normalised,
                                new LayerPlan.Convolution(8, 3, 2, 1, "identity")),
                        List.of(new LayerPlan.Convolution(8, 1, 4, 0, "identity"), normalised),
                        "tanh"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'filters': 8 | 'filters': 0 | layers[1].layers[0].filters",
                "'filters': 8 | 'filter': 8 | layers[1].layers[0].filter",
                "'padding': 1 | 'padding': 0 | layers[1].layers[0].padding",
                "'kernel': 3, 'padding': 1 | 'kernel': 3 | layers[1].layers[0].padding",
                "'kernel': 3, 'padding': 1 | 'kernel': 2 | layers[1].layers[0].kernel",
                "'batch-normalisation' | 'residual' | layers[1].layers[1].type",
                "'batch-normalisation' | 'max-pooling' | layers[1].layers[1].type",
                "'activation': 'relu'} | 'activation': 'rely'} | layers[1].activation",
                "'type': 'residual', | 'type': 'residual', 'shortcut': 1, | layers[1].shortcut",
                "{'type': 'convolution', 'filters': 8, 'kernel': 3, 'padding': 1}, | | layers[1].layers",
                "{'type': 'convolution', 'filters': 8, 'kernel': 3, 'padding': 1} | 7 | layers[1].layers[0]",
                "{'type': 'convolution', 'filters': 8, 'kernel': 3, 'padding': 1} | {'type': 'activation'}"
                        + " | layers[1].layers[0].type",
                "{'type': 'dropout', 'rate': 0.5} | {'type': 'dense', 'units': 5} | layers[1]",
            })
    void namesThePathOfAWrongFieldInABlock(String right, String wrong, String path) {
        String layers = """
                {'type': 'dropout', 'rate': 0.5},
                {'type': 'residual', 'layers': [
                  {'type': 'convolution', 'filters': 8, 'kernel': 3, 'padding': 1}, {'type': 'batch-normalisation'}],
                 'activation': 'relu'}
                """;
        String changed = layers.replace(right, wrong == null ? "" : wrong);

        assertThat(changed).isNotEqualTo(layers);
        assertThatThrownBy(() -> TrainingPlan.parse(withLayers(changed)))
                .isInstanceOf(JsonProblem.class)
                .hasMessageStartingWith(path + " ");
    }

    @Test
    void aNetworkTooLargeToBeLoadedIsRefusedBeforeItIsTrained() {
        String large = "{'type': 'convolution', 'filters': 1024, 'kernel': 1}, {'type': 'dense', 'units': 4096}";

        assertThatThrownBy(() -> TrainingPlan.parse(withLayers(large)))
                .isInstanceOf(JsonProblem.class)
                .hasMessageStartingWith("layers[1] makes the network too large");
    }

    @Test
    void readsWhatIsSeldomAskedFor() throws IOException {
        TrainingPlan plan = TrainingPlan.parse(PLAN.replace("\"patience\": 2,", "\"loss\": \"mean-squared-error\",")
                .replace("\"validationShare\": 0.1", "\"crossValidation\": 20")
                .replace("{\"type\": \"sgd\", \"momentum\": 0.5}", "{\"type\": \"adamw\"}")
                .replace("\"mnist:train\"", "{\"set\": \"mnist:train\", \"repeat\": 3, \"share\": 0.5}"));

        assertThat(plan.loss()).isEqualTo(Loss.MEAN_SQUARED_ERROR);
        assertThat(plan.crossValidation()).contains(20);
        assertThat(plan.optimizer()).isEqualTo(new OptimizerPlan(OptimizerPlan.Kind.ADAM, 0, 0.01, 0, 0));
        assertThat(plan.data()).containsExactly(new DataPlan("mnist:train", 3, 0.5, 0));
        assertThat(plan.withSeed(1).crossValidation()).contains(20);
        assertThat(plan.withSeed(1).loss()).isEqualTo(Loss.MEAN_SQUARED_ERROR);
        assertThat(plan.shortened(1).crossValidation()).isEmpty();
    }

    private static LayerPlan block(String layers, String activation) throws IOException {
        String first = "{'type': 'convolution', 'filters': 8, 'kernel': 1},";
        String block = "{'type': 'residual', 'layers': [" + layers + "], 'activation': " + activation + "}";
        return TrainingPlan.parse(withLayers(first + block)).layers().get(1);
    }

    /** @param layers with ' for " */
    private static String withLayers(String layers) {
        int from = PLAN.indexOf("[") + 1;
        return PLAN.substring(0, from) + layers.replace('\'', '"') + PLAN.substring(PLAN.indexOf("]"));
    }

    @Test
    void whatIsNoJsonIsAnIoException() {
        assertThatThrownBy(() -> TrainingPlan.parse("name: small")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TrainingPlan.parse("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TrainingPlan.parse("[]")).isInstanceOf(IOException.class);
    }
}
