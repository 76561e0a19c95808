package org.digitscope.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"window", "problems", "cli", "report"})
    void sayTheSameInChineseWithTheSameArguments(String name) throws IOException {
        Map<String, List<String>> english = arguments(name + ".properties");
        Map<String, List<String>> chinese = arguments(name + "_zh.properties");

        assertThat(english).hasSizeGreaterThan(30);
        assertThat(chinese).isEqualTo(english);
    }

    /** Each key with the numbers of its arguments, sorted. */
    private static Map<String, List<String>> arguments(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("assets", "translations", file))) {
            texts.load(reader);
        }
        Map<String, List<String>> arguments = new TreeMap<>();
        for (String key : texts.stringPropertyNames()) {
            arguments.put(
                    key,
                    Pattern.compile("\\{(\\d+)")
                            .matcher(texts.getProperty(key))
                            .results()
                            .map(found -> found.group(1))
                            .distinct()
                            .sorted()
                            .toList());
        }
        return arguments;
    }
}
