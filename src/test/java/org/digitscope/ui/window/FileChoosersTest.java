package org.digitscope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ending of a saved file says what is in it. */
final class FileChoosersTest {
    private static final List<String> PICTURES = List.of("*.png", "*.svg");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "seven.png, *.png, seven.png",
        "seven.SVG, *.png, seven.SVG",
        "seven, *.svg, seven.svg",
        "seven.jpg, *.png, seven.jpg.png",
        "proposed.png, *.svg, proposed.svg",
        "proposed.png, *.png, proposed.png",
    })
    void nameFollowsTheChosenFormatUnlessItSaysAnother(String typed, String chosen, String expected) {
        assertThat(FileChoosers.inFormat(folder.resolve(typed), "proposed.png", chosen, PICTURES))
                .isEqualTo(folder.resolve(expected));
    }

    @Test
    void noFileIsReplacedWhoseNameWasNotAskedFor() throws IOException {
        Files.writeString(folder.resolve("seven.svg"), "somebody's");

        assertThat(FileChoosers.inFormat(folder.resolve("seven"), "proposed.png", "*.svg", PICTURES))
                .isEqualTo(folder.resolve("seven 2.svg"));
    }
}
