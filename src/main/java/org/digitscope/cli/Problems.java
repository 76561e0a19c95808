package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.digitscope.files.FileProblem;
import org.digitscope.text.Texts;

/** Tells what went wrong in one sentence. */
final class Problems {
    private static final int MAX_LENGTH = 200;

    private Problems() {}

    static void report(Throwable problem, Texts texts, PrintStream err, boolean debug) {
        if (debug) {
            problem.printStackTrace(err);
        } else {
            err.println(sentence(problem, texts));
        }
        err.flush();
    }

    static String sentence(Throwable problem, Texts texts) {
        if (problem instanceof FileProblem file) {
            return oneLine(file.sentence(Texts.of("problems", texts.locale())));
        }
        if (problem instanceof CommandProblem) {
            return oneLine(String.valueOf(problem.getMessage()));
        }
        if (problem instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return sentence(unchecked.getCause(), texts);
        }
        if (problem instanceof OutOfMemoryError) {
            return texts.get("problem.memory");
        }
        if (problem instanceof LinkageError) {
            return texts.get("problem.native", shortened(problem));
        }
        if (problem instanceof IOException) {
            return texts.get("problem.io", shortened(problem));
        }
        return texts.get("problem.unexpected", shortened(problem));
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String shortened(Throwable problem) {
        String message = problem.getMessage() == null ? "" : oneLine(problem.getMessage());
        String text = problem.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
    }
}
