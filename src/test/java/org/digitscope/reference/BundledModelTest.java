package org.digitscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.network.Answer;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.ModelArchive;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.reference.ReferenceDigit.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The model that the program ships reads the digits that the project has drawn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all
final class BundledModelTest {
    private LoadedModel model;

    @BeforeAll
    void load(@TempDir Path own) throws IOException {
        model = new ModelCatalog(new Dl4jModels(), own).load("classic");
    }

    @AfterAll
    void close() {
        model.network().close();
    }

    @Test
    void padReadsEveryReferenceDigitAndRefusesNone(@TempDir Path own) throws IOException {
        LoadedModel pad = new ModelCatalog(new Dl4jModels(), own).load("pad");
        try (InputStream in = BundledModelTest.class.getResourceAsStream("/org/digitscope/models/pad.zip")) {
            assertThat(in).isNotNull();
            assertThat(pad.card().sha256()).isEqualTo(ModelArchive.sha256(in.readAllBytes()));
        }
        InkRasterizer rasterizer = new InkRasterizer();
        for (ReferenceDigit digit : ReferenceDigits.all()) {
            Answer answer = pad.network()
                    .run(rasterizer.rasterize(digit.drawing()).image())
                    .answer();
            assertThat(answer.prediction())
                    .as(digit.digit() + " " + digit.style())
                    .isEqualTo(digit.digit());
            assertThat(answer.isDigit()).as(digit.digit() + " " + digit.style()).isTrue();
        }
        pad.network().close();
    }

    @Test
    void zipIsTheOneOfTheCard() throws IOException {
        try (InputStream in = BundledModelTest.class.getResourceAsStream("/org/digitscope/models/classic.zip")) {
            assertThat(in).isNotNull();
            assertThat(model.card().sha256()).isEqualTo(ModelArchive.sha256(in.readAllBytes()));
        }
        assertThat(model.card().name()).isEqualTo("classic");
    }

    @Test
    void architectureIsTheArticles() {
        assertThat(model.network().layers())
                .extracting(LayerInfo::kind)
                .containsExactly(
                        LayerKind.CONVOLUTION,
                        LayerKind.MAX_POOLING,
                        LayerKind.CONVOLUTION,
                        LayerKind.MAX_POOLING,
                        LayerKind.DENSE,
                        LayerKind.OUTPUT);
        assertThat(model.network().parameterCount())
                .isEqualTo(225_034)
                .isEqualTo(model.card().parameterCount());
    }

    @Test
    void readsEveryCommonDigit() {
        List<ReferenceDigit> digits = of(Group.COMMON);
        assertThat(digits).hasSizeGreaterThanOrEqualTo(200);
        assertThat(mistakes(digits)).isEmpty();
    }

    @Test
    void readsMostInternationalDigits() {
        List<ReferenceDigit> digits = of(Group.INTERNATIONAL);
        List<String> mistakes = mistakes(digits);
        assertThat(1 - (double) mistakes.size() / digits.size())
                .as("share read right; the others: %s", mistakes)
                .isGreaterThanOrEqualTo(0.9);
    }

    private static List<ReferenceDigit> of(Group group) {
        return ReferenceDigits.all().stream()
                .filter(digit -> digit.group() == group)
                .toList();
    }

    private List<String> mistakes(List<ReferenceDigit> digits) {
        InkRasterizer rasterizer = new InkRasterizer();
        List<DigitImage> images = digits.stream()
                .map(digit -> rasterizer.rasterize(digit.drawing()).image())
                .toList();
        List<Answer> answers = model.network().answer(images);
        List<String> mistakes = new ArrayList<>();
        for (int i = 0; i < digits.size(); i++) {
            ReferenceDigit digit = digits.get(i);
            if (answers.get(i).prediction() != digit.digit() || !answers.get(i).isDigit()) {
                mistakes.add(digit.digit() + " " + digit.style() + " as "
                        + answers.get(i).prediction());
            }
        }
        return mistakes;
    }
}
