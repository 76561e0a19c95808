package org.digitscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.digitscope.files.FileProblem;
import org.digitscope.files.UserFolders;
import org.digitscope.image.DigitImage;
import org.digitscope.ink.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatasetCatalogTest {
    private static final String INK = """
        {"word":"7","writer":"w01","drawing":[[[0,10],[0,20]]]}
        {"word":"?","writer":5,"drawing":[[[3],[4]],[[5],[6]]]}
        {"drawing":[[[1],[1]]]}
        """;

    @TempDir
    Path folder;

    private Path dataSets;
    private DatasetCatalog catalog;

    @BeforeEach
    void makeCatalog() {
        dataSets = folder.resolve("sets");
        catalog = new DatasetCatalog(new UserFolders(folder.resolve("data"), folder.resolve("cache"), dataSets));
    }

    @Test
    void findsThePartsOfMnist() throws IOException {
        Samples.writeFolder(dataSets.resolve("mnist"), 4, 3, ".gz");

        assertThat(open("mnist").readAll()).isEqualTo(Samples.make(3));
        assertThat(open("mnist:test").readAll()).isEqualTo(Samples.make(3));
        assertThat(open("mnist:train").readAll()).isEqualTo(Samples.make(4));
        assertThat(open("mnist:train").name()).isEqualTo("mnist:train");
    }

    @Test
    void findsThePartsOfPendigits() throws IOException {
        Path ink = Files.createDirectories(dataSets.resolve("ink"));
        Files.writeString(ink.resolve("pendigits-train.ndjson"), INK);
        Files.writeString(ink.resolve("pendigits-test.ndjson"), "{\"word\":\"4\",\"drawing\":[[[1],[1]]]}\n");

        assertThat(open("pendigits:train").readAll()).hasSize(3);
        assertThat(open("pendigits:test").readAll()).hasSize(1);
        assertThat(open("pendigits").readAll()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "mnist:train", "pendigits:test"})
    void saysHowToGetAKnownSet(String spec) {
        String name = spec.replaceAll(":.*", "");

        assertProblem(spec, "run 'digitscope data fetch " + name + "'", "DIGITSCOPE_DATA");
    }

    @Test
    void aFolderWithTheFourFilesIsItsTestPart() throws IOException {
        Path mine = folder.resolve("mine");
        Samples.writeFolder(mine, 4, 3, "");

        assertThat(open(mine.toString()).readAll()).isEqualTo(Samples.make(3));
        assertThat(open(mine + ":test").readAll()).isEqualTo(Samples.make(3));
        assertThat(open(mine + ":train").readAll()).isEqualTo(Samples.make(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {".idx3-ubyte", ".idx3-ubyte.gz"})
    void namesWithAFullStopAreFoundToo(String ending) throws IOException {
        Path mine = folder.resolve("mine");
        Samples.writeFolder(mine, 4, 3, "");
        Files.move(mine.resolve("t10k-images-idx3-ubyte"), mine.resolve("t10k-images" + ending));

        assertThat(open(mine.toString()).readAll()).hasSize(3);
    }

    @Test
    void saysWhichOfTheFourFilesIsMissing() throws IOException {
        Path mine = folder.resolve("mine");
        Samples.writeFolder(mine, 4, 3, ".gz");
        Files.delete(mine.resolve("t10k-labels-idx1-ubyte.gz"));

        assertThat(open(mine + ":train").readAll()).hasSize(4);
        assertProblem(mine.toString(), "lacks t10k-labels-idx1-ubyte", "train-images-idx3-ubyte");
    }

    @Test
    void aPairOfFilesIsASetEvenWithCommasInTheirNames() throws IOException {
        Path images = folder.resolve("a,b.images");
        Path labels = folder.resolve("a,b.labels");
        IdxFiles.write(images, labels, Samples.make(6));

        assertThat(open(images + "," + labels).readAll()).isEqualTo(Samples.make(6));
        assertProblem(labels + "," + images, "name the images first");
    }

    @Test
    void saysWhichOfAPairIsMissing() throws IOException {
        Path images = folder.resolve("images");
        IdxFiles.writeImages(images, List.of(Samples.image(0)));

        assertProblem(images + "," + folder.resolve("none"), folder.resolve("none") + " is not there");
        assertProblem(folder.resolve("none") + "," + images, folder.resolve("none") + " is not there");
        assertProblem(images.toString(), "IMAGES,LABELS");
    }

    @Test
    void inkComesWithLabelWriterAndStrokes() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ndjson"), INK);
        DigitImage drawn = Samples.image(9);

        List<Sample> samples = catalog.open(file.toString(), drawing -> drawn).readAll();

        assertThat(samples)
                .extracting(Sample::label)
                .containsExactly(Optional.of("7"), Optional.of("?"), Optional.empty());
        assertThat(samples)
                .extracting(Sample::writer)
                .containsExactly(Optional.of("w01"), Optional.of("5"), Optional.empty());
        assertThat(samples).extracting(Sample::image).containsOnly(drawn);
        Point second =
                samples.get(0).ink().orElseThrow().strokes().get(0).points().get(1);
        assertThat(second.x()).isEqualTo(10);
        assertThat(second.y()).isEqualTo(20);
    }

    @Test
    void drawingsBecomeImagesOnlyWhenTheyAreReached() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ndjson"), INK);
        int[] made = {0};
        InkToImage counting = drawing -> {
            made[0]++;
            return DigitImage.blank();
        };

        try (SampleReader reader = catalog.open(file.toString(), counting).open()) {
            assertThat(made[0]).isZero();
            reader.next();
            assertThat(made[0]).isEqualTo(1);
        }
    }

    @Test
    void picturesAreLabelledByTheirFolderInTheOrderOfNames() throws IOException {
        Path pictures = folder.resolve("pictures");
        writePicture(pictures.resolve("7/b.png"));
        writePicture(pictures.resolve("7/a.PNG"));
        writePicture(pictures.resolve("3/z.png"));
        writePicture(pictures.resolve("x/.hidden.png"));
        writePicture(pictures.resolve("x/1.png"));
        Files.writeString(pictures.resolve("7/notes.txt"), "not a picture");
        Files.createDirectories(pictures.resolve("9"));

        List<Sample> samples = open(pictures.toString()).readAll();

        assertThat(samples).extracting(sample -> sample.label().orElseThrow()).containsExactly("3", "7", "7", "x");
        assertThat(samples).noneMatch(sample -> sample.image().isBlank());
    }

    @Test
    void namesThePictureThatIsDamaged() throws IOException {
        Path pictures = folder.resolve("pictures");
        writePicture(pictures.resolve("1/a.png"));
        Path bad = Files.writeString(pictures.resolve("1/b.png"), "no picture");

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> open(pictures.toString()).readAll())
                .withMessageContaining(bad.toString());
    }

    @Test
    void aFolderOfPicturesHasNoParts() throws IOException {
        Path pictures = folder.resolve("pictures");
        writePicture(pictures.resolve("1/a.png"));

        assertProblem(pictures + ":train", pictures.toString(), "no train part");
    }

    @Test
    void refusesAFolderWithoutSamples() {
        assertProblem(folder.toString(), folder.toString(), "without samples");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnits", "", " ", "nowhere/at/all", "nowhere:train", "\0"})
    void listsWhatCanBeNamed(String spec) {
        assertProblem(spec, "mnist, mnist:train, pendigits:test", "IMAGES,LABELS", "one sub-folder a class");
    }

    @Test
    void listsThePartsOfAKnownSet() {
        assertProblem("mnist:validation", "name mnist:train or mnist:test");
    }

    private Dataset open(String spec) throws IOException {
        return catalog.open(spec, drawing -> DigitImage.blank());
    }

    private void assertProblem(String spec, String... parts) {
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> open(spec))
                .satisfies(problem -> assertThat(problem.getMessage()).contains(parts));
    }

    private static void writePicture(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        BufferedImage picture = new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 60; x++) {
                boolean ink = y >= 10 && y < 50 && x >= 27 && x < 33;
                picture.setRGB(x, y, ink ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        ImageIO.write(picture, "png", file.toFile());
    }
}
