package org.digitscope.cli;

import java.util.Locale;

/** How results are printed. */
enum OutputFormat {
    /** For people. */
    TEXT,
    /** One JSON object a line. */
    JSON;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
