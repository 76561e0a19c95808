package org.digitscope.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.data.DatasetCatalog;
import org.digitscope.text.Texts;

/**
 * What every command has at hand.
 *
 * @param err warnings and problems, one line each
 * @param terminal true if a person watches {@code err}
 * @param texts of the bundle {@code cli}
 */
record Context(Services services, InputStream in, Output out, PrintStream err, boolean terminal, Texts texts) {

    /** For models' cards, which go with their models to whoever gets them: English wherever they are made. */
    static final Texts CARDS = Texts.of("cli", Locale.ENGLISH);

    ModelCatalog models() {
        return new ModelCatalog(services.loader(), services.folders().data().resolve("models"));
    }

    DatasetCatalog datasets() {
        return new DatasetCatalog(services.folders());
    }

    Progress progress() {
        return new Progress(err, terminal);
    }

    /** One line on standard error. */
    void say(String key, Object... arguments) {
        err.println(texts.get(key, arguments));
        err.flush();
    }
}
