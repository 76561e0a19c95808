package org.digitscope.json;

import java.io.IOException;
import java.util.Locale;
import org.digitscope.text.Phrase;
import org.digitscope.text.Texts;

/**
 * A JSON value that is not what it should be: the path to it and what is wrong, as in {@code layers[2].filters must be a
 * number}.
 *
 * <p>What is wrong is a text of the bundle {@code problems}: argument 0 is the path, the others follow.
 */
public final class JsonProblem extends IOException {
    private final String path;
    private final transient Phrase phrase;

    public JsonProblem(String path, String key, Object... arguments) {
        super(key);
        this.path = path;
        this.phrase = Phrase.about(path.isEmpty() ? new Phrase("part.json-whole") : path, key, arguments);
    }

    /** Like {@code layers[2].filters}; empty if it is the whole text. */
    public String path() {
        return path;
    }

    /** The path and what is wrong, as part of a sentence. */
    public Phrase phrase() {
        return phrase;
    }

    /** The same in English. */
    @Override
    public String getMessage() {
        return phrase.in(Texts.of("problems", Locale.ENGLISH));
    }
}
