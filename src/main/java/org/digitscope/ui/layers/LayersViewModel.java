package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.explain.ReceptiveField;
import org.digitscope.live.Reading;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.LayerSurvey;
import org.digitscope.network.MapShape;
import org.digitscope.network.WeightEdits;
import org.digitscope.ui.session.Session;

/** The layers of the current model with their newest outputs, and which map is pointed at, chosen or opened. */
public final class LayersViewModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<List<LayerInfo>> layers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<FeatureMaps>> outputs = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<Spot>> hovered = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Spot>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Spot>> opened = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Spot>> pinned = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty fitting = new SimpleBooleanProperty();
    private final Units units;

    public LayersViewModel(Session session) {
        this.session = session;
        this.units = new Units(session);
        session.modelProperty().addListener((property, before, model) -> {
            hovered.set(Optional.empty());
            selected.set(Optional.empty());
            opened.set(Optional.empty());
            units.use(List.of(), Optional.empty());
            outputs.set(List.of());
            layers.set(model.map(loaded -> loaded.network().layers()).orElse(List.of()));
        });
        session.readingProperty().addListener((property, before, reading) -> show(reading));
        pinned.addListener((property, before, unit) -> {
            if (unit.isEmpty()) {
                session.pointDigit(OptionalInt.empty());
            }
        });
        // Somebody who walks from map to map compares them at one place.
        opened.addListener((property, before, map) -> pinned.set(pinned.get()
                .flatMap(
                        pin -> map.filter(other -> other.layer() == pin.layer()).map(pin::in))));
    }

    /** Opens what another has open of the same model. */
    public void goOnFrom(LayersViewModel before) {
        selected.set(before.selected.get());
        opened.set(before.opened.get());
        pinned.set(before.pinned.get());
    }

    /** Whether all layers must be seen at once, without scrolling, however small they get. */
    public BooleanProperty fittingProperty() {
        return fitting;
    }

    /** The layers; empty until a model is loaded. */
    ReadOnlyObjectProperty<List<LayerInfo>> layersProperty() {
        return layers.getReadOnlyProperty();
    }

    /** One output a layer; empty until there is one. */
    ReadOnlyObjectProperty<List<FeatureMaps>> outputsProperty() {
        return outputs.getReadOnlyProperty();
    }

    /** What the pointer is on. */
    ObjectProperty<Optional<Spot>> hoveredProperty() {
        return hovered;
    }

    /** What the keyboard is on. */
    ObjectProperty<Optional<Spot>> selectedProperty() {
        return selected;
    }

    /** What the large view shows. */
    ObjectProperty<Optional<Spot>> openedProperty() {
        return opened;
    }

    /** The value whose arithmetic is shown, one of the opened map; empty if none is. */
    ObjectProperty<Optional<Spot>> pinnedProperty() {
        return pinned;
    }

    /** The arithmetic behind the outputs. */
    Units units() {
        return units;
    }

    /** The shape of the outputs of a spot's layer. */
    MapShape shape(Spot spot) {
        return layers.get().get(spot.layer()).output();
    }

    /**
     * The magnitude of the strongest colour of a layer: what it reaches over the reference digits, or now if that is
     * more.
     */
    float magnitude(int layer) {
        if (layer == LayerInfo.IMAGE) {
            return 1;
        }
        float now = outputs.get().isEmpty() ? 0 : outputs.get().get(layer).largestMagnitude();
        List<LayerSurvey> survey = session.surveyProperty().get();
        return layer < survey.size() ? Math.max(now, survey.get(layer).largestMagnitude()) : now;
    }

    /** True only if the map was zero on every one of the reference digits; nobody knows that of changed weights. */
    boolean isDead(int layer, int map) {
        List<LayerSurvey> survey = session.surveyProperty().get();
        return session.editsProperty().get().isEmpty()
                && layer < survey.size()
                && survey.get(layer).deadMaps().get(map);
    }

    ReadOnlyObjectProperty<List<LayerSurvey>> surveyProperty() {
        return session.surveyProperty();
    }

    /** The kernels as they are now, with what is changed about them. */
    Optional<Kernels> kernels(int layer) {
        Optional<Kernels> loaded =
                session.modelProperty().get().map(LoadedModel::kernels).flatMap(all -> all.get(layer));
        WeightEdits edits = session.editsProperty().get();
        return edits.isEmpty()
                ? loaded
                : loaded.map(LayerParameters.Convolution::new)
                        .map(original -> edits.applied(layer, original))
                        .filter(LayerParameters.Convolution.class::isInstance)
                        .map(changed -> ((LayerParameters.Convolution) changed).kernels());
    }

    /** What is changed about the model's weights. */
    ReadOnlyObjectProperty<WeightEdits> editsProperty() {
        return session.editsProperty();
    }

    /** The digit that is marked among the bars and in the arithmetic of a softmax. */
    ReadOnlyObjectProperty<OptionalInt> pointedDigitProperty() {
        return session.pointedDigitProperty();
    }

    void pointDigit(OptionalInt digit) {
        session.pointDigit(digit);
    }

    /** Opens a map, or closes it if it is open; a unit, which is one value, with its arithmetic. */
    void toggle(Spot map) {
        boolean open = opened.get().equals(Optional.of(map));
        selected.set(Optional.of(map));
        opened.set(open ? Optional.empty() : Optional.of(map));
        if (!open && shape(map).isUnits()) {
            pinned.set(Optional.of(map.first()));
        }
    }

    /** The pinned value, if it is one of the opened map; while another map is being opened, the pin is that of the last. */
    Optional<Spot> pinned() {
        return pinned.get()
                .filter(pin -> opened.get()
                        .filter(map -> map.layer() == pin.layer() && map.map() == pin.map())
                        .isPresent());
    }

    /** Outlines what a value can depend on, in the 28×28 and on the pad. */
    void point(Optional<Spot> spot) {
        session.point(spot.filter(Spot::isPixel)
                .map(pixel -> ReceptiveField.of(layers.get(), pixel.layer(), pixel.x(), pixel.y())));
    }

    /** The layers that a layer feeds. */
    List<Integer> fedBy(int layer) {
        List<Integer> fed = new ArrayList<>();
        for (int i = 0; i < layers.get().size(); i++) {
            if (layers.get().get(i).inputs().contains(layer)) {
                fed.add(i);
            }
        }
        return fed;
    }

    /**
     * Which maps of a layer feed a map of a layer that it feeds.
     *
     * @return all of them where each map has its own weights for each, else the one with the same index
     */
    static boolean connects(LayerInfo from, int fromMap, LayerInfo to, int toMap) {
        return switch (to.kind()) {
            case CONVOLUTION, DENSE, OUTPUT, OTHER, CONCATENATION -> true;
            default -> from.output().maps() != to.output().maps() || fromMap == toMap;
        };
    }

    /** The map that a step leads to; stays where it is at an edge. */
    Spot walk(Spot from, int columnsInRow, int dx, int dy) {
        int maps = layers.get().get(from.layer()).output().maps();
        int target = from.map() + dx + dy * columnsInRow;
        return target >= 0 && target < maps ? Spot.map(from.layer(), target) : from;
    }

    /** The same place in a neighbouring layer. */
    Spot walkLayers(Spot from, int by) {
        int layer = Math.max(0, Math.min(layers.get().size() - 1, from.layer() + by));
        MapShape shape = layers.get().get(layer).output();
        return Spot.map(layer, Math.min(from.map(), shape.maps() - 1));
    }

    private void show(Optional<Reading> reading) {
        Optional<Inference> fitting = reading.flatMap(Reading::inference).filter(this::fits);
        units.use(layers.get(), fitting);
        outputs.set(fitting.map(Inference::outputs).orElse(List.of()));
    }

    private boolean fits(Inference inference) {
        List<FeatureMaps> next = inference.outputs();
        boolean fits = next.size() == layers.get().size();
        for (int i = 0; fits && i < next.size(); i++) {
            fits = next.get(i).shape().equals(layers.get().get(i).output());
        }
        return fits;
    }
}
