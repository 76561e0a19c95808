package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.image.DigitImage;
import org.digitscope.ink.Drawing;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerKind;
import org.digitscope.network.WeightEdits;
import org.digitscope.network.dl4j.Dl4jModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models that the program ships are explained by what they have learned. */
@SuppressWarnings("NullAway.Init") // set by each test
final class ExplainBundledTest {
    @TempDir
    private Path own;

    private DigitNetwork network;

    @AfterEach
    void close() {
        network.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "pad"})
    void integratedGradientsAddUpToWhatTheInkChanges(String model) throws IOException {
        load(model);
        for (int digit : List.of(0, 4, 7)) {
            DigitImage image = image(digit);
            Question question = Question.why(Method.INTEGRATED_GRADIENTS, digit);
            Question against = Asking.contrast(Method.INTEGRATED_GRADIENTS, digit, (digit + 5) % 10);

            assertAddsUp(question, image);
            assertAddsUp(against, image);
        }
    }

    /** Adebayo et al., <i>Sanity checks for saliency maps</i>, 2018. */
    @ParameterizedTest
    @ValueSource(strings = {"classic", "pad"})
    void otherWeightsGetAnotherMap(String model) throws IOException {
        load(model);
        DigitImage image = image(7);
        for (Method method : List.of(Method.SALIENCY, Method.GRADIENT_X_INPUT)) {
            float[] before = Asking.why(method, 7, image, network);

            network.edit(randomised(5));
            float[] after = Asking.why(method, 7, image, network);
            network.edit(WeightEdits.none());

            assertThat(Asking.correlation(before, after)).as("%s", method).isLessThan(0.6);
            assertThat(Asking.why(method, 7, image, network))
                    .as("%s with the loaded weights", method)
                    .containsExactly(before, within(1e-5f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "pad"})
    void everyMethodSaysSomethingOfADigit(String model) throws IOException {
        load(model);
        Drawing seven = drawing(7);
        for (Method method : Method.values()) {
            assertThat(Explanations.supports(method, network.layers(), true)).isTrue();
            Relevance relevance = Asking.begin(Question.why(method, 7), seven).run(network);

            assertThat(relevance.largestMagnitude())
                    .as("%s", method)
                    .isPositive()
                    .isFinite();
            assertThat(relevance.pixels()).hasSize(784);
        }
    }

    private void assertAddsUp(Question question, DigitImage image) {
        List<float[]> logits = network.logits(List.of(image.pixels(), new float[784]));
        float[] weights = question.logitWeights(logits.get(0).length);
        double difference = 0;
        for (int i = 0; i < weights.length; i++) {
            difference += weights[i] * (logits.get(0)[i] - logits.get(1)[i]);
        }
        float[] pixels = Asking.begin(question, image).run(network).pixels();

        assertThat(Asking.sum(pixels))
                .as("%s", question)
                .isCloseTo(difference, within(Math.max(0.01 * Math.abs(difference), 0.0011)));
    }

    /** All kernels of all convolutions, drawn from a normal distribution as wide as theirs. */
    private WeightEdits randomised(long seed) {
        Random random = new Random(seed);
        Map<WeightEdits.Weight, Float> weights = new HashMap<>();
        for (int layer = 0; layer < network.layers().size(); layer++) {
            if (network.layers().get(layer).kind() == LayerKind.CONVOLUTION) {
                randomise(layer, network.kernels(layer).orElseThrow(), random, weights);
            }
        }
        return new WeightEdits(weights, Set.of(), Set.of());
    }

    private static void randomise(int layer, Kernels kernels, Random random, Map<WeightEdits.Weight, Float> weights) {
        double squares = 0;
        for (float weight : kernels.weights()) {
            squares += weight * weight;
        }
        double deviation = Math.sqrt(squares / kernels.weights().length);
        for (int filter = 0; filter < kernels.filters(); filter++) {
            for (int channel = 0; channel < kernels.channels(); channel++) {
                for (int y = 0; y < kernels.height(); y++) {
                    for (int x = 0; x < kernels.width(); x++) {
                        weights.put(new WeightEdits.Weight(layer, filter, channel, x, y), (float)
                                (random.nextGaussian() * deviation));
                    }
                }
            }
        }
    }

    private void load(String name) throws IOException {
        LoadedModel model = new ModelCatalog(new Dl4jModels(), own).load(name);
        network = model.network();
    }

    private static DigitImage image(int digit) throws IOException {
        return Asking.RASTERIZER.rasterize(drawing(digit)).image();
    }

    private static Drawing drawing(int digit) throws IOException {
        return ReferenceDigits.read().stream()
                .filter(record -> record.label().equals(Optional.of(Integer.toString(digit))))
                .findFirst()
                .orElseThrow()
                .drawing();
    }
}
