package org.digitscope.live;

/** What is to be done after each reading that nothing newer has overtaken. */
@FunctionalInterface
public interface FollowUp {
    /** The work on a reading with an inference; called on the recogniser's thread. */
    Slices after(Reading reading);
}
