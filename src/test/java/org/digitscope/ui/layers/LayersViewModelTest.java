package org.digitscope.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCard;
import org.digitscope.explain.ReceptiveField;
import org.digitscope.image.InkRasterizer;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerSurvey;
import org.digitscope.network.MapShape;
import org.digitscope.ui.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LayersViewModelTest {
    private final Session session = new Session(new InkRasterizer(), reading -> {});
    private final LayersViewModel model = new LayersViewModel(session);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void convolutionReadsEveryMapAndPoolingItsOwn() {
        List<LayerInfo> layers = FakeNetwork.classic().layers();
        assertThat(LayersViewModel.connects(layers.get(1), 3, layers.get(2), 60))
                .isTrue();
        assertThat(LayersViewModel.connects(layers.get(0), 3, layers.get(1), 3)).isTrue();
        assertThat(LayersViewModel.connects(layers.get(0), 3, layers.get(1), 4)).isFalse();
        assertThat(LayersViewModel.connects(layers.get(4), 100, layers.get(5), 9))
                .isTrue();
        LayerInfo merged = FakeNetwork.layer("merged", LayerKind.CONCATENATION, new MapShape(40, 26, 26), 0);
        assertThat(LayersViewModel.connects(layers.get(0), 3, merged, 9)).isTrue();
    }

    @Test
    void arrowsWalkInRowsAndStopAtTheEnds() {
        use(FakeNetwork.classic());
        Spot first = Spot.map(0, 0);
        assertThat(model.walk(first, 5, 1, 0)).isEqualTo(Spot.map(0, 1));
        assertThat(model.walk(first, 5, 0, 1)).isEqualTo(Spot.map(0, 5));
        assertThat(model.walk(first, 5, -1, 0)).isEqualTo(first);
        assertThat(model.walk(first, 5, 0, -1)).isEqualTo(first);
        Spot last = Spot.map(0, 31);
        assertThat(model.walk(last, 5, 1, 0)).isEqualTo(last);
        assertThat(model.walk(last, 5, 0, 1)).isEqualTo(last);
        assertThat(model.walk(last, 5, 0, -1)).isEqualTo(Spot.map(0, 26));
    }

    @Test
    void walkThroughTheLayersStaysWithinThem() {
        use(FakeNetwork.classic());
        assertThat(model.walkLayers(Spot.map(4, 100), 1)).isEqualTo(Spot.map(5, 9));
        assertThat(model.walkLayers(Spot.map(5, 9), 1)).isEqualTo(Spot.map(5, 9));
        assertThat(model.walkLayers(Spot.map(0, 7), -1)).isEqualTo(Spot.map(0, 7));
    }

    @Test
    void knowsWhatALayerFeeds() {
        use(new FakeNetwork(List.of(
                FakeNetwork.layer("a", LayerKind.CONVOLUTION, new MapShape(4, 26, 26), LayerInfo.IMAGE),
                FakeNetwork.layer("b", LayerKind.CONVOLUTION, new MapShape(4, 26, 26), 0),
                FakeNetwork.layer("sum", LayerKind.ADDITION, new MapShape(4, 26, 26), 0, 1),
                FakeNetwork.layer("output", LayerKind.OUTPUT, MapShape.units(10), 2))));
        assertThat(model.fedBy(0)).containsExactly(1, 2);
        assertThat(model.fedBy(1)).containsExactly(2);
        assertThat(model.fedBy(3)).isEmpty();
    }

    @Test
    void pointsAtWhatAPixelCanDependOnAndNotAtWholeMaps() {
        use(FakeNetwork.classic());
        model.point(Optional.of(new Spot(0, 5, 3, 4)));
        assertThat(session.fieldProperty().get()).contains(new ReceptiveField(3, 4, 6, 7));
        model.point(Optional.of(Spot.map(0, 5)));
        assertThat(session.fieldProperty().get()).isEmpty();
    }

    @Test
    void deadnessAndTheScaleComeFromTheSurveyOfThisModel() {
        LoadedModel first = use(FakeNetwork.classic());
        assertThat(model.isDead(0, 2)).isFalse();
        BitSet dead = new BitSet();
        dead.set(2);
        session.setSurvey(first, List.of(new LayerSurvey(3.5f, dead)));
        assertThat(model.isDead(0, 2)).isTrue();
        assertThat(model.isDead(0, 3)).isFalse();
        assertThat(model.magnitude(0)).isEqualTo(3.5f);
        use(FakeNetwork.classic());
        assertThat(model.isDead(0, 2)).isFalse();
        session.setSurvey(first, List.of(new LayerSurvey(3.5f, dead)));
        assertThat(model.isDead(0, 2)).isFalse();
    }

    @Test
    void anotherModelForgetsWhatWasPointedAt() {
        use(FakeNetwork.classic());
        model.hoveredProperty().set(Optional.of(Spot.map(5, 9)));
        model.selectedProperty().set(Optional.of(Spot.map(5, 9)));
        model.openedProperty().set(Optional.of(Spot.map(5, 9)));
        use(new FakeNetwork());
        assertThat(model.hoveredProperty().get()).isEmpty();
        assertThat(model.selectedProperty().get()).isEmpty();
        assertThat(model.openedProperty().get()).isEmpty();
        assertThat(model.layersProperty().get()).hasSize(1);
    }

    private LoadedModel use(FakeNetwork network) {
        LoadedModel loaded = LoadedModel.of(ModelCard.unknown("fake", ""), network);
        session.use(loaded);
        return loaded;
    }
}
