package org.digitscope.evaluation;

import java.util.Comparator;
import java.util.Optional;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;

/**
 * What is no digit and was taken for one.
 *
 * @param index which sample of its set, from 0
 * @param image what the network saw
 * @param label what it is
 * @param answer what the network said
 * @param writer who wrote it, where the set says
 */
public record Accepted(long index, DigitImage image, String label, Answer answer, Optional<String> writer) {

    /** The surest first, then by index, so that the order never varies. */
    static final Comparator<Accepted> WORST_FIRST = Comparator.comparingDouble(
                    (Accepted accepted) -> -accepted.answer().digitScore())
            .thenComparingLong(Accepted::index);
}
