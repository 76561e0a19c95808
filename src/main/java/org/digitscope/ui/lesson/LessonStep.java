package org.digitscope.ui.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.digitscope.network.LayerInfo;

/** The steps of the lesson in their order; each points at something real and asks for something to be done. */
enum LessonStep {
    DRAW("lesson.draw", Tab.LAYERS, "pad"),
    SEEN("lesson.seen", Tab.LAYERS, "seen"),
    CONVOLUTION("lesson.convolution", Tab.LAYERS, LessonLayers::convolution),
    RELU("lesson.relu", Tab.LAYERS, LessonLayers::relu),
    POOLING("lesson.pooling", Tab.LAYERS, LessonLayers::pooling),
    SOFTMAX("lesson.softmax", Tab.LAYERS, LessonLayers::output),
    WHY("lesson.why", Tab.EXPLAIN, "explain"),
    FAILS("lesson.fails", Tab.LAYERS, "model");

    /** The views of the middle, in the order of their buttons. */
    enum Tab {
        LAYERS,
        EXPLAIN,
        KERNELS
    }

    private final String key;
    private final Tab tab;
    private final Function<List<LayerInfo>, Optional<String>> target;

    LessonStep(String key, Tab tab, String id) {
        this.key = key;
        this.tab = tab;
        this.target = layers -> Optional.of(id);
    }

    LessonStep(String key, Tab tab, LayerChoice choice) {
        this.key = key;
        this.tab = tab;
        this.target = layers -> choice.in(layers).map(layer -> "layer-" + layer);
    }

    /** Chooses a layer by what it is. */
    @FunctionalInterface
    private interface LayerChoice {
        Optional<Integer> in(List<LayerInfo> layers);
    }

    /** Of its texts. */
    String key() {
        return key;
    }

    /** What the middle of the window shows meanwhile. */
    Tab tab() {
        return tab;
    }

    /** The id of what is pointed at; absent if the model has no such layer. */
    Optional<String> target(List<LayerInfo> layers) {
        return target.apply(layers);
    }

    /** Counted from 1, for people. */
    int number() {
        return ordinal() + 1;
    }

    static int count() {
        return values().length;
    }
}
