package org.digitscope.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.LayerInfo;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.LayerPlan;
import org.digitscope.training.TrainedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each field of a plan does what it is named after. */
final class EffectsTest {
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.ofEntries(
            Map.entry("identity", x -> x),
            Map.entry("relu", x -> Math.max(0, x)),
            Map.entry("leakyrelu", x -> x > 0 ? x : 0.01 * x),
            Map.entry("sigmoid", x -> 1 / (1 + Math.exp(-x))),
            Map.entry("tanh", Math::tanh),
            Map.entry("elu", x -> x > 0 ? x : Math.expm1(x)),
            Map.entry("selu", x -> 1.0507 * (x > 0 ? x : 1.67326 * Math.expm1(x))),
            // The approximation by a logistic curve (Hendrycks, Gimpel, 2016).
            Map.entry("gelu", x -> x / (1 + Math.exp(-1.702 * x))),
            Map.entry("swish", x -> x / (1 + Math.exp(-x))),
            Map.entry("mish", x -> x * Math.tanh(Math.log1p(Math.exp(x)))),
            Map.entry("softplus", x -> Math.log1p(Math.exp(x))),
            Map.entry("hardsigmoid", x -> Math.max(0, Math.min(1, 0.2 * x + 0.5))),
            Map.entry("relu6", x -> Math.max(0, Math.min(6, x))));

    private static final String STILL = "{\"schedule\": \"constant\", \"rate\": 1e-8}";
    private static final TinyTraining PLAIN = TinyTraining.of(TinyTraining.DENSE);

    @TempDir
    private Path folder;

    private int trainings;

    @Test
    void everyOptimizerGoesItsOwnWay() throws IOException {
        Set<Float> sums = new HashSet<>();
        List<String> optimizers = List.of(
                "{\"type\": \"sgd\", \"momentum\": 0}",
                "{\"type\": \"sgd\", \"momentum\": 0.5}",
                "{\"type\": \"sgd\"}",
                "{\"type\": \"adam\"}",
                "{\"type\": \"adamw\"}",
                "{\"type\": \"rmsprop\"}");
        for (String optimizer : optimizers) {
            TrainedNetwork trained =
                    train(PLAIN.optimizer(optimizer).rate("{\"schedule\": \"constant\", \"rate\": 0.01}"));

            assertThat(trained.metrics().get(2).loss())
                    .as(optimizer)
                    .isLessThan(trained.metrics().get(0).loss());
            sums.add((float) magnitude(TinyTraining.weights(trained)));
        }
        assertThat(sums).hasSameSizeAs(optimizers);
    }

    @Test
    void momentumIsQuickerDownASlope() throws IOException {
        TinyTraining slow =
                PLAIN.rate("{\"schedule\": \"constant\", \"rate\": 0.002}").epochs(6);

        double without = lastLoss(train(slow));
        double with = lastLoss(train(slow.optimizer("{\"type\": \"sgd\", \"momentum\": 0.9}")));

        assertThat(with).isLessThan(without * 0.8);
    }

    @Test
    void l1MakesWeightsSparse() throws IOException {
        TinyTraining longer = PLAIN.epochs(8);
        TrainedNetwork with = train(longer.optimizer("{\"type\": \"sgd\", \"momentum\": 0, \"l1\": 0.02}"));

        assertThat(sparsity(with)).isGreaterThan(sparsity(train(longer)) + 0.3);
    }

    @Test
    void l2AndWeightDecayMakeWeightsSmall() throws IOException {
        double without = magnitude(TinyTraining.weights(train(PLAIN)));

        assertThat(magnitude(TinyTraining.weights(optimized("\"l2\": 0.3")))).isLessThan(without * 0.8);
        assertThat(magnitude(TinyTraining.weights(optimized("\"weightDecay\": 0.3"))))
                .isLessThan(without * 0.8);
        double adam = magnitude(TinyTraining.weights(train(PLAIN.optimizer("{\"type\": \"adam\"}"))));
        double adamw =
                magnitude(TinyTraining.weights(train(PLAIN.optimizer("{\"type\": \"adamw\", \"weightDecay\": 0.3}"))));
        assertThat(adamw).isLessThan(adam * 0.8);
    }

