package org.digitscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FoldsTest {

    @Test
    void samplesOfUnknownHandsAreDealtOutSingly() {
        int[] folds = Folds.of(Collections.nCopies(103, ""), 5, 7);

        for (int fold = 1; fold <= 5; fold++) {
            int wanted = fold;
            assertThat(Arrays.stream(folds).filter(each -> each == wanted).count())
                    .isBetween(20L, 21L);
        }
        assertThat(folds).isNotEqualTo(Folds.of(Collections.nCopies(103, ""), 5, 8));
        assertThat(folds).isEqualTo(Folds.of(Collections.nCopies(103, ""), 5, 7));
    }

    @Test
    void noWriterIsInTwoFoldsAndTheFoldsAreOfAboutTheSameSize() {
        // Writer i wrote 10 + i samples, in turns.
        List<String> writers = IntStream.range(0, 20)
                .boxed()
                .flatMap(round -> IntStream.range(0, 10)
                        .filter(writer -> round < 10 + writer)
                        .mapToObj(writer -> "w" + writer))
                .toList();

        int[] folds = Folds.of(writers, 3, 1);

        Map<String, Set<Integer>> foldsOf = new HashMap<>();
        for (int i = 0; i < folds.length; i++) {
            foldsOf.computeIfAbsent(writers.get(i), any -> new HashSet<>()).add(folds[i]);
        }
        assertThat(foldsOf)
                .hasSize(10)
                .allSatisfy((writer, seen) -> assertThat(seen).hasSize(1));
        for (int fold = 1; fold <= 3; fold++) {
            int wanted = fold;
            assertThat(Arrays.stream(folds).filter(each -> each == wanted).count())
                    .isBetween(writers.size() / 3L - 19, writers.size() / 3L + 19);
        }
        assertThat(Folds.parts(writers)).isEqualTo(10);
        assertThat(Folds.parts(List.of("a", "a", "a"))).isEqualTo(3);
    }

    @Test
    void meanAndDeviationAreThoseOfTheFolds() {
        CrossValidation result = new CrossValidation(List.of(0.9, 0.94, 0.98, 0.98));

        assertThat(result.mean()).isCloseTo(0.95, within(1e-12));
        // √((0.05² + 0.01² + 0.03² + 0.03²) / 3)
        assertThat(result.standardDeviation()).isCloseTo(Math.sqrt(0.0044 / 3), within(1e-12));
        assertThat(result.toJson()).containsEntry("crossValidation", 4).containsEntry("meanAccuracy", result.mean());
    }

    @Test
    void lossesAreThoseOfTheTextbook() {
        float[] probabilities = {9, 0.2f, 0.5f, 0.3f};

        assertThat(Loss.CROSS_ENTROPY.of(probabilities, 1, 3, 1)).isCloseTo(Math.log(2), within(1e-6));
        assertThat(Loss.MEAN_SQUARED_ERROR.of(probabilities, 1, 3, 1))
                .isCloseTo((0.04 + 0.25 + 0.09) / 3, within(1e-6));
    }
}
