package org.digitscope.ui.gallery;

import java.util.List;
import org.digitscope.ink.Drawing;
import org.digitscope.network.Answer;

/**
 * A drawing of the gallery.
 *
 * @param ink what is drawn
 * @param meant the digit that was meant
 * @param readings what each model reads, in the order of the models; empty while they have not read it
 */
record Exhibit(Drawing ink, String meant, List<Reading> readings) {
    Exhibit {
        readings = List.copyOf(readings);
    }

    /** What one model makes of a drawing. */
    record Reading(String model, Answer answer) {
        /** True if the model takes the drawing for what was meant. */
        boolean isRight(String meant) {
            return answer.isDigit() && String.valueOf(answer.prediction()).equals(meant);
        }
    }
}
