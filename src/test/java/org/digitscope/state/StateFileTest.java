package org.digitscope.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StateFileTest {
    private static final ShownView VIEW = new ShownView("tab-layers", false, Optional.empty());

    @TempDir
    Path folder;

    @Test
    void pictureIsTheSameWhenItIsOpened() throws IOException {
        Path file = folder.resolve("picture.digitscope");
        SavedState state = new SavedState(Drawing.empty(), Optional.of(gradient()), Optional.empty(), VIEW);
        StateFile.write(file, state);
        assertThat(StateFile.read(file)).isEqualTo(state);
        assertThat(Files.readString(file)).contains("\"picture\":[\"000102", "\"1c1d1e");
    }

    @Test
    void stateWithoutAPictureHasNoneAndOpens() throws IOException {
        Path file = folder.resolve("ink.digitscope");
        StateFile.write(file, new SavedState(Drawing.empty(), Optional.empty(), Optional.empty(), VIEW));
        assertThat(Files.readString(file)).doesNotContain("picture");
        assertThat(StateFile.read(file).picture()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"000102030405|\"0001020304|picture[0] must be 56 hexadecimal digits",
                "\"000102030405|\"00010203040g|picture[0] must be 56 hexadecimal digits",
                "\"000102030405|\"00010203040F|picture[0] must be 56 hexadecimal digits",
                "\"picture\":[|\"picture\":[7,|picture must be 28 rows",
                "\"picture\":[|\"picture\":[],\"row\":[|picture must be 28 rows",
                "\"picture\":[|\"picture\":\"all\",\"row\":[|picture must be a list",
            })
    void damagedPictureIsRefusedWithItsPlace(String part, String damaged, String told) throws IOException {
        Path file = folder.resolve("picture.digitscope");
        StateFile.write(file, new SavedState(Drawing.empty(), Optional.of(gradient()), Optional.empty(), VIEW));
        Files.writeString(file, Files.readString(file).replace(part, damaged));
        assertThatThrownBy(() -> StateFile.read(file))
                .isInstanceOfSatisfying(
                        FileProblem.class,
                        problem -> assertThat(problem.sentence(Texts.of("problems", Locale.ENGLISH)))
                                .isEqualTo(file + " is no state that can be opened (" + told
                                        + "): save the state again."));
    }

    @Test
    void pictureAndInkInOneStateAreRefused() throws IOException {
        Path file = folder.resolve("both.digitscope");
        Drawing dot = new Drawing(List.of(new Stroke(List.of(new Point(10, 10, 0)))));
        StateFile.write(file, new SavedState(dot, Optional.of(gradient()), Optional.empty(), VIEW));
        assertThatThrownBy(() -> StateFile.read(file))
                .isInstanceOf(FileProblem.class)
                .hasRootCauseMessage("picture cannot lie where ink is");
    }

    /** Every level, each row another. */
    private static DigitImage gradient() {
        byte[] levels = new byte[DigitImage.SIZE * DigitImage.SIZE];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) i;
        }
        return DigitImage.ofLevels(levels);
    }
}
