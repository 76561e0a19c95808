package org.digitscope.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Texts PROBLEMS = Texts.of("problems", Locale.ENGLISH);

    @Test
    void fillsInArguments() {
        assertThat(PROBLEMS.get("file.failed", "a.zip", "I/O error"))
                .isEqualTo("a.zip failed (I/O error): check the disk and try again.");
    }

    @Test
    void doesNotInterpretArguments() {
        assertThat(PROBLEMS.get("file.is-folder", "it's {0}")).startsWith("it's {0} is a folder");
    }

    @Test
    void knowsItsLanguage() {
        assertThat(PROBLEMS.locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void fallsBackToTheTextsWithoutLanguageWhateverThePersonsLocaleIs() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);

            assertThat(Texts.of("problems", Locale.ENGLISH).get("file.is-folder", "a"))
                    .isEqualTo("a is a folder: name a file.");
            assertThat(Texts.of("problems", Locale.forLanguageTag("eo")).get("file.is-folder", "a"))
                    .isEqualTo("a is a folder: name a file.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void doesNotPretendToHaveATextItLacks() {
        assertThatExceptionOfType(MissingResourceException.class).isThrownBy(() -> PROBLEMS.get("no.such.key"));
        assertThatExceptionOfType(MissingResourceException.class)
                .isThrownBy(() -> Texts.of("no-bundle", Locale.ENGLISH));
    }
}
