package org.digitscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.digitscope.ink.Drawing;
import org.digitscope.ui.dl4j.ModelFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelsTest extends WindowTest {
    @TempDir
    Path files;

    @Test
    void showsTheLayersOfAGraphThatIsDroppedAndGoesBackToTheFirst() throws IOException {
        Path file = ModelFiles.twoBranches(files.resolve("branches.zip"));
        person.drawSeven();
        Drawing ink = ink();
        assertThat(Drop.files(person.find("#pad"), file)).isTrue();
        awaitFirstAnswer("branches");
        assertThat(layerTexts())
                .containsExactly(
                        "Conv 1 | 5×5 · tanh | 4 × 24×24 | 104 params",
                        "Conv 2 | 5×5 · tanh | 3 × 24×24 | 78 params",
                        "Concatenation | 7 × 24×24",
                        "Max pooling | 2×2 · stride 2 | 7 × 12×12",
                        "Output | softmax | 10 | 10K params");
        assertThat(ink()).isEqualTo(ink);
        assertThat(reading().inference().orElseThrow().outputs()).hasSize(5);
        assertThat(person.answer()).isNotBlank();

        choose("classic");
        awaitFirstAnswer("classic");
        person.awaitAnswer("7");
        assertThat(layerTexts()).hasSize(6);
        choose("branches");
        awaitFirstAnswer("branches");
        assertThat(layerTexts()).hasSize(5);
        choose("classic");
        awaitFirstAnswer("classic");
        assertThat(person.isTold()).isFalse();
    }

    @Test
    void marksAUnitDeadThatNoReferenceDigitWakes() throws IOException {
        Drop.files(person.find("#layers"), ModelFiles.perceptron(files.resolve("perceptron.zip")));
        awaitFirstAnswer("perceptron");
        open.awaitSurvey();
        assertThat(Fx.get(
                        () -> session().surveyProperty().get().get(0).deadMaps().get(ModelFiles.DEAD_UNIT)))
                .isTrue();
        String dead = OpenWindow.TEXTS.get("map.dead");
        person.click(person.find("#tiles-0"), 3, 3);
        person.press(KeyCode.ESCAPE);
        for (int unit = 1; unit <= 12; unit++) {
            String told = hoverUnit(unit);
            boolean isDead = session().surveyProperty().get().get(0).deadMaps().get(unit - 1);
            assertThat(told.contains(dead)).as(told).isEqualTo(isDead);
        }
        choose("classic");
        awaitFirstAnswer("classic");
    }

    /** Goes over the tiles until the preview is of a unit. */
    private String hoverUnit(int unit) {
        String title = OpenWindow.TEXTS.get("map.unit", OpenWindow.TEXTS.get("kind.dense"), unit, 12);
        for (int y = 5; y < 400; y += 14) {
            for (int x = 5; x < 300; x += 14) {
                person.point(person.find("#tiles-0"), x, y);
                if (!person.sees("#map-preview")) {
                    break;
                }
                String told = person.readAll("#map-preview");
                if (told.startsWith(title)) {
                    return told;
                }
            }
        }
        throw new AssertionError("there is no tile of unit " + unit);
    }

    @Test
    void fileCalledLikeAModelOfTheProgramGetsAnItemOfItsOwn() throws IOException {
        Drop.files(person.find("#pad"), ModelFiles.perceptron(files.resolve("classic.zip")));
        awaitFirstAnswer("classic.zip");
        choose("classic");
        awaitFirstAnswer("classic");
        assertThat(layerTexts()).hasSize(6);
    }

    @Test
    void badFileIsToldAndChangesNothing() throws IOException {
        Path bad = Files.writeString(files.resolve("broken-model.zip"), "PK\u0003\u0004 and nothing more");
        person.drawSeven();
        person.awaitAnswer("7");
        Drawing ink = ink();
        assertThat(Drop.files(person.find("#layers"), bad)).isTrue();
        assertThat(person.awaitNotice())
                .contains("broken-model.zip")
                .isEqualTo(bad + " is cut off or damaged: copy or download it again.");
        assertThat(person.readAll("#status")).contains("classic · 6 layers");
        assertThat(layerTexts()).hasSize(6);
        assertThat(ink()).isEqualTo(ink);
        assertThat(person.answer()).isEqualTo("7");
        person.drawOne();
        assertThat(ink().strokes()).hasSize(2);
    }

    @Test
    void modelThatIsGoneIsToldAndTheListGoesBackToTheOneInUse() throws IOException {
        Path file = ModelFiles.perceptron(files.resolve("gone.zip"));
        Drop.files(person.find("#pad"), file);
        awaitFirstAnswer("gone");
        choose("classic");
        awaitFirstAnswer("classic");
        Files.delete(file);
        choose("gone");
        assertThat(person.awaitNotice()).contains("gone.zip");
        assertThat(Fx.get(() -> models().getValue())).isEqualTo("classic");
    }

    @Test
    void ofSeveralFilesTheFirstIsOpenedAndThatIsTold() throws IOException {
        Path first = ModelFiles.perceptron(files.resolve("first.zip"));
        Path second = ModelFiles.perceptron(files.resolve("second.zip"));
        Drop.files(person.find("#pad"), first, second);
        assertThat(person.awaitNotice()).contains("first.zip").contains("One file at a time");
        awaitModel("first");
    }

    @Test
    void textThatIsDroppedIsNotTaken() {
        assertThat(Drop.text(person.find("#pad"), "7")).isFalse();
    }

    private void awaitFirstAnswer(String name) {
        awaitModel(name);
        reading();
        Fx.await(
                "its first answer",
                () -> session()
                        .readingProperty()
                        .get()
                        .flatMap(reading -> reading.inference())
                        .filter(inference -> inference.outputs().size()
                                == session()
                                        .modelProperty()
                                        .get()
                                        .orElseThrow()
                                        .network()
                                        .layers()
                                        .size())
                        .isPresent());
    }

    /** Chooses from the list with the mouse. */
    private void choose(String name) {
        person.click("#model");
        person.clickInPopup(name);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> models() {
        return (ComboBox<String>) person.find("#model");
    }

    private List<String> layerTexts() {
        int layers =
                session().modelProperty().get().orElseThrow().network().layers().size();
        assertThat(person.search("#layer-" + layers)).isEmpty();
        return java.util.stream.IntStream.range(0, layers)
                .mapToObj(layer -> person.readAll("#layer-" + layer))
                .toList();
    }
}
