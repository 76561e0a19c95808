package org.digitscope.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TileLayoutTest {
    @Test
    void takesTheLargestTilesThatAllFit() {
        TileLayout layout = TileLayout.fit(32, 1, 100, 200, 96, 2);
        assertThat(layout).isEqualTo(new TileLayout(4, 8, 23, 2));
        assertThat(layout.widthPx()).isLessThanOrEqualTo(100);
        assertThat(layout.heightPx()).isLessThanOrEqualTo(200);
        assertThat(layout.left(5)).isEqualTo(25);
        assertThat(layout.top(5)).isEqualTo(25);
    }

    @Test
    void takesWholeMultiplesOfAMapWhereThatCostsLittle() {
        assertThat(TileLayout.fit(1, 26, 55, 55, 96, 2).tilePx()).isEqualTo(52);
        assertThat(TileLayout.fit(1, 26, 45, 45, 96, 2).tilePx()).isEqualTo(45);
    }

    @Test
    void neverTakesLargerTilesThanAllowed() {
        assertThat(TileLayout.fit(2, 1, 1000, 1000, 40, 2).tilePx()).isEqualTo(40);
    }

    @Test
    void hasPlaceForEverythingHoweverNarrow() {
        TileLayout layout = TileLayout.fit(500, 1, 20, 20, 96, 2);
        assertThat(layout.tilePx()).isEqualTo(3);
        assertThat(layout.columns() * layout.rows()).isGreaterThanOrEqualTo(500);
    }

    @Property(tries = 200)
    void pointInATileIsThatTile(
            @ForAll @IntRange(min = 1, max = 300) int tiles,
            @ForAll @IntRange(min = 1, max = 28) int side,
            @ForAll @IntRange(min = 10, max = 900) int width,
            @ForAll @IntRange(min = 10, max = 900) int height) {
        TileLayout layout = TileLayout.fit(tiles, side, width, height, 96, 2);
        assertThat(layout.columns() * layout.rows()).isGreaterThanOrEqualTo(tiles);
        for (int tile = 0; tile < tiles; tile++) {
            double x = layout.left(tile) + layout.tilePx() * 0.5;
            double y = layout.top(tile) + layout.tilePx() * 0.5;
            assertThat(layout.at(x, y, tiles)).isEqualTo(tile);
        }
        assertThat(layout.at(-1, 1, tiles)).isEqualTo(-1);
        assertThat(layout.at(layout.widthPx() + 1, 1, tiles)).isEqualTo(-1);
    }
}
