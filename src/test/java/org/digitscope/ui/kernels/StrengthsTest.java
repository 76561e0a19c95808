package org.digitscope.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Kernels;
import org.digitscope.network.MapShape;
import org.junit.jupiter.api.Test;

final class StrengthsTest {
    /** Two filters with kernels of 1×2 for three maps. */
    private static final Kernels KERNELS =
            new Kernels(2, 3, 1, 2, new float[] {3, 4, 0, 1, -6, 8, 0, 0, 2, 0, 0, -2}, new float[] {9, 9});

    @Test
    void strengthIsTheLengthOfTheWeights() {
        assertThat(Strengths.ofKernel(KERNELS, 0, 0)).isEqualTo(5);
        assertThat(Strengths.ofKernel(KERNELS, 0, 2)).isEqualTo(10);
        assertThat(Strengths.ofFilter(KERNELS, 0)).isEqualTo(Math.sqrt(126), within(1e-12));
        assertThat(Strengths.ofFilter(KERNELS, 1)).isEqualTo(Math.sqrt(8), within(1e-12));
        assertThat(Strengths.largest(KERNELS)).isEqualTo(8);
    }

    @Test
    void strongestMapComesFirstAndEqualsStayInOrder() {
        assertThat(Strengths.channels(KERNELS, 0)).containsExactly(2, 0, 1);
        assertThat(Strengths.channels(KERNELS, 1)).containsExactly(1, 2, 0);
    }

    @Test
    void activityIsTheMeanMagnitude() {
        FeatureMaps maps = new FeatureMaps(new MapShape(2, 1, 2), new float[] {1, -3, 0, 0.5f});
        assertThat(Strengths.ofMap(maps, 0)).isEqualTo(2);
        assertThat(Strengths.ofMap(maps, 1)).isEqualTo(0.25);
    }
}