    @Test
    void labelSmoothingLowersTheTopProbability() throws IOException {
        TinyTraining longer = PLAIN.epochs(8);

        double without = confidence(train(longer));
        double with = confidence(train(longer.with("\"labelSmoothing\": 0.3")));

        assertThat(with).isLessThan(without - 0.1);
    }

    @Test
    void dropoutMakesTheTrainingHarderAndIsNotShipped() throws IOException {
        TrainedNetwork with = train(TinyTraining.of(TinyTraining.DENSE + ", {\"type\": \"dropout\", \"rate\": 0.6}"));

        assertThat(with.metrics().get(0).loss())
                .isGreaterThan(train(PLAIN).metrics().get(0).loss());
        try (DigitNetwork network = TinyTraining.load(with)) {
            assertThat(network.layers()).hasSize(2);
        }
    }

    @Test
    void theLossIsTheOneThatThePlanNames() throws IOException {
        TrainedNetwork squared = train(PLAIN.with("\"loss\": \"mean-squared-error\""));
        TrainedNetwork crossed = train(PLAIN);

        // Of ten equal probabilities: (0.9² + 9 · 0.1²) / 10 and ln 10.
        assertThat(squared.metrics().get(0).loss()).isBetween(0.03, 0.15);
        assertThat(crossed.metrics().get(0).loss()).isBetween(0.5, 4.0);
        assertThat(TinyTraining.weights(squared)).isNotEqualTo(TinyTraining.weights(crossed));
        try (DigitNetwork network = TinyTraining.load(squared)) {
            double sum = 0;
            for (LabelledImage sample : squared.heldOut()) {
                float[] probabilities = network.run(sample.image()).answer().probabilities();
                for (int i = 0; i < 10; i++) {
                    sum += Math.pow(probabilities[i] - (i == sample.label() ? 1 : 0), 2) / 10;
                }
            }
            assertThat(sum / squared.heldOut().size())
                    .isCloseTo(squared.metrics().get(2).validationLoss(), within(1e-5));
        }
    }

