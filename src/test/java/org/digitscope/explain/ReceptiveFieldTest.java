package org.digitscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All expectations are worked out by hand. */
final class ReceptiveFieldTest {
    private final List<LayerInfo> classic = FakeNetwork.classic().layers();

    @Test
    void growsThroughTheClassicNetwork() {
        assertThat(ReceptiveField.of(classic, 0, 0, 0)).isEqualTo(new ReceptiveField(0, 0, 3, 3));
        assertThat(ReceptiveField.of(classic, 0, 25, 10)).isEqualTo(new ReceptiveField(25, 10, 28, 13));
        assertThat(ReceptiveField.of(classic, 1, 2, 3)).isEqualTo(new ReceptiveField(4, 6, 8, 10));
        assertThat(ReceptiveField.of(classic, 2, 2, 3)).isEqualTo(new ReceptiveField(4, 6, 12, 14));
        assertThat(ReceptiveField.of(classic, 3, 1, 2)).isEqualTo(new ReceptiveField(4, 8, 14, 18));
        assertThat(ReceptiveField.of(classic, 3, 4, 4)).isEqualTo(new ReceptiveField(16, 16, 26, 26));
    }

    @Test
    void denseUnitsSeeWhatTheLastPoolingSees() {
        // 11 columns are pooled in pairs: the last one, and with it columns 26 and 27, is never looked at.
        assertThat(ReceptiveField.of(classic, 4, 0, 0)).isEqualTo(new ReceptiveField(0, 0, 26, 26));
        assertThat(ReceptiveField.of(classic, 5, 0, 0)).isEqualTo(new ReceptiveField(0, 0, 26, 26));
    }

    @Test
    void paddingIsCutAtTheFrame() {
        List<LayerInfo> layers = List.of(layer(
                LayerKind.CONVOLUTION, new MapShape(4, 28, 28), new Window(5, 3, 1, 1, 2, 1, 1), LayerInfo.IMAGE));
        assertThat(ReceptiveField.of(layers, 0, 0, 0)).isEqualTo(new ReceptiveField(0, 0, 2, 3));
        assertThat(ReceptiveField.of(layers, 0, 27, 27)).isEqualTo(new ReceptiveField(26, 25, 28, 28));
        assertThat(ReceptiveField.of(layers, 0, 10, 10)).isEqualTo(new ReceptiveField(9, 8, 12, 13));
    }

    @Test
    void stridesAndDilationStretch() {
        List<LayerInfo> layers = List.of(
                layer(LayerKind.CONVOLUTION, new MapShape(4, 13, 9), new Window(3, 3, 2, 3, 0, 0, 1), LayerInfo.IMAGE),
                layer(LayerKind.CONVOLUTION, new MapShape(4, 9, 5), new Window(3, 3, 1, 1, 0, 0, 2), 0));
        assertThat(ReceptiveField.of(layers, 0, 1, 2)).isEqualTo(new ReceptiveField(3, 4, 6, 7));
        // Five columns of the first layer, 1 to 5: 3 to 17; five rows, 2 to 6: 4 to 14.
        assertThat(ReceptiveField.of(layers, 1, 1, 2)).isEqualTo(new ReceptiveField(3, 4, 18, 15));
    }

    @Test
    void layersThatWorkPixelByPixelChangeNothing() {
        List<LayerInfo> layers = List.of(
                layer(LayerKind.CONVOLUTION, new MapShape(4, 26, 26), new Window(3, 3, 1, 1, 0, 0, 1), LayerInfo.IMAGE),
                layer(LayerKind.BATCH_NORMALISATION, new MapShape(4, 26, 26), null, 0));
        assertThat(ReceptiveField.of(layers, 1, 7, 8)).isEqualTo(ReceptiveField.of(layers, 0, 7, 8));
    }

    @Test
    void branchesAreSeenTogether() {
        List<LayerInfo> layers = List.of(
                layer(LayerKind.CONVOLUTION, new MapShape(4, 28, 28), new Window(3, 3, 1, 1, 1, 1, 1), LayerInfo.IMAGE),
                layer(LayerKind.CONVOLUTION, new MapShape(4, 28, 28), new Window(5, 5, 1, 1, 2, 2, 1), 0),
                layer(LayerKind.ADDITION, new MapShape(4, 28, 28), null, 0, 1));
        assertThat(ReceptiveField.of(layers, 2, 10, 10)).isEqualTo(new ReceptiveField(7, 7, 14, 14));
    }

    @Test
    void paddingLayersShiftWhatIsSeen() {
        List<LayerInfo> layers = List.of(
                layer(LayerKind.PADDING, new MapShape(1, 32, 30), null, LayerInfo.IMAGE),
                layer(LayerKind.CONVOLUTION, new MapShape(4, 30, 28), new Window(3, 3, 1, 1, 0, 0, 1), 0));
        assertThat(ReceptiveField.of(layers, 0, 5, 5)).isEqualTo(new ReceptiveField(4, 3, 5, 4));
        assertThat(ReceptiveField.of(layers, 1, 5, 5)).isEqualTo(new ReceptiveField(4, 3, 7, 6));
    }

    /** Looking along each of its 2 to the 60 ways by itself would never end. */
    @Test
    @Timeout(30)
    void aLongChainOfBranchesIsSeenAtOnce() {
        List<LayerInfo> layers = new ArrayList<>();
        layers.add(layer(
                LayerKind.CONVOLUTION, new MapShape(4, 28, 28), new Window(3, 3, 1, 1, 1, 1, 1), LayerInfo.IMAGE));
        for (int block = 0; block < 60; block++) {
            int before = layers.size() - 1;
            layers.add(layer(LayerKind.ACTIVATION, new MapShape(4, 28, 28), null, before));
            layers.add(layer(LayerKind.ADDITION, new MapShape(4, 28, 28), null, before, before + 1));
        }
        assertThat(ReceptiveField.of(layers, layers.size() - 1, 10, 10)).isEqualTo(new ReceptiveField(9, 9, 12, 12));
    }

    @Test
    void globalPoolingSeesTheWholeMap() {
        List<LayerInfo> layers = List.of(
                layer(LayerKind.CONVOLUTION, new MapShape(4, 24, 24), new Window(3, 3, 1, 1, 0, 0, 1), LayerInfo.IMAGE),
                layer(LayerKind.GLOBAL_POOLING, MapShape.units(4), null, 0));
        assertThat(ReceptiveField.of(layers, 1, 0, 0)).isEqualTo(new ReceptiveField(0, 0, 26, 26));
    }

    private static LayerInfo layer(
            LayerKind kind, MapShape output, @org.jspecify.annotations.Nullable Window window, Integer... inputs) {
        return new LayerInfo("layer", kind, output, 0, Optional.ofNullable(window), Optional.empty(), List.of(inputs));
    }
}
