package org.digitscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class GrowthTest {
    private static final List<List<Integer>> SEVEN = List.of(List.of(1, 2, 3, 4), List.of(7, 8));

    @Test
    void comesFromItselfAndFromWhatItWasBefore() {
        assertThat(isFrom(SEVEN, List.of(List.of(1, 2, 3, 4), List.of(7, 8)))).isTrue();
        assertThat(isFrom(SEVEN, List.of(List.of(1, 2, 3, 4), List.of(7, 8, 9))))
                .isTrue();
        assertThat(isFrom(SEVEN, List.of(List.of(1, 2, 3, 4), List.of(7, 8), List.of(5))))
                .isTrue();
        assertThat(isFrom(SEVEN, List.of(List.of(1, 2, 3, 4), List.of(7, 8, 9), List.of(5))))
                .isTrue();
    }

    @Test
    void doesNotComeFromWhatWasTakenBackOrDrawnAnew() {
        assertThat(isFrom(SEVEN, List.of(List.of(1, 2, 3, 4)))).isFalse();
        assertThat(isFrom(SEVEN, List.of(List.of(1, 2, 3, 4), List.of(7)))).isFalse();
        assertThat(isFrom(SEVEN, List.of(List.of(1, 2, 3, 4), List.of(7, 9, 8))))
                .isFalse();
        assertThat(isFrom(SEVEN, List.of(List.of(1, 2, 3, 4, 5), List.of(7, 8))))
                .isFalse();
        assertThat(isFrom(SEVEN, List.of())).isFalse();
    }

    @Test
    void nothingComesFromNothing() {
        assertThat(isFrom(List.of(), List.of())).isTrue();
        assertThat(isFrom(List.of(), SEVEN)).isFalse();
    }

    private static boolean isFrom(List<List<Integer>> before, List<List<Integer>> now) {
        return Growth.isFrom(before, now, Function.identity());
    }
}
