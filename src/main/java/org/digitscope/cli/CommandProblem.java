package org.digitscope.cli;

/** Why a command cannot do its work, as the one sentence that a person reads. */
final class CommandProblem extends Exception {
    private static final long serialVersionUID = 1;

    CommandProblem(String sentence) {
        super(sentence);
    }
}
