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
            {"type": "dense", "units": 16},
            {"type": "average-pooling", "kernel": 3, "stride": 1},
            {"type": "global-average-pooling"}
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
                        new LayerPlan.Dense(16, "identity"),
                        new LayerPlan.Pooling(false, 3, 1),
                        new LayerPlan.GlobalAveragePooling());
        assertThat(plan.optimizer()).isEqualTo(new OptimizerPlan(OptimizerPlan.Kind.SGD, 0.5, 0, 0, 0));
        assertThat(plan.learningRate()).isEqualTo(new LearningRate(LearningRate.Schedule.STEP, 0.1, 0.5, 3, 0.3));
        assertThat(plan.patience()).contains(2);
        assertThat(plan.seed()).isEqualTo(9007199254740993L);
        assertThat(plan.labelSmoothing()).isZero();
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
                "\"units\": 16 | \"units\": \"16\" | layers[5].units",
                "\"units\": 16 | \"units\": 16, \"bias\": true | layers[5].bias",
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
                "[\"mnist:train\"] | [\"mnist:train\", 7] | dataSets[1]",
                "\"patience\": 2 | \"patients\": 2 | patients",
            })
    void namesThePathOfAWrongField(String right, String wrong, String path) {
        String text = PLAN.replace(right, wrong == null ? "" : wrong);

        assertThat(text).isNotEqualTo(PLAN);
        assertThatThrownBy(() -> TrainingPlan.parse(text))
                .isInstanceOf(JsonProblem.class)
                .hasMessageStartingWith(path + " ");
    }

    @Test
    void whatIsNoJsonIsAnIoException() {
        assertThatThrownBy(() -> TrainingPlan.parse("name: small")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TrainingPlan.parse("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TrainingPlan.parse("[]")).isInstanceOf(IOException.class);
    }
}
