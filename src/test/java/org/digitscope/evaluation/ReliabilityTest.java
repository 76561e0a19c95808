package org.digitscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ReliabilityTest {
    private final Reliability reliability = new Reliability();

    @Test
    void expectedCalibrationErrorByHand() {
        // One bin with 0.70 and 0.72 (one right), one bin with 0.98 twice (both right).
        reliability.add(0.70, true);
        reliability.add(0.72, false);
        reliability.add(0.98, true);
        reliability.add(0.98, true);

        double expected = 2 / 4.0 * Math.abs(0.71 - 0.5) + 2 / 4.0 * Math.abs(0.98 - 1);
        assertThat(reliability.expectedCalibrationError()).isCloseTo(expected, within(1e-12));
        Reliability.Bin bin = reliability.bins().get(10);
        assertThat(bin.low()).isCloseTo(10 / 15.0, within(1e-12));
        assertThat(bin.count()).isEqualTo(2);
        assertThat(bin.confidence()).isCloseTo(0.71, within(1e-12));
        assertThat(bin.accuracy()).isEqualTo(0.5);
        assertThat(reliability.bins().get(0)).isEqualTo(new Reliability.Bin(0, 1 / 15.0, 0, 0, 0));
    }

    @Test
    void errorsInOneBinDoNotCancelThoseInAnother() {
        reliability.add(0.1, true);
        reliability.add(0.9, false);

        assertThat(reliability.expectedCalibrationError()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void certaintyBelongsToTheLastBin() {
        reliability.add(1, true);
        reliability.add(0, false);

        assertThat(reliability.bins().get(14).count()).isEqualTo(1);
        assertThat(reliability.bins().get(0).count()).isEqualTo(1);
        assertThat(reliability.expectedCalibrationError()).isZero();
    }

    @Test
    void withoutAnswersThereIsNoError() {
        assertThat(reliability.expectedCalibrationError()).isNaN();
    }
}
