package org.digitscope.ui.kernels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.live.Reading;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.Kernels;
import org.digitscope.network.WeightEdits;
import org.digitscope.network.WeightEdits.Filter;
import org.digitscope.network.WeightEdits.Weight;
import org.digitscope.ui.session.Session;

/**
 * The convolutions of the current model with their weights as they are changed; which layer, filter, input map and
 * weight is chosen. For the JavaFX thread, which it never blocks.
 */
public final class KernelsViewModel implements AutoCloseable {
    private final Session session;
    private final EditEffect effect;
    private final FilterLikes likes;
    private final ReadOnlyObjectWrapper<List<Integer>> convolutions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Kernels>> kernels = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FeatureMaps>> output = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Integer>> filters = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Weight>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<WeightEdits> edits = new ReadOnlyObjectWrapper<>(WeightEdits.none());
    private final ObjectProperty<FilterOrder> order = new SimpleObjectProperty<>(FilterOrder.INDEX);
    private final IntegerProperty hovered = new SimpleIntegerProperty(-1);
    private float magnitude;
    private boolean active;

    /**
     * @param samples what filters are shown to find what excites them; asked on another thread, when somebody wants to
     *     know
     * @param fxThread hands work to the JavaFX thread
     */
    public KernelsViewModel(Session session, Supplier<Samples> samples, Executor fxThread) {
        this.session = session;
        this.effect = new EditEffect(session, fxThread);
        this.likes = new FilterLikes(session, samples, fxThread);
        session.modelProperty().addListener((property, before, model) -> use(model));
        session.editsProperty().addListener((property, before, now) -> {
            edits.set(now);
            likes.forget();
            weigh();
        });
        session.readingProperty().addListener((property, before, reading) -> read());
        order.addListener((property, before, now) -> sort());
        chosen.addListener((property, before, weight) ->
                likes.setFilter(weight.map(where -> new Filter(where.layer(), where.filter()))));
        use(session.modelProperty().get());
        edits.set(session.editsProperty().get());
        weigh();
    }

    /** Chooses what another has chosen of the same model. */
    public void goOnFrom(KernelsViewModel before) {
        order.set(before.order.get());
        before.chosen.get().ifPresent(weight -> {
            chooseLayer(weight.layer());
            chosen.set(Optional.of(weight));
        });
    }

    /** Indices of the layers that have kernels. */
    ReadOnlyObjectProperty<List<Integer>> convolutionsProperty() {
        return convolutions.getReadOnlyProperty();
    }

    /** The weights of the chosen layer as they are now, changes included. */
    ReadOnlyObjectProperty<Optional<Kernels>> kernelsProperty() {
        return kernels.getReadOnlyProperty();
    }

    /** The newest output of the chosen layer. */
    ReadOnlyObjectProperty<Optional<FeatureMaps>> outputProperty() {
        return output.getReadOnlyProperty();
    }

    /** The filters of the chosen layer as they are sorted. */
    ReadOnlyObjectProperty<List<Integer>> filtersProperty() {
        return filters.getReadOnlyProperty();
    }

    ObjectProperty<FilterOrder> orderProperty() {
        return order;
    }

    /** The chosen weight, and with it the layer, the filter and the input map; absent without a convolution. */
    ReadOnlyObjectProperty<Optional<Weight>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The filter under the pointer, −1 if there is none. */
    IntegerProperty hoveredProperty() {
        return hovered;
    }

    /** What is changed about the current model. */
    ReadOnlyObjectProperty<WeightEdits> editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /** The model in use, with convolutions or without. */
    ReadOnlyObjectProperty<Optional<LoadedModel>> modelProperty() {
        return session.modelProperty();
    }

    EditEffect effect() {
        return effect;
    }

    FilterLikes likes() {
        return likes;
    }

    /** What is looked at: the filter under the pointer with its strongest kernel, else what is chosen. */
    Optional<Weight> shown() {
        int under = hovered.get();
        return chosen.get()
                .map(weight ->
                        under < 0 || under == weight.filter() || kernels.get().isEmpty()
                                ? weight
                                : strongest(weight, under, kernels.get().get()));
    }

