package org.digitscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadoutTest {
    private static final float[] OUTPUT = {0.01f, 0.02f, 0.6f, 0.1f, 0.05f, 0.05f, 0.05f, 0.05f, 0.04f, 0.03f};

    @Test
    void plainReadoutLeavesProbabilitiesAsTheyAre() {
        Answer answer = Readout.plain().read(OUTPUT, false);

        assertThat(answer.probabilities()).containsExactly(OUTPUT, within(1e-6f));
        assertThat(answer.prediction()).isEqualTo(2);
        assertThat(answer.confidence()).isCloseTo(0.6, within(1e-6));
        assertThat(answer.digitScore()).isCloseTo(0.6, within(1e-6));
        assertThat(answer.isDigit()).isTrue();
    }

    @Test
    void whatIsMoreLikelyNoDigitIsRefusedWhereNothingElseIsKnown() {
        float[] eleven = new float[11];
        eleven[3] = 0.45f;
        eleven[10] = 0.55f;

        assertThat(Readout.plain(11).read(eleven, false).isDigit()).isFalse();
        eleven[3] = 0.55f;
        eleven[10] = 0.45f;
        assertThat(Readout.plain(11).read(eleven, false).isDigit()).isTrue();
        assertThat(Readout.plain(10)).isEqualTo(Readout.plain());
    }

    @Test
    void temperatureTwoTakesSquareRoots() {
        float[] softened = new Readout(2, 0).read(OUTPUT, false).probabilities();

        double sum = 0;
        for (float value : OUTPUT) {
            sum += Math.sqrt(value);
        }
        for (int digit = 0; digit < 10; digit++) {
            assertThat((double) softened[digit]).isCloseTo(Math.sqrt(OUTPUT[digit]) / sum, within(1e-6));
        }
    }

    @Test
    void temperatureBelowOneSharpensAndKeepsTheOrder() {
        Answer sharpened = new Readout(0.5, 0).read(OUTPUT, false);

        assertThat(sharpened.confidence()).isGreaterThan(0.9);
        assertThat(sharpened.prediction()).isEqualTo(2);
        float sum = 0;
        for (float probability : sharpened.probabilities()) {
            sum += probability;
        }
        assertThat(sum).isCloseTo(1f, within(1e-6f));
    }

    @Test
    void theEleventhOutputIsTheScoreAndNeverAmongTheTen() {
        float[] eleven = new float[11];
        eleven[3] = 0.15f;
        eleven[8] = 0.05f;
        eleven[10] = 0.8f;

        Answer answer = new Readout(1, 0.3).read(eleven, false);

        assertThat(answer.probabilities()).hasSize(10);
        assertThat(answer.probabilities()[3]).isCloseTo(0.75f, within(1e-6f));
        assertThat(answer.digitScore()).isCloseTo(0.2, within(1e-6));
        assertThat(answer.isDigit()).isFalse();
        assertThat(new Readout(1, 0.1).read(eleven, false).isDigit()).isTrue();
    }

    @Test
    void belowTheThresholdNothingIsADigit() {
        assertThat(new Readout(1, 0.59).read(OUTPUT, false).isDigit()).isTrue();
        assertThat(new Readout(1, 0.61).read(OUTPUT, false).isDigit()).isFalse();
    }

    @Test
    void blankPaperIsNeverADigit() {
        Answer blank = Readout.plain().read(OUTPUT, true);

        assertThat(blank.isDigit()).isFalse();
        assertThat(blank.digitScore()).isZero();
    }

    @Test
    void certaintyOfOneDigitStaysFinite() {
        float[] certain = new float[10];
        certain[4] = 1;

        Answer answer = new Readout(0.05, 0).read(certain, false);

        assertThat(answer.probabilities()[4]).isEqualTo(1f);
        assertThat(answer.probabilities()[0]).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 101, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesTemperaturesOutOfRange(double temperature) {
        assertThatThrownBy(() -> new Readout(temperature, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesThresholdsOutOfRange(double threshold) {
        assertThatThrownBy(() -> new Readout(1, threshold)).isInstanceOf(IllegalArgumentException.class);
    }
}
