package org.digitscope.ui.common;

import java.text.NumberFormat;
import java.util.Locale;

/** Writes probabilities as percentages, in the window and what is exported from it alike. For one thread. */
public final class Percentage {
    private final NumberFormat format;

    public Percentage(Locale locale) {
        this.format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
    }

    /** A probability below a thousandth is not told as nothing, nor one that is nearly 1 as all. */
    public String of(double probability) {
        if (probability > 0 && probability < 0.001) {
            return "< " + format.format(0.001);
        }
        return probability < 1 && probability > 0.999 ? "> " + format.format(0.999) : format.format(probability);
    }
}
