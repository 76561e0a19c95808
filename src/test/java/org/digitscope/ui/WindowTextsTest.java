package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.network.LayerKind;
import org.digitscope.text.ProgramTexts;
import org.junit.jupiter.api.Test;

/** The window's bundle has every text that the code asks for, and no other. */
final class WindowTextsTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "digitscope", "ui");
    private static final Path BUNDLE = Path.of("assets", "translations", "window.properties");
    private static final Path CHINESE = Path.of("assets", "translations", "window_zh.properties");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ASKED = Pattern.compile("texts\\s*\\.get\\(([^;]*?)\\)\\s*[;,)+:]", Pattern.DOTALL);
    private static final Pattern NAMED =
            Pattern.compile("Controls\\s*\\.(?:name|icon)\\(.*?texts,\\s*\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern CHOOSER =
            Pattern.compile("FileChoosers\\.(?:of|save)\\(\\s*(?:stage, )?texts\\(\\), \"([^\"]+)\"");
    private static final Set<String> ENDINGS =
            Set.of(".name", ".tip", ".files", ".title", ".text", ".task", ".without", ".how");
    private static final Pattern KEY = Pattern.compile("[a-z]+(?:[.-][a-z_-]+)*");

    private final String code = ProgramTexts.sources(SOURCES);
    private final Properties bundle = ProgramTexts.bundle(BUNDLE);
    private final Properties chinese = ProgramTexts.bundle(CHINESE);

    @Test
    void everyTextThatIsAskedForIsThere() {
        Set<String> asked = new TreeSet<>();
        ASKED.matcher(code)
                .results()
                .forEach(call -> LITERAL.matcher(call.group(1))
                        .results()
                        .map(literal -> literal.group(1))
                        .filter(text -> KEY.matcher(text).matches() && !text.endsWith("."))
                        .forEach(asked::add));
        NAMED.matcher(code).results().map(call -> call.group(1)).forEach(key -> {
            asked.add(key + ".name");
            asked.add(key + ".tip");
        });
        CHOOSER.matcher(code).results().map(call -> call.group(1)).forEach(key -> {
            asked.add(key + ".name");
            asked.add(key + ".files");
        });
        for (LayerKind kind : LayerKind.values()) {
            asked.add("kind." + kind.name().toLowerCase(Locale.ROOT));
            asked.add("short." + kind.name().toLowerCase(Locale.ROOT));
        }
        assertThat(asked).hasSizeGreaterThan(90);
        assertThat(bundle.stringPropertyNames()).containsAll(asked);
    }

    @Test
    void noTextIsLeftOver() {
        Set<String> literals = LITERAL.matcher(code)
                .results()
                .map(literal -> literal.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unused = new TreeSet<>(bundle.stringPropertyNames());
        unused.removeAll(literals);
        unused.removeIf(key -> {
            String stem = key.substring(0, Math.max(0, key.lastIndexOf('.')));
            String end = key.substring(stem.length());
            boolean ofAControl = ENDINGS.contains(end) && literals.contains(stem);
            boolean ofALayer = Set.of("kind", "short").contains(stem)
                    && Stream.of(LayerKind.values())
                            .anyMatch(
                                    kind -> kind.name().toLowerCase(Locale.ROOT).equals(end.substring(1)));
            return ofAControl || ofALayer;
        });
        assertThat(unused).isEmpty();
    }

    @Test
    void everyTextIsAPatternThatCanBeRead() {
        for (String key : bundle.stringPropertyNames()) {
            assertThat(new MessageFormat(bundle.getProperty(key), Locale.ENGLISH).format(new Object[] {1, 2, 3, 4}))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{", "}", "  ");
        }
    }

    @Test
    void chineseHasTheSameTexts() {
        assertThat(chinese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(bundle.stringPropertyNames());
    }

    @Test
    void everyChineseTextIsAPatternThatCanBeRead() {
        for (String key : chinese.stringPropertyNames()) {
            assertThat(new MessageFormat(chinese.getProperty(key), Locale.SIMPLIFIED_CHINESE)
                            .format(new Object[] {1, 2, 3, 4}))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{", "}", "  ");
        }
    }
}
