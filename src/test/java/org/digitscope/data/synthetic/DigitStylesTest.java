package org.digitscope.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkBounds;
import org.junit.jupiter.api.Test;

final class DigitStylesTest {
    @Test
    void sameGeneratorGivesTheSameDrawingsOnEveryPlatform() {
        Fingerprint fingerprint = new Fingerprint();
        for (int digit = 0; digit <= 9; digit++) {
            SplittableRandom random = new SplittableRandom(digit);
            for (int i = 0; i < 20; i++) {
                fingerprint.add(DigitStyles.draw(digit, random));
            }
        }
        assertThat(fingerprint.value()).isEqualTo("c5451af482bf8496");
    }

    @Test
    void drawingsLieOnThePadAndHaveAFewHundredPointsAtMost() {
        for (int digit = 0; digit <= 9; digit++) {
            SplittableRandom random = new SplittableRandom(100 + digit);
            for (int i = 0; i < 1000; i++) {
                Drawing drawing = DigitStyles.draw(digit, random);
                assertThat(drawing.pointCount()).isBetween(2, 400);
                InkBounds bounds = InkBounds.of(drawing).orElseThrow();
                assertThat(bounds.minX()).isBetween(0.0, 280.0);
                assertThat(bounds.minY()).isBetween(0.0, 280.0);
                assertThat(bounds.maxX()).isBetween(bounds.minX(), 280.0);
                assertThat(bounds.maxY()).isBetween(bounds.minY(), 280.0);
                assertThat(Math.max(bounds.width(), bounds.height())).isGreaterThan(50);
            }
        }
    }

    @Test
    void noTwoDrawingsOfADigitAreAlike() {
        for (int digit = 0; digit <= 9; digit++) {
            SplittableRandom random = new SplittableRandom(200 + digit);
            Set<Drawing> seen = new HashSet<>();
            for (int i = 0; i < 300; i++) {
                assertThat(seen.add(DigitStyles.draw(digit, random))).isTrue();
            }
        }
    }

    @Test
    void everyDigitIsDrawnWithOneStrokeAndWithSeveral() {
        for (int digit = 0; digit <= 9; digit++) {
            SplittableRandom random = new SplittableRandom(300 + digit);
            Set<Boolean> severalStrokes = new HashSet<>();
            for (int i = 0; i < 300; i++) {
                severalStrokes.add(DigitStyles.draw(digit, random).strokes().size() > 1);
            }
            assertThat(severalStrokes).as("digit %d", digit).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void onesStandUpright() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            InkBounds bounds = InkBounds.of(DigitStyles.draw(1, random)).orElseThrow();
            assertThat(bounds.width()).isLessThan(1.1 * bounds.height());
        }
    }

    @Test
    void refusesWhatIsNoDigit() {
        assertThatIllegalArgumentException().isThrownBy(() -> DigitStyles.draw(10, new SplittableRandom(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> DigitStyles.draw(-1, new SplittableRandom(1)));
    }
}
