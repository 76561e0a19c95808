package org.digitscope.state;

import java.util.OptionalInt;

/**
 * What was asked about the answer.
 *
 * @param method by its name on the command line
 * @param digit from 0 to 9, or 10 for "no digit"; empty for the answer, whatever it is
 * @param against what it is held against, from 0 to 10 likewise; empty for none
 */
public record AskedQuestion(String method, OptionalInt digit, OptionalInt against) {
    static final int NO_DIGIT = 10;
}
