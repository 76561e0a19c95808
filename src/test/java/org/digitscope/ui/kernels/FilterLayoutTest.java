package org.digitscope.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitscope.network.Kernels;
import org.junit.jupiter.api.Test;

final class FilterLayoutTest {
    @Test
    void allTilesFitAsLargeAsTheyCan() {
        Kernels kernels = kernels(32, 1);
        FilterLayout layout = FilterLayout.fit(kernels, 640, 240, 1);
        assertThat(layout.heightPx(32)).isLessThanOrEqualTo(240);
        assertThat(layout.left(layout.columns() - 1) + layout.tileWidthPx()).isLessThanOrEqualTo(640);
        assertThat(layout.tileWidthPx()).isEqualTo(3 * layout.cellPx()).isGreaterThan(45);
    }

    @Test
    void tooManyTilesStayLargeEnoughToBeSeen() {
        Kernels kernels = kernels(512, 256);
        FilterLayout layout = FilterLayout.fit(kernels, 640, 240, 1);
        assertThat(layout.cellPx()).isEqualTo(1);
        assertThat(layout.heightPx(512)).isGreaterThan(240);
    }

    @Test
    void kernelsFillWholeRowsWhereThatIsPossible() {
        assertThat(FilterLayout.fit(kernels(8, 32), 640, 240, 1).kernelColumns())
                .isEqualTo(8);
        assertThat(FilterLayout.fit(kernels(8, 64), 640, 240, 1).kernelColumns())
                .isEqualTo(8);
        assertThat(FilterLayout.fit(kernels(8, 37), 640, 240, 1).kernelColumns())
                .isEqualTo(7);
    }

    @Test
    void everyTileIsFoundWhereItLies() {
        FilterLayout layout = FilterLayout.fit(kernels(32, 1), 640, 240, 1);
        for (int place = 0; place < 32; place++) {
            assertThat(layout.at(layout.left(place), layout.top(place), 32)).isEqualTo(place);
            double right = layout.left(place) + layout.tileWidthPx() - 0.5;
            double bottom = layout.top(place) + layout.tileHeightPx() - 0.5;
            assertThat(layout.at(right, bottom, 32)).isEqualTo(place);
        }
        assertThat(layout.at(-1, 5, 32)).isEqualTo(-1);
        assertThat(layout.at(5, 5000, 32)).isEqualTo(-1);
        assertThat(layout.at(5000, 5, 32)).isEqualTo(-1);
    }

    private static Kernels kernels(int filters, int channels) {
        return new Kernels(filters, channels, 3, 3, new float[filters * channels * 9], new float[filters]);
    }
}
