package org.digitscope.reference;

import org.digitscope.ink.Drawing;

/**
 * One drawing of the set.
 *
 * @param digit what it shows, from 0 to 9
 * @param style the name of its shape
 * @param group whose handwriting it is
 * @param drawing on a pad of {@link Hand#PAD_SIDE} pixels
 */
record ReferenceDigit(int digit, String style, Group group, Drawing drawing) {
    /** Whose handwriting a shape belongs to. */
    enum Group {
        /** Known to every reader of American handwriting. */
        COMMON("common"),
        /** Missing there: barred sevens, ones with a foot, slashed zeros and the like. */
        INTERNATIONAL("international");

        private final String key;

        Group(String key) {
            this.key = key;
        }

        /** As the file names it. */
        String key() {
            return key;
        }
    }
}
