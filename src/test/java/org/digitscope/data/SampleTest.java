package org.digitscope.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.digitscope.image.DigitImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SampleTest {
    @Test
    void digitIsWhatTheLabelSays() {
        assertThat(Sample.of(DigitImage.blank(), "0").digit()).hasValue(0);
        assertThat(Sample.of(DigitImage.blank(), "9").digit()).hasValue(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "", "10", "07", "x", "-1", "٣"})
    void otherLabelsAreNoDigit(String label) {
        assertThat(Sample.of(DigitImage.blank(), label).digit()).isEmpty();
    }

    @Test
    void withoutALabelThereIsNoDigit() {
        Sample sample = new Sample(DigitImage.blank(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(sample.digit()).isEmpty();
    }
}