    /** While it is not looked at, nothing is sorted or computed. */
    void setActive(boolean on) {
        active = on;
        effect.setActive(on);
        if (on) {
            read();
        } else {
            hovered.set(-1);
            likes.cancel();
        }
    }

    void chooseLayer(int layer) {
        if (chosen.get().filter(weight -> weight.layer() == layer).isEmpty()) {
            begin(layer);
        }
    }

    /** Chooses a filter and the kernel with which it reads most. */
    void chooseFilter(int filter) {
        chosen.get()
                .filter(weight -> weight.filter() != filter)
                .ifPresent(weight ->
                        kernels.get().ifPresent(all -> chosen.set(Optional.of(strongest(weight, filter, all)))));
    }

    void chooseChannel(int channel) {
        chosen.set(chosen.get()
                .map(weight -> new Weight(weight.layer(), weight.filter(), channel, weight.x(), weight.y())));
    }

    /** Chooses a weight of the chosen kernel. */
    void chooseCell(int x, int y) {
        chosen.set(chosen.get().map(weight -> new Weight(weight.layer(), weight.filter(), weight.channel(), x, y)));
    }

    /** What a weight is now; that of a silenced filter is zero. */
    float value(Weight weight) {
        return kernels.get()
                .map(all -> all.at(weight.filter(), weight.channel(), weight.x(), weight.y()))
                .orElse(0f);
    }

    /** What a weight of the chosen layer was when the model was loaded. */
    float loadedValue(Weight weight) {
        return loaded(weight.layer())
                .map(all -> all.at(weight.filter(), weight.channel(), weight.x(), weight.y()))
                .orElse(0f);
    }

    /** The largest magnitude among the layer's weights, as loaded or as changed: that of the strongest colour. */
    float magnitude() {
        return magnitude;
    }

    /** The mean magnitude of a filter's map in the newest reading. */
    OptionalDouble activity(int filter) {
        return output.get().isPresent()
                ? OptionalDouble.of(Strengths.ofMap(output.get().get(), filter))
                : OptionalDouble.empty();
    }

    /** Changes a weight; back to its loaded value, it is no change any more. */
    void setWeight(Weight weight, float value) {
        WeightEdits now = edits.get();
        if (value == loadedValue(weight)) {
            Map<Weight, Float> others = new LinkedHashMap<>(now.weights());
            others.remove(weight);
            edit(new WeightEdits(others, now.silencedFilters(), now.silencedBiases()));
        } else {
            edit(now.withWeight(weight, value));
        }
    }

    void silenceFilter(boolean silenced) {
        chosen.get()
                .ifPresent(weight ->
                        edit(edits.get().withFilterSilenced(new Filter(weight.layer(), weight.filter()), silenced)));
    }

    void silenceBiases(boolean silenced) {
        chosen.get().ifPresent(weight -> edit(edits.get().withBiasesSilenced(weight.layer(), silenced)));
    }

    /** Makes the network again what was loaded. */
    void reset() {
        edit(WeightEdits.none());
    }

    boolean isSilenced(int filter) {
        return chosen.get()
                .filter(weight -> edits.get().silencedFilters().contains(new Filter(weight.layer(), filter)))
                .isPresent();
    }

    /** Whether all biases of the chosen layer are zero. */
    boolean areBiasesSilenced() {
        return chosen.get()
                .filter(weight -> edits.get().silencedBiases().contains(weight.layer()))
                .isPresent();
    }

    /** Whether a weight of the kernel has another value than it was loaded with. */
    boolean isChanged(int filter, int channel) {
        return chosen.get()
                .filter(weight -> edits.get().weights().keySet().stream()
                        .anyMatch(changed -> changed.layer() == weight.layer()
                                && changed.filter() == filter
                                && changed.channel() == channel))
                .isPresent();
    }

    /** Whether a weight of the filter has another value than it was loaded with. */
    boolean isChanged(int filter) {
        return chosen.get()
                .filter(weight -> edits.get().weights().keySet().stream()
                        .anyMatch(changed -> changed.layer() == weight.layer() && changed.filter() == filter))
                .isPresent();
    }

