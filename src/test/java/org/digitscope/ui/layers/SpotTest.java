package org.digitscope.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.network.MapShape;
import org.junit.jupiter.api.Test;

final class SpotTest {
    private static final MapShape SHAPE = new MapShape(4, 2, 3);

    @Test
    void walkSeesEveryValueOnceRowByRow() {
        List<Spot> seen = new ArrayList<>();
        for (Optional<Spot> spot = Spot.map(1, 2).next(SHAPE);
                spot.isPresent();
                spot = spot.get().next(SHAPE)) {
            seen.add(spot.get());
        }
        assertThat(seen)
                .containsExactly(
                        new Spot(1, 2, 0, 0),
                        new Spot(1, 2, 1, 0),
                        new Spot(1, 2, 2, 0),
                        new Spot(1, 2, 0, 1),
                        new Spot(1, 2, 1, 1),
                        new Spot(1, 2, 2, 1));
        assertThat(seen.get(5)).isEqualTo(Spot.map(1, 2).last(SHAPE));
    }

    @Test
    void stepsStopAtTheEdges() {
        Spot corner = new Spot(1, 2, 0, 0);
        assertThat(corner.moved(-1, 0, SHAPE)).isEqualTo(corner);
        assertThat(corner.moved(0, -1, SHAPE)).isEqualTo(corner);
        assertThat(corner.moved(1, 1, SHAPE)).isEqualTo(new Spot(1, 2, 1, 1));
        assertThat(new Spot(1, 2, 2, 1).moved(1, 1, SHAPE)).isEqualTo(new Spot(1, 2, 2, 1));
        assertThat(Spot.map(1, 2).moved(1, 0, SHAPE)).isEqualTo(corner);
    }
}
