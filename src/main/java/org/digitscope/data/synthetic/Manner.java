package org.digitscope.data.synthetic;

/**
 * How freely a sketch is carried out.
 *
 * @param leastSlant in degrees, negative to the left
 * @param mostSlant in degrees
 * @param turn the most that the whole is rotated, in degrees
 * @param narrowest the least factor on the width
 * @param widest the greatest factor on the width
 * @param bend how far straight lines bow, as a share of half the longer side
 * @param rounding how far corners are cut at most, in fiftieths of the longer side
 * @param tremble how far the hand trembles at most, as a share of half the longer side
 * @param mishaps how often a stroke has a hook, a gap or is drawn twice, 0 to 1
 */
record Manner(
        double leastSlant,
        double mostSlant,
        double turn,
        double narrowest,
        double widest,
        double bend,
        int rounding,
        double tremble,
        double mishaps) {

    static final Manner DIGIT = new Manner(-20, 35, 12, 0.72, 1.3, 0.07, 3, 0.03, 0.07);

    /** For a 1, which leaning too far would make a slash. */
    static final Manner UPRIGHT_DIGIT = new Manner(-18, 32, 6, 0.8, 1.2, 0.05, 3, 0.03, 0.06);

    static final Manner LETTER = new Manner(-8, 16, 7, 0.85, 1.2, 0.05, 2, 0.03, 0.04);

    static final Manner SYMBOL = new Manner(-6, 12, 6, 0.85, 1.2, 0.05, 1, 0.03, 0.03);

    static final Manner DOODLE = new Manner(-10, 10, 12, 0.8, 1.25, 0.06, 2, 0.035, 0.05);

    /** As sketched, with a trembling hand. */
    static final Manner EXACT = new Manner(0, 0, 0, 1, 1, 0.015, 1, 0.02, 0);

    /** Anyhow. */
    static final Manner FREE = new Manner(-25, 25, 180, 0.8, 1.25, 0.05, 2, 0.03, 0);
}
