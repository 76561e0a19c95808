package org.digitscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SeparationTest {
    private final Separation separation = new Separation();

    @Test
    void isTheShareOfPairsInWhichTheDigitIsAhead() {
        Random random = new Random(1);
        double[] digits = random.doubles(300).map(value -> 1 - value * value).toArray();
        double[] others = random.doubles(200).toArray();
        double ahead = 0;
        for (double digit : digits) {
            separation.add(digit, true);
            for (double other : others) {
                ahead += digit > other ? 1 : 0;
            }
        }
        for (double other : others) {
            separation.add(other, false);
        }

        assertThat(separation.area()).isCloseTo(ahead / (300 * 200), within(1e-3));
    }

    @Test
    void tellsScoresApartThatAreNearlyOne() {
        separation.add(1 - 1e-9, true);
        separation.add(1 - 1e-7, false);

        assertThat(separation.area()).isEqualTo(1);
    }

    @Test
    void certaintiesCountAndADrawIsHalf() {
        separation.add(1, true);
        separation.add(0, false);
        separation.add(1, false);

        assertThat(separation.area()).isEqualTo(0.75);
    }

    @Test
    void isNotKnownOfOneKindAlone() {
        separation.add(0.5, true);

        assertThat(separation.area()).isNaN();
    }
}
