package org.digitscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.explain.UnitArithmetic;
import org.digitscope.image.DigitImage;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;
import org.digitscope.network.WeightEdits;
import org.digitscope.ui.session.Session;

/** The arithmetic of the newest reading's units, with the weights as they are now. */
final class Units {
    private static final MapShape IMAGE = new MapShape(1, DigitImage.SIZE, DigitImage.SIZE);

    private final Session session;
    private List<LayerInfo> layers = List.of();
    private Optional<Inference> inference = Optional.empty();
    private Optional<Applied> newest = Optional.empty();

    /** Parameters with edits: a copy of all weights, so that it is kept while nothing changes. */
    private record Applied(LoadedModel model, int layer, WeightEdits edits, Optional<LayerParameters> parameters) {}

    Units(Session session) {
        this.session = session;
    }

    /** From now on of this reading, or of none. */
    void use(List<LayerInfo> ofLayers, Optional<Inference> next) {
        layers = ofLayers;
        inference = next;
    }

    /** How a value comes about; empty while nothing has been read. */
    Optional<UnitArithmetic> arithmetic(Spot unit) {
        return inference
                .filter(now -> unit.isPixel())
                .map(now -> UnitArithmetic.of(
                        layers, now, unit.layer(), parameters(unit.layer()), unit.map(), unit.x(), unit.y()));
    }

    /** The same value in the layers that follow as long as each works on it alone: its normalisation and activation. */
    List<Spot> followers(Spot unit) {
        List<Spot> followers = new ArrayList<>();
        int layer = unit.layer();
        Optional<Integer> next = onlyFollower(layer);
        while (next.isPresent() && worksAlone(layers.get(next.get()), layers.get(layer))) {
            layer = next.get();
            followers.add(new Spot(layer, unit.map(), unit.x(), unit.y()));
            next = onlyFollower(layer);
        }
        return followers;
    }

    private Optional<Integer> onlyFollower(int layer) {
        List<Integer> fed = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).inputs().contains(layer)) {
                fed.add(i);
            }
        }
        return fed.size() == 1 ? Optional.of(fed.get(0)) : Optional.empty();
    }

    private static boolean worksAlone(LayerInfo info, LayerInfo before) {
        boolean alone = info.kind() == LayerKind.BATCH_NORMALISATION || info.kind() == LayerKind.ACTIVATION;
        return alone && info.output().equals(before.output());
    }

    /** A layer's output, or the image; empty while nothing has been read. */
    Optional<FeatureMaps> maps(int layer) {
        return inference.map(now -> layer == LayerInfo.IMAGE
                ? new FeatureMaps(IMAGE, now.image().pixels())
                : now.outputs().get(layer));
    }

    private Optional<LayerParameters> parameters(int layer) {
        Optional<LoadedModel> model = session.modelProperty().get();
        if (model.isEmpty()) {
            return Optional.empty();
        }
        LoadedModel loaded = model.get();
        WeightEdits edits = session.editsProperty().get();
        if (edits.isEmpty()) {
            return loaded.parameters().get(layer);
        }
        Optional<Applied> kept = newest.filter(last -> last.layer() == layer
                && last.edits().equals(edits)
                && last.model().equals(loaded));
        if (kept.isEmpty()) {
            kept = Optional.of(new Applied(
                    loaded,
                    layer,
                    edits,
                    loaded.parameters()
                            .get(layer)
                            .map(original -> edits.throughNormalisation(
                                            loaded.network().layers())
                                    .applied(layer, original))));
            newest = kept;
        }
        return kept.get().parameters();
    }
}
