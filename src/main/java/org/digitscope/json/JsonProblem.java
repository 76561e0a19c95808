package org.digitscope.json;

import java.io.IOException;

/** A JSON value that is not what it should be. The message is the path and what is wrong: {@code layers[2].filters must be a number}. */
public final class JsonProblem extends IOException {
    private final String path;

    public JsonProblem(String path, String what) {
        super((path.isEmpty() ? "the text" : path) + " " + what);
        this.path = path;
    }

    /** Like {@code layers[2].filters}; empty if it is the whole text. */
    public String path() {
        return path;
    }
}
