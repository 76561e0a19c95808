package org.digitscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundles beside the window's have no text that nobody asks for, and each can be read in both languages. */
final class BundlesTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "digitscope");
    private static final Path FOLDER = Path.of("assets", "translations");

    /** What the library of the command line asks for by itself. */
    private static final String OF_COMMANDS =
            "usage\\.\\w+Heading|digitscope(\\.[a-z-]+)*\\.usage\\.(description|footer)|version";

    private final String code = ProgramTexts.sources(SOURCES);

    @ParameterizedTest
    @ValueSource(strings = {"cli", "report", "problems"})
    void noTextIsLeftOver(String name) {
        Set<String> unused = new TreeSet<>(
                ProgramTexts.bundle(FOLDER.resolve(name + ".properties")).stringPropertyNames());
        unused.removeIf(key -> key.matches(OF_COMMANDS) || code.contains("\"" + key + "\"") || isPutTogether(key));

        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cli,en", "cli,zh", "report,en", "report,zh", "problems,en", "problems,zh"})
    void everyTextIsAPatternThatCanBeRead(String name, String language) {
        Properties texts =
                ProgramTexts.bundle(FOLDER.resolve(name + (language.equals("zh") ? "_zh" : "") + ".properties"));
        Set<String> keys = new TreeSet<>(texts.stringPropertyNames());
        // Descriptions of options are no patterns.
        keys.removeIf(key -> code.contains("descriptionKey = \"" + key + "\"") || key.matches(OF_COMMANDS));
        for (String key : keys) {
            Object[] arguments = {1, 2, 3, 4, 5, 6, 7, 8};
            assertThat(new MessageFormat(texts.getProperty(key), Locale.forLanguageTag(language)).format(arguments))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{", "}");
        }
    }

    /** A key that no bundle has would be an accident in place of a sentence. */
    @Test
    void everySentenceThatIsAskedForIsThere() {
        Set<String> problems =
                ProgramTexts.bundle(FOLDER.resolve("problems.properties")).stringPropertyNames();
        Set<String> all = new TreeSet<>(problems);
        for (String name : List.of("window", "cli", "report")) {
            all.addAll(ProgramTexts.bundle(FOLDER.resolve(name + ".properties")).stringPropertyNames());
        }
        String subjects = problems.stream()
                .map(key -> key.replaceFirst("\\..*", ""))
                .distinct()
                .collect(Collectors.joining("|"));

        Set<String> asked = Pattern.compile("\"((?:" + subjects + ")\\.[a-z-]+)\"")
                .matcher(code)
                .results()
                .map(literal -> literal.group(1))
                .filter(literal -> !literal.endsWith(".json"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).hasSizeGreaterThan(problems.size() / 2).isSubsetOf(all);
    }

    /** "bench." and the name of a figure, "soak." and a verdict. */
    private boolean isPutTogether(String key) {
        return Stream.of(key.split("(?<=\\.)", -1))
                .map(part -> key.indexOf(part) + part.length())
                .filter(end -> end < key.length() && key.charAt(end - 1) == '.')
                .anyMatch(end -> code.contains("\"" + key.substring(0, end) + "\" +") && isNamed(key.substring(end)));
    }

    private boolean isNamed(String rest) {
        return code.contains("\"" + rest + "\"") || code.contains(" " + rest.toUpperCase(Locale.ROOT));
    }
}
