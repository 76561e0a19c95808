package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.digitscope.image.DigitImage;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;
import org.junit.jupiter.api.Test;

/** All expectations are worked out by hand. */
final class GradCamTest {
    /** Two maps of 7×7: the mean of each 4×4 pixels, and minus that plus one. */
    private static final MapShape SHAPE = new MapShape(2, 7, 7);

    /** The blocks (1, 1) and (4, 2) of 4×4 pixels are ink, the second at 0.4. */
    private final DigitImage blocks = blocks();

    @Test
    void mapsAreWeightedByTheirMeanGradient() {
        // Class 3: 49 in one place of the first map, so 1 on the mean; −98 in one place of the second, so −2.
        float[] weights = new float[10 * SHAPE.size()];
        weights[3 * SHAPE.size() + 8] = 49;
        weights[3 * SHAPE.size() + 49 + 30] = -98;

        float[] pixels = Asking.why(Method.GRAD_CAM, 3, blocks, network(weights));

        // At the units' middles, between pixels 1 and 2 of 4: the mean of four pixels around it.
        // 1 · 1 − 2 · 0 for ink, 1 · 0.4 − 2 · 0.6 = −0.8 for the lighter block, 0 − 2 for paper.
        assertThat(atUnit(pixels, 1, 1)).isCloseTo(0.765625, within(1e-5));
        assertThat(pixels[Asking.at(5, 5)]).isCloseTo(0.765625f, within(1e-5f));
        assertThat(atUnit(pixels, 4, 2)).isZero();
        assertThat(atUnit(pixels, 6, 6)).isZero();
        assertThat(pixels).doesNotContain(-1f);
        for (float pixel : pixels) {
            assertThat(pixel).isNotNegative();
        }
    }

    @Test
    void valuesBetweenUnitsAreBilinearAndPastTheOutermostOnesConstant() {
        // Class 0 sees the first map alone, so the map is 1 and 0.4 in the blocks.
        float[] weights = new float[10 * SHAPE.size()];
        weights[0] = 49;

        float[] pixels = Asking.why(Method.GRAD_CAM, 0, Asking.image(blockOf(0, 0)), network(weights));

        // The middle of unit (0, 0) is at 1.5, that of (1, 0) at 5.5.
        assertThat(pixels[Asking.at(0, 0)]).isEqualTo(1, within(1e-6f));
        assertThat(pixels[Asking.at(1, 0)]).isEqualTo(1, within(1e-6f));
        assertThat(pixels[Asking.at(2, 0)]).isEqualTo(0.875f, within(1e-6f));
        assertThat(pixels[Asking.at(5, 1)]).isEqualTo(0.125f, within(1e-6f));
        assertThat(pixels[Asking.at(3, 3)]).isEqualTo(0.625f * 0.625f, within(1e-6f));
        assertThat(pixels[Asking.at(6, 0)]).isZero();
    }

    @Test
    void contrastTakesTheDifferenceOfTheWeights() {
        float[] weights = new float[10 * SHAPE.size()];
        weights[0] = 49;
        weights[SHAPE.size()] = 3 * 49;
        TinyNetwork network = network(weights);

        float[] for0 = Asking.why(Method.GRAD_CAM, 0, blocks, network);
        float[] against = Asking.begin(Asking.contrast(Method.GRAD_CAM, 1, 0), blocks)
                .run(network)
                .pixels();

        for (int i = 0; i < for0.length; i++) {
            assertThat(against[i]).isCloseTo(2 * for0[i], within(1e-5f));
        }
    }

