package org.digitscope.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.digitscope.network.dl4j.Nd4jRuntime;
import org.digitscope.training.LayerPlan;
import org.digitscope.training.TrainingPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

final class FoldingTest {
    private static final String PLAN = """
            {"name": "folded", "layers": [
              {"type": "convolution", "filters": 4, "kernel": 3, "padding": 1},
              {"type": "batch-normalisation"},
              {"type": "activation", "activation": "relu"},
              {"type": "max-pooling", "kernel": 2},
              {"type": "convolution", "filters": 6, "kernel": 3, "padding": 1},
              {"type": "batch-normalisation"},
              {"type": "activation", "activation": "relu"},
              {"type": "convolution", "filters": 5, "kernel": 3, "activation": "relu"},
              {"type": "batch-normalisation"},
              {"type": "dropout", "rate": 0.3},
              {"type": "dense", "units": 8},
              {"type": "batch-normalisation"},
              {"type": "activation", "activation": "leakyrelu"}
            ],
            "optimizer": {"type": "adamw", "weightDecay": 0.01},
            "learningRate": {"schedule": "constant", "rate": 0.01},
            "batchSize": 16, "epochs": 1, "seed": 3, "dataSets": ["none"]}
            """;

    @BeforeAll
    static void prepare() {
        Nd4jRuntime.prepare();
        Nd4jRuntime.useThreads(1);
    }

    @Test
    void whatOnlyTrainingNeedsIsLeftOut() throws Exception {
        TrainingPlan plan = TrainingPlan.parse(PLAN);

        assertThat(Folding.layers(plan.layers()))
                .containsExactly(
                        new LayerPlan.Convolution(4, 3, 1, 1, "relu"),
                        new LayerPlan.Pooling(true, 2, 2),
                        new LayerPlan.Convolution(6, 3, 1, 1, "relu"),
                        new LayerPlan.Convolution(5, 3, 1, 0, "relu"),
                        // Behind a ReLU it cannot be folded.
                        new LayerPlan.BatchNormalisation(),
                        new LayerPlan.Dense(8, "leakyrelu"));
    }

    @Test
    void theShippedNetworkAnswersAsTheTrainedOne() throws Exception {
        TrainingPlan plan = TrainingPlan.parse(PLAN);
        List<LayerPlan> folded = Folding.layers(plan.layers());
        Trainable trained = Trainable.of(plan, plan.layers(), 11);
        Trainable shipped = Trainable.of(plan, folded, 11);
        Nd4j.getRandom().setSeed(5);
        INDArray images = Nd4j.rand(32, 1, 28, 28);
        INDArray targets = Nd4j.zeros(32, 11);
        for (int i = 0; i < 32; i++) {
            targets.putScalar(i, i % 11, 1);
        }
        for (int step = 0; step < 20; step++) {
            trained.gradient(images, targets);
            trained.step((int) images.size(0));
        }

        Folding.copyWeights(plan.layers(), trained, shipped);

        float[] expected = trained.output(images).dup('c').data().asFloat();
        float[] actual = shipped.output(images).dup('c').data().asFloat();
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f));
        }
        trained.close();
        shipped.close();
    }
}
