package org.digitscope.ui.kernels;

/** By what filters are sorted. */
enum FilterOrder {
    /** As in the model. */
    INDEX,
    /** The largest weights first, by {@link Strengths#ofFilter}. */
    NORM,
    /** The map with the largest mean magnitude in the newest reading first. */
    ACTIVITY
}
