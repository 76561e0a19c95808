package org.digitscope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.junit.jupiter.api.Test;

final class LessonLayersTest {
    @Test
    void findsTheLayersByWhatTheyDo() {
        List<LayerInfo> layers = layers(
                LayerKind.PADDING,
                LayerKind.CONVOLUTION,
                LayerKind.BATCH_NORMALISATION,
                LayerKind.ACTIVATION,
                LayerKind.CONVOLUTION,
                LayerKind.AVERAGE_POOLING,
                LayerKind.DENSE,
                LayerKind.OUTPUT);

        assertThat(LessonStep.CONVOLUTION.target(layers)).contains("layer-1");
        assertThat(LessonStep.RELU.target(layers)).contains("layer-3");
        assertThat(LessonStep.POOLING.target(layers)).contains("layer-5");
        assertThat(LessonStep.SOFTMAX.target(layers)).contains("layer-7");
    }

    @Test
    void findsNoneInAModelWithoutThem() {
        List<LayerInfo> layers = layers(LayerKind.OTHER);

        assertThat(LessonStep.CONVOLUTION.target(layers)).isEmpty();
        assertThat(LessonStep.RELU.target(layers)).isEmpty();
        assertThat(LessonStep.POOLING.target(layers)).isEmpty();
        assertThat(LessonStep.SOFTMAX.target(layers)).isEmpty();
        assertThat(LessonStep.DRAW.target(layers)).contains("pad");
    }

    @Test
    void aModelThatOnlyPoolsAtItsEndAndOnlyHasADenseLayerHasTheseForThem() {
        List<LayerInfo> layers = layers(LayerKind.GLOBAL_POOLING, LayerKind.DENSE, LayerKind.OTHER);

        assertThat(LessonStep.POOLING.target(layers)).contains("layer-0");
        assertThat(LessonStep.SOFTMAX.target(layers)).contains("layer-1");
    }

    private static List<LayerInfo> layers(LayerKind... kinds) {
        List<LayerInfo> layers = new ArrayList<>();
        for (LayerKind kind : kinds) {
            layers.add(new LayerInfo(
                    "layer" + layers.size(),
                    kind,
                    new MapShape(4, 8, 8),
                    0,
                    Optional.empty(),
                    kind == LayerKind.ACTIVATION ? Optional.of("relu") : Optional.empty(),
                    List.of(layers.size() - 1)));
        }
        return layers;
    }
}
