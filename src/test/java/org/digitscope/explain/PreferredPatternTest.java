package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.image.DigitImage;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;
import org.digitscope.network.dl4j.Dl4jModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all
final class PreferredPatternTest {
    private DigitNetwork network;

    @BeforeAll
    void load(@TempDir Path own) throws IOException {
        network = new ModelCatalog(new Dl4jModels(), own).load("classic").network();
    }

    @AfterAll
    void close() {
        network.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void raisesTheValueInEveryLayer(int layer) {
        for (int map : new int[] {0, 3, 7}) {
            PreferredPattern pattern = begin(layer, map, 1);
            float[] noise = pattern.pixels();
            run(pattern);

            assertThat(pattern.value()).as("map %s", map).isGreaterThan(pattern.initialValue() + 0.2);
            assertThat(pattern.pixels()).isNotEqualTo(noise).hasSize(784);
            for (float pixel : pattern.pixels()) {
                assertThat(pixel).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void networkItselfGivesTheRaisedLogit() {
        PreferredPattern pattern = begin(5, 4, 1);
        run(pattern);

        assertThat(network.run(DigitImage.of(pattern.pixels())).answer().prediction())
                .isEqualTo(4);
        assertThat(network.logits(List.of(pattern.pixels())).get(0)[4])
                .isCloseTo((float) pattern.value(), within(1e-3f));
    }

    @Test
    void firstLayersPatternIsInkWhereTheKernelIsPositive() {
        Kernels kernels = network.kernels(0).orElseThrow();
        PreferredPattern pattern = begin(0, 5, 2);
        run(pattern);

        assertThat(pattern.field()).isEqualTo(new ReceptiveField(13, 13, 16, 16));
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 3; x++) {
                float weight = kernels.at(5, 0, x, y);
                if (Math.abs(weight) > 0.3 * kernels.largestMagnitude(5)) {
                    assertThat(pattern.pixels()[(13 + y) * 28 + 13 + x] > 0.5f)
                            .as("weight %s at %s %s", weight, x, y)
                            .isEqualTo(weight > 0);
                }
            }
        }
    }

    @Test
    void pixelsThatTheUnitDoesNotSeeStayPaper() {
        PreferredPattern pattern = begin(2, 1, 1);
        run(pattern);

        ReceptiveField field = pattern.field();
        for (int i = 0; i < 784; i++) {
            boolean inside = i % 28 >= field.left()
                    && i % 28 < field.right()
                    && i / 28 >= field.top()
                    && i / 28 < field.bottom();
            if (!inside) {
                assertThat(pattern.pixels()[i]).isZero();
            }
        }
    }

    @Test
    void sameSeedGivesTheSameImage() {
        PreferredPattern first = begin(3, 2, 9);
        PreferredPattern second = begin(3, 2, 9);
        PreferredPattern third = begin(3, 2, 10);
        run(first);
        run(second);
        run(third);

        assertThat(first.pixels()).containsExactly(second.pixels());
        assertThat(first.value()).isEqualTo(second.value());
        assertThat(third.pixels()).isNotEqualTo(first.pixels());
    }

    @Test
    void progressGrowsToOneAndStays() {
        PreferredPattern pattern = begin(0, 0, 1);
        assertThat(pattern.progress()).isZero();
        double before = 0;
        while (!pattern.step()) {
            assertThat(pattern.progress()).isGreaterThan(before).isLessThan(1);
            before = pattern.progress();
        }
        assertThat(pattern.progress()).isEqualTo(1);
        float[] pixels = pattern.pixels();
        assertThat(pattern.step()).isTrue();
        assertThat(pattern.pixels()).containsExactly(pixels);
    }

    @Test
    void wakesAUnitThatIsSilentForTheNoise() {
        float[] weights = {0, 2, 0, 0, 2, 0, 0, 2, 0};
        LayerParameters learned = UnitScene.convolution(1, 1, 3, 3, weights, -5);
        UnitScene scene = new UnitScene()
                .add(
                        LayerKind.CONVOLUTION,
                        new MapShape(1, 26, 26),
                        Optional.of(new Window(3, 3, 1, 1, 0, 0, 1)),
                        "relu",
                        learned,
                        new float[676],
                        LayerInfo.IMAGE)
                .then(
                        LayerKind.MAX_POOLING,
                        new MapShape(1, 13, 13),
                        new Window(2, 2, 2, 2, 0, 0, 1),
                        null,
                        null,
                        new float[169]);
        PrefixNetwork prefix = PrefixNetwork.of(scene.layers(), scene.parameters(), scene.inference(), 1)
                .orElseThrow();
        PreferredPattern pattern = new PreferredPattern(prefix, ReceptiveField.of(scene.layers(), 1, 6, 6), 0, 1);
        run(pattern);

        assertThat(pattern.initialValue()).isZero();
        assertThat(pattern.value()).isGreaterThan(0.5);
    }

    @Test
    void refusesAMapThatIsNotThere() {
        assertThatThrownBy(() -> PreferredPattern.prepare(network, 0, 32))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private PreferredPattern begin(int layer, int map, long seed) {
        return PreferredPattern.prepare(network, layer, map)
                .orElseThrow()
                .begin(seed)
                .orElseThrow();
    }

    private static void run(PreferredPattern pattern) {
        while (!pattern.step()) {
            assertThat(pattern.progress()).isLessThan(1);
        }
    }
}
