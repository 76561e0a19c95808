package org.digitscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.digitscope.image.DigitImage;
import org.junit.jupiter.api.Test;

final class LayerSurveyTest {
    /** Its values are the image's first rows: unit 3 of ten is the pixel in column 3, row 0. */
    private final FakeNetwork network = new FakeNetwork(
            List.of(FakeNetwork.layer("output", LayerKind.OUTPUT, MapShape.units(10), LayerInfo.IMAGE)));

    @Test
    void mapIsDeadOnlyIfItIsZeroOnEveryImage() {
        List<LayerSurvey> survey = LayerSurvey.of(network, List.of(pixel(3, 51), pixel(7, 255), pixel(3, 102)));
        assertThat(survey).hasSize(1);
        assertThat(survey.get(0).deadMaps().stream().toArray()).containsExactly(0, 1, 2, 4, 5, 6, 8, 9);
        assertThat(survey.get(0).largestMagnitude()).isEqualTo(1);
    }

    @Test
    void magnitudeIsTheLargestOfAllImages() {
        assertThat(LayerSurvey.of(network, List.of(pixel(1, 51), pixel(2, 102)))
                        .get(0)
                        .largestMagnitude())
                .isEqualTo(0.4f);
    }

    @Test
    void nothingIsCalledDeadWithoutAnImage() {
        LayerSurvey survey = LayerSurvey.of(network, List.of()).get(0);
        assertThat(survey.deadMaps().isEmpty()).isTrue();
        assertThat(survey.largestMagnitude()).isZero();
    }

    private static DigitImage pixel(int column, int level) {
        byte[] levels = new byte[DigitImage.SIZE * DigitImage.SIZE];
        levels[column] = (byte) level;
        return DigitImage.ofLevels(levels);
    }
}
