package org.digitscope.state;

import java.util.OptionalInt;

/**
 * What was asked about the answer.
 *
 * @param method by its name on the command line
 * @param digit from 0 to 9; empty for the answer, whatever it is
 * @param against the digit that it is held against, from 0 to 9; empty for none
 */
public record AskedQuestion(String method, OptionalInt digit, OptionalInt against) {}
