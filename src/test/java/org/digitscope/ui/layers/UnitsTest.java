package org.digitscope.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCard;
import org.digitscope.image.InkRasterizer;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.digitscope.ui.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class UnitsTest {
    private static final MapShape MAPS = new MapShape(4, 26, 26);

    private final Session session = new Session(new InkRasterizer(), reading -> {});
    private final LayersViewModel model = new LayersViewModel(session);
    private final Units units = model.units();

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void normalisationAndActivationFollowAConvolutionUntilValuesAreMixed() {
        units.use(
                List.of(
                        FakeNetwork.layer("a", LayerKind.CONVOLUTION, MAPS, LayerInfo.IMAGE),
                        FakeNetwork.layer("norm", LayerKind.BATCH_NORMALISATION, MAPS, 0),
                        FakeNetwork.layer("relu", LayerKind.ACTIVATION, MAPS, 1),
                        FakeNetwork.layer("b", LayerKind.CONVOLUTION, new MapShape(4, 24, 24), 2)),
                Optional.empty());
        assertThat(units.followers(new Spot(0, 3, 5, 6))).containsExactly(new Spot(1, 3, 5, 6), new Spot(2, 3, 5, 6));
        assertThat(units.followers(new Spot(2, 3, 5, 6))).isEmpty();
    }

    @Test
    void layerThatFeedsTwoIsFollowedByNeither() {
        units.use(
                List.of(
                        FakeNetwork.layer("a", LayerKind.CONVOLUTION, MAPS, LayerInfo.IMAGE),
                        FakeNetwork.layer("norm", LayerKind.BATCH_NORMALISATION, MAPS, 0),
                        FakeNetwork.layer("sum", LayerKind.ADDITION, MAPS, 0, 1)),
                Optional.empty());
        assertThat(units.followers(new Spot(0, 3, 5, 6))).isEmpty();
    }

    @Test
    void thereIsNoArithmeticBeforeTheFirstReading() {
        use(FakeNetwork.classic());
        assertThat(units.arithmetic(new Spot(0, 0, 1, 1))).isEmpty();
        assertThat(units.maps(LayerInfo.IMAGE)).isEmpty();
    }

    @Test
    void pinFollowsTheOpenedMapInItsLayerAndGoesWithIt() {
        use(FakeNetwork.classic());
        model.openedProperty().set(Optional.of(Spot.map(2, 5)));
        model.pinnedProperty().set(Optional.of(new Spot(2, 5, 3, 4)));
        model.openedProperty().set(Optional.of(Spot.map(2, 6)));
        assertThat(model.pinnedProperty().get()).contains(new Spot(2, 6, 3, 4));
        model.openedProperty().set(Optional.of(Spot.map(3, 6)));
        assertThat(model.pinnedProperty().get()).isEmpty();
        model.pinnedProperty().set(Optional.of(new Spot(3, 6, 0, 0)));
        model.openedProperty().set(Optional.empty());
        assertThat(model.pinnedProperty().get()).isEmpty();
    }

    private void use(FakeNetwork network) {
        session.use(LoadedModel.of(ModelCard.unknown("fake", ""), network));
    }
}
