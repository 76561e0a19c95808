package org.digitscope.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one bundle in one language. A text is a {@link MessageFormat} pattern, so an apostrophe is written twice
 * and an argument is {@code {0}}.
 *
 * <p>Safe for any thread.
 */
public final class Texts {
    private static final String FOLDER = "org.digitscope.assets.translations.";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /**
     * @param bundle the name of a file in {@code assets/translations}, without language and ending
     * @throws java.util.MissingResourceException if there is no such bundle
     */
    public static Texts of(String bundle, Locale locale) {
        ResourceBundle.Control fallBackToEnglish =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle(FOLDER + bundle, locale, fallBackToEnglish), locale);
    }

    /**
     * The text behind {@code key} with its arguments filled in.
     *
     * @throws java.util.MissingResourceException if the bundle lacks the key
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    public Locale locale() {
        return locale;
    }
}