    @Test
    void networksWithoutAConvolutionAreRefusedWithTheReason() {
        Explanation explanation = Asking.begin(Question.why(Method.GRAD_CAM, 1), blocks);

        assertThatThrownBy(() -> explanation.step(new FakeNetwork()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Grad-CAM needs a convolution, and the network has none");
        assertThat(Explanations.supports(Method.GRAD_CAM, new FakeNetwork().layers(), true))
                .isFalse();
        assertThat(Explanations.supports(Method.GRAD_CAM, FakeNetwork.classic().layers(), false))
                .isTrue();
    }

    @Test
    void onlyConvolutionsCanBeChosen() {
        TinyNetwork network = network(new float[10 * SHAPE.size()]);
        Question first = new Question(Method.GRAD_CAM, 1, OptionalInt.empty(), OptionalInt.of(0));
        Question output = new Question(Method.GRAD_CAM, 1, OptionalInt.empty(), OptionalInt.of(1));

        assertThat(Asking.begin(first, blocks).run(network).largestMagnitude()).isZero();
        assertThatThrownBy(() -> Asking.begin(output, blocks).step(network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Grad-CAM needs a convolution, and layer 1 is none");
    }

    @Test
    void unitsLookAtTheMiddleOfTheirReceptiveField() {
        List<LayerInfo> classic = FakeNetwork.classic().layers();

        // 3×3 without padding begins at pixel 1; pairs are pooled to 1.5, 3.5, …; the second convolution begins at 3.5.
        assertThat(MapAlignment.of(classic, 0)).isEqualTo(new MapAlignment(1, 1, 1, 1));
        assertThat(MapAlignment.of(classic, 1)).isEqualTo(new MapAlignment(1.5, 2, 1.5, 2));
        assertThat(MapAlignment.of(classic, 2)).isEqualTo(new MapAlignment(3.5, 2, 3.5, 2));
        ReceptiveField inner = ReceptiveField.of(classic, 2, 4, 5);
        assertThat((inner.left() + inner.right() - 1) / 2.0).isEqualTo(3.5 + 2 * 4);
        assertThat((inner.top() + inner.bottom() - 1) / 2.0).isEqualTo(3.5 + 2 * 5);
    }

    @Test
    void paddingStridesDilationAndLayersWithoutAWindowAreFollowed() {
        List<LayerInfo> layers = List.of(
                layer(LayerKind.PADDING, new MapShape(1, 32, 31), Optional.empty(), LayerInfo.IMAGE),
                layer(LayerKind.CONVOLUTION, new MapShape(4, 16, 10), Optional.of(new Window(3, 5, 2, 3, 1, 2, 2)), 0),
                layer(LayerKind.BATCH_NORMALISATION, new MapShape(4, 16, 10), Optional.empty(), 1),
                layer(LayerKind.OTHER, new MapShape(4, 32, 20), Optional.empty(), 2),
                layer(LayerKind.GLOBAL_POOLING, MapShape.units(4), Optional.empty(), 1));

        assertThat(MapAlignment.of(layers, 0)).isEqualTo(new MapAlignment(-1, 1, -2, 1));
        assertThat(MapAlignment.of(layers, 1)).isEqualTo(new MapAlignment(1, 3, -1, 2));
        assertThat(MapAlignment.of(layers, 2)).isEqualTo(MapAlignment.of(layers, 1));
        assertThat(MapAlignment.of(layers, 3)).isEqualTo(new MapAlignment(0.25, 1.5, -1.5, 1));
        assertThat(MapAlignment.of(layers, 4)).isEqualTo(new MapAlignment(1 + 3 * 4.5, 30, -1 + 2 * 7.5, 32));
    }

    @Test
    void aMapOfOneUnitFillsTheImage() {
        float[] pixels = new MapAlignment(13.5, 28, 13.5, 28).upsample(new double[] {0.25}, 1, 1);

        assertThat(pixels).containsOnly(0.25f).hasSize(784);
    }

    private static double atUnit(float[] pixels, int unitX, int unitY) {
        int x = 4 * unitX + 1;
        int y = 4 * unitY + 1;
        return (pixels[Asking.at(x, y)]
                        + pixels[Asking.at(x + 1, y)]
                        + pixels[Asking.at(x, y + 1)]
                        + pixels[Asking.at(x + 1, y + 1)])
                / 4;
    }

    private static TinyNetwork network(float[] weights) {
        float[] kernels = new float[32];
        for (int i = 0; i < 16; i++) {
            kernels[i] = 1 / 16f;
            kernels[16 + i] = -1 / 16f;
        }
        return new TinyNetwork(new Kernels(2, 1, 4, 4, kernels, new float[] {0, 1}), 4, weights, new float[10]);
    }

    private static DigitImage blocks() {
        byte[] levels = Asking.image(blockOf(1, 1)).levels();
        for (int y = 8; y < 12; y++) {
            Arrays.fill(levels, Asking.at(16, y), Asking.at(20, y), (byte) 102);
        }
        return DigitImage.ofLevels(levels);
    }

    private static int[] blockOf(int unitX, int unitY) {
        int[] ink = new int[3 * 16];
        for (int i = 0; i < 16; i++) {
            ink[3 * i] = 4 * unitX + i % 4;
            ink[3 * i + 1] = 4 * unitY + i / 4;
            ink[3 * i + 2] = 255;
        }
        return ink;
    }

    private static LayerInfo layer(LayerKind kind, MapShape output, Optional<Window> window, Integer... inputs) {
        return new LayerInfo("layer", kind, output, 0, window, Optional.empty(), List.of(inputs));
    }
}
