package org.digitscope.ink;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as ink files show them: at most three decimals, none if they are zero, never an exponent. */
final class InkNumbers {
    private static final int DECIMALS = 3;

    private InkNumbers() {}

    static String text(double number) {
        return BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
