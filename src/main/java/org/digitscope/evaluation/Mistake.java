package org.digitscope.evaluation;

import java.util.Comparator;
import java.util.Optional;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;

/**
 * A digit that was taken for another.
 *
 * @param index which sample of its set, from 0
 * @param image what the network saw
 * @param truth its label, 0 to 9
 * @param answer what the network said
 * @param writer who wrote it, where the set says
 */
public record Mistake(long index, DigitImage image, int truth, Answer answer, Optional<String> writer) {

    /** The surest mistakes first, then by index, so that the order never varies. */
    static final Comparator<Mistake> WORST_FIRST = Comparator.comparingDouble(
                    (Mistake mistake) -> -mistake.answer().confidence())
            .thenComparingLong(Mistake::index);
}
