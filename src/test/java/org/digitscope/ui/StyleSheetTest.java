package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.digitscope.ui.window.MainWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StyleSheetTest {
    private static final String STYLES = "/org/digitscope/assets/styles/";

    @ParameterizedTest
    @ValueSource(strings = {"digitscope", "opaque-popups"})
    void theFormThatIsReadAtTheStartSaysWhatTheSourceSays(String name) throws IOException {
        URL source = MainWindow.class.getResource(STYLES + name + ".css");
        URL binary = MainWindow.class.getResource(STYLES + name + ".bss");
        assertThat(binary).as("made by the build").isNotNull();

        Stylesheet parsed = new CssParser().parse(source);
        Stylesheet loaded = Stylesheet.loadBinary(binary);

        assertThat(loaded.getRules().stream().map(StyleSheetTest::text))
                .containsExactlyElementsOf(
                        parsed.getRules().stream().map(StyleSheetTest::text).toList());
    }

    private static String text(Rule rule) {
        return rule.getSelectors() + " "
                + rule.getDeclarations().stream().map(Declaration::getProperty).toList();
    }
}
