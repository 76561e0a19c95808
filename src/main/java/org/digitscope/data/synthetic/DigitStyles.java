package org.digitscope.data.synthetic;

import java.util.SplittableRandom;
import org.digitscope.ink.Drawing;

/**
 * Invented digits as people draw them with a mouse, a finger or a pen, in the styles of many countries: sevens with a
 * bar, ones with a flag or a foot, slashed zeros, fours in one stroke. The same generator gives the same drawings on
 * every platform.
 *
 * <p>Safe for any thread, as long as each has its own generator; one drawing takes some microseconds.
 */
public final class DigitStyles {
    private static final double LOOSENESS = 0.035;

    private DigitStyles() {}

    /**
     * A digit somewhere on a square pad of 280 pixels; 1 to 400 points.
     *
     * @param digit 0 to 9
     */
    public static Drawing draw(int digit, SplittableRandom random) {
        Dice dice = new Dice(random);
        return HandEffects.draw(sketch(digit, dice), digit == 1 ? Manner.UPRIGHT_DIGIT : Manner.DIGIT, dice);
    }

    /** About 1 high. */
    static Sketch sketch(int digit, Dice dice) {
        Sketch sketch = new Sketch(dice, LOOSENESS);
        RoundDigits round = new RoundDigits(sketch, dice);
        StraightDigits straight = new StraightDigits(sketch, dice);
        switch (digit) {
            case 0 -> round.zero();
            case 1 -> straight.one();
            case 2 -> straight.two();
            case 3 -> round.three();
            case 4 -> straight.four();
            case 5 -> straight.five();
            case 6 -> round.six();
            case 7 -> straight.seven();
            case 8 -> round.eight();
            case 9 -> round.nine();
            default -> throw new IllegalArgumentException("digit " + digit);
        }
        return sketch;
    }
}
