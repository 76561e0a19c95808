package org.digitscope.text;

/** A text of a bundle with its arguments, said in a language that is known later. An argument may be a phrase itself. */
public final class Phrase {
    private final String key;
    private final Object[] arguments;

    public Phrase(String key, Object... arguments) {
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** A phrase that begins with what it is about: {@code subject} is argument 0, the others follow. */
    public static Phrase about(Object subject, String key, Object... others) {
        Object[] arguments = new Object[others.length + 1];
        arguments[0] = subject;
        System.arraycopy(others, 0, arguments, 1, others.length);
        return new Phrase(key, arguments);
    }

    /**
     * The phrase in the language of {@code texts}.
     *
     * @throws java.util.MissingResourceException if the bundle lacks the key
     */
    public String in(Texts texts) {
        Object[] said = new Object[arguments.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = arguments[i] instanceof Phrase phrase ? phrase.in(texts) : arguments[i];
        }
        return texts.get(key, said);
    }
}