    @Test
    void theScheduleIsInTheMetrics() throws IOException {
        // 180 images in batches of 20 are nine steps an epoch.
        assertThat(rates("{\"schedule\": \"constant\", \"rate\": 0.1}")).containsExactly(0.1, 0.1, 0.1);
        assertThat(rates("{\"schedule\": \"step\", \"rate\": 0.1, \"factor\": 0.5, \"everyEpochs\": 2}"))
                .containsExactly(0.1, 0.1, 0.05);
        assertThat(rates("{\"schedule\": \"cosine\", \"rate\": 0.1}"))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one))
                .last()
                .satisfies(last -> assertThat(last).isCloseTo(0, within(1e-9)));
        List<Double> cycle = rates("{\"schedule\": \"one-cycle\", \"rate\": 0.1, \"warmUp\": 0.5}");
        assertThat(cycle.get(1)).isGreaterThan(cycle.get(0)).isGreaterThan(cycle.get(2));
    }

    @Test
    void patienceEndsTheTrainingEarly() throws IOException {
        TinyTraining wild =
                PLAIN.rate("{\"schedule\": \"constant\", \"rate\": 2}").epochs(40);

        assertThat(train(wild.with("\"patience\": 2")).metrics()).hasSizeLessThan(40);
    }

    @Test
    void everyActivationIsTheFunctionOfItsName() throws IOException {
        assertThat(FUNCTIONS.keySet()).containsExactlyInAnyOrderElementsOf(LayerPlan.ACTIVATIONS);
        String layer = "{\"type\": \"dense\", \"units\": 50, \"activation\": \"NAME\"}";
        float[] before = outputs(layer.replace("NAME", "identity")).get(0).values();
        for (Map.Entry<String, DoubleUnaryOperator> entry : FUNCTIONS.entrySet()) {
            String name = entry.getKey();
            float[] inside = outputs(layer.replace("NAME", name)).get(0).values();
            float[] after = outputs(
                            "{\"type\": \"dense\", \"units\": 50}, {\"type\": \"activation\", \"activation\": \"" + name
                                    + "\"}")
                    .get(0)
                    .values();

            for (int i = 0; i < before.length; i++) {
                double expected = entry.getValue().applyAsDouble(before[i]);
                assertThat((double) inside[i]).as(name).isCloseTo(expected, within(2e-3));
                assertThat(after[i]).as(name).isEqualTo(inside[i]);
            }
        }
    }

    @Test
    void poolingTakesTheLargestOrTheMeanOfEachWindow() throws IOException {
        String layers = "{\"type\": \"convolution\", \"filters\": 3, \"kernel\": 5, \"stride\": 2, \"padding\": 1},"
                + " {\"type\": \"NAME\", \"kernel\": 3, \"stride\": 2}";
        List<FeatureMaps> largest = outputs(layers.replace("NAME", "max-pooling"));
        List<FeatureMaps> mean = outputs(layers.replace("NAME", "average-pooling"));
        List<FeatureMaps> global = outputs(layers.replace(
                "{\"type\": \"NAME\", \"kernel\": 3, \"stride\": 2}", "{\"type\": \"global-average-pooling\"}"));

        FeatureMaps maps = largest.get(0);
        // (28 + 2 · 1 − 5) / 2 + 1 and (13 − 3) / 2 + 1
        assertThat(maps.shape()).hasToString("3 × 13×13");
        assertThat(largest.get(1).shape()).hasToString("3 × 6×6");
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int y = 4; y < 7; y++) {
            for (int x = 8; x < 11; x++) {
                max = Math.max(max, maps.at(2, x, y));
                sum += maps.at(2, x, y);
            }
        }
        assertThat((double) largest.get(1).at(2, 4, 2)).isCloseTo(max, within(1e-5));
        assertThat((double) mean.get(1).at(2, 4, 2)).isCloseTo(sum / 9, within(1e-5));
        double all = 0;
        for (int i = 0; i < 169; i++) {
            all += maps.values()[i];
        }
        assertThat((double) global.get(1).values()[0]).isCloseTo(all / 169, within(1e-5));
    }

    private TrainedNetwork train(TinyTraining training) throws IOException {
        return training.train(folder.resolve("checkpoint" + trainings++), false);
    }

    private TrainedNetwork optimized(String field) throws IOException {
        return train(PLAIN.optimizer("{\"type\": \"sgd\", \"momentum\": 0, " + field + "}"));
    }

    private List<Double> rates(String rate) throws IOException {
        return train(PLAIN.rate(rate)).metrics().stream()
                .map(EpochMetrics::learningRate)
                .toList();
    }

    /** Of a network as it was made by chance, the same for the same shapes. */
    private List<FeatureMaps> outputs(String layers) throws IOException {
        try (DigitNetwork network =
                TinyTraining.load(train(TinyTraining.of(layers).rate(STILL).epochs(1)))) {
            assertThat(network.layers()).extracting(LayerInfo::name).contains("layer0");
            return network.run(TinyTraining.samples().get(7).image()).outputs();
        }
    }

    private static double lastLoss(TrainedNetwork trained) {
        return trained.metrics().get(trained.metrics().size() - 1).loss();
    }

    private static double confidence(TrainedNetwork trained) throws IOException {
        try (DigitNetwork network = TinyTraining.load(trained)) {
            return trained.heldOut().stream()
                    .mapToDouble(sample -> network.run(sample.image()).answer().confidence())
                    .average()
                    .orElseThrow();
        }
    }

    private static double magnitude(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight * weight;
        }
        return Math.sqrt(sum);
    }

    /** The share of weights that are next to nothing. */
    private static double sparsity(TrainedNetwork trained) throws IOException {
        float[] weights = TinyTraining.weights(trained);
        int small = 0;
        for (float weight : weights) {
            small += Math.abs(weight) < 2e-3 ? 1 : 0;
        }
        return small / (double) weights.length;
    }
}