    /** The number of changed weights and of switches that are on. */
    int changes() {
        WeightEdits now = edits.get();
        return now.weights().size()
                + now.silencedFilters().size()
                + now.silencedBiases().size();
    }

    /** Ends what runs in the background. */
    @Override
    public void close() {
        likes.close();
    }

    private void edit(WeightEdits changed) {
        if (!changed.equals(edits.get())) {
            session.edit(changed);
        }
    }

    private void use(Optional<LoadedModel> model) {
        likes.forget();
        // The session forgets its edits after this.
        edits.set(WeightEdits.none());
        output.set(Optional.empty());
        List<Integer> next = model.map(
                        loaded -> IntStream.range(0, loaded.parameters().size())
                                .filter(layer -> ModelKernels.of(loaded, layer).isPresent())
                                .boxed()
                                .toList())
                .orElse(List.of());
        chosen.set(Optional.empty());
        hovered.set(-1);
        kernels.set(Optional.empty());
        filters.set(List.of());
        convolutions.set(next);
        if (!next.isEmpty()) {
            begin(next.get(0));
        }
    }

    /** Chooses a layer's first filter. */
    private void begin(int layer) {
        hovered.set(-1);
        Kernels all = applied(layer).orElseThrow();
        Weight centre = new Weight(layer, 0, 0, (all.width() - 1) / 2, (all.height() - 1) / 2);
        // Nobody may meet the choice of one layer with the weights of another.
        kernels.set(Optional.empty());
        filters.set(List.of());
        output.set(Optional.empty());
        chosen.set(Optional.of(strongest(centre, 0, all)));
        weigh();
        read();
    }

    private void weigh() {
        Optional<Kernels> now = chosen.get().flatMap(weight -> applied(weight.layer()));
        Optional<Kernels> before = chosen.get().flatMap(weight -> loaded(weight.layer()));
        magnitude = Math.max(
                now.map(Strengths::largest).orElse(0f),
                before.map(Strengths::largest).orElse(0f));
        kernels.set(now);
        sort();
    }

    private void read() {
        if (active) {
            output.set(chosen.get().flatMap(weight -> output(weight.layer())));
            if (order.get() == FilterOrder.ACTIVITY || filters.get().isEmpty()) {
                sort();
            }
        }
    }

    private void sort() {
        if (kernels.get().isEmpty()) {
            filters.set(List.of());
            return;
        }
        Kernels all = kernels.get().get();
        List<Integer> sorted = switch (order.get()) {
            case INDEX -> Strengths.descending(all.filters(), filter -> 0);
            case NORM -> Strengths.descending(all.filters(), filter -> Strengths.ofFilter(all, filter));
            case ACTIVITY ->
                Strengths.descending(all.filters(), filter -> activity(filter).orElse(0));
        };
        if (!sorted.equals(filters.get())) {
            // The tiles move away from under the pointer.
            hovered.set(-1);
            filters.set(sorted);
        }
    }

    private Optional<FeatureMaps> output(int layer) {
        return session.modelProperty()
                .get()
                .flatMap(model -> session.readingProperty()
                        .get()
                        .flatMap(Reading::inference)
                        .map(Inference::outputs)
                        .filter(outputs ->
                                outputs.size() == model.network().layers().size())
                        .map(outputs -> outputs.get(layer))
                        .filter(maps -> maps.shape()
                                .equals(model.network().layers().get(layer).output())));
    }

    /** The weights of a layer as loaded, absent if it is no convolution. */
    Optional<Kernels> loaded(int layer) {
        return session.modelProperty().get().flatMap(model -> ModelKernels.of(model, layer));
    }

    private Optional<Kernels> applied(int layer) {
        return session.modelProperty().get().flatMap(model -> ModelKernels.of(model, layer, edits.get()));
    }

    private static Weight strongest(Weight weight, int filter, Kernels kernels) {
        int channel = Strengths.channels(kernels, filter).get(0);
        return new Weight(weight.layer(), filter, channel, weight.x(), weight.y());
    }
}
