package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.input.KeyCode;
import org.digitscope.data.TrickyDigits;
import org.digitscope.ink.Drawing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GalleryTest extends WindowTest {
    @BeforeEach
    void openGallery() {
        person.chooseFromMenu("#help", "menu-gallery");
        Fx.await("the drawings", () -> person.sees("#exhibit-1"));
        Fx.await("what both models read", () -> person.readAll("#exhibit-1").contains("(pad)"));
    }

    @AfterEach
    void close() {
        if (person.sees("#panel")) {
            person.click("#close-panel");
        }
    }

    @Test
    void showsWhatBothModelsReadOfEachDrawing() throws IOException {
        for (int number = 1; number <= TrickyDigits.read().size(); number++) {
            assertThat(person.readAll("#exhibit-" + number))
                    .containsPattern("meant: \\d .*reads as (\\d|no digit) \\(classic\\)")
                    .containsPattern("reads as (\\d|no digit) \\(pad\\)");
        }
    }

    @Test
    void aClickPutsADrawingOnThePadAndUndoBringsBackWhatWasThere() throws IOException {
        person.draw(100, 60, 100, 200);
        Drawing before = ink();

        person.click("#exhibit-3");

        assertThat(ink()).isEqualTo(TrickyDigits.read().get(2).drawing());
        assertThat(person.sees("#gallery")).isTrue();

        person.press(KeyCode.CONTROL, KeyCode.Z);

        assertThat(ink()).isEqualTo(before);
    }

    @Test
    void theWindowReadsItAsTheGallerySays() {
        person.click("#exhibit-1");
        reading();

        String said = person.readAll("#exhibit-1");
        assertThat(said).contains("reads as " + person.answer() + " (classic)");
    }

    @Test
    void theKeyboardIsOnTheFirstDrawing() {
        assertThat(Fx.get(() -> open.scene().getFocusOwner().getId())).isEqualTo("exhibit-1");
    }

    @Test
    void arrowsWalkAndEnterPutsADrawingOnThePad() throws IOException {
        // Up and down go by the rows.
        person.layOut();
        Fx.run(() -> person.find("#exhibit-1").requestFocus());
        person.press(KeyCode.RIGHT);
        // With the ring around the tile.
        person.layOut();
        person.press(KeyCode.DOWN);
        person.layOut();
        person.press(KeyCode.UP);

        person.press(KeyCode.ENTER);

        assertThat(ink()).isEqualTo(TrickyDigits.read().get(1).drawing());

        person.press(KeyCode.ESCAPE);

        assertThat(person.sees("#gallery")).isFalse();
    }
}
