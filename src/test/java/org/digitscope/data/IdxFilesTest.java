package org.digitscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.image.PictureNormalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdxFilesTest {
    private static final int IMAGE_BYTES = DigitImage.SIZE * DigitImage.SIZE;

    @TempDir
    Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void nameFiles() {
        images = folder.resolve("images");
        labels = folder.resolve("labels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz"})
    void readsWhatItWrote(String ending) throws IOException {
        Path imagesFile = folder.resolve("images" + ending);
        Path labelsFile = folder.resolve("labels" + ending);
        List<Sample> samples = Samples.make(23);

        IdxFiles.write(imagesFile, labelsFile, samples);

        assertThat(IdxFiles.dataset("mine", imagesFile, labelsFile).readAll()).isEqualTo(samples);
        assertThat(Unpacking.isGzipped(imagesFile)).isEqualTo(ending.equals(".gz"));
    }

    @Test
    void imagesStayWithTheirLabelsIfTheNewLabelsCannotBeWritten() throws IOException {
        Dataset before = written(5);
        Path taken = Files.createDirectory(folder.resolve("taken"));

        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> IdxFiles.write(images, taken, Samples.make(3)));

        assertThat(before.readAll()).hasSize(5);
        assertThat(taken).isEmptyDirectory();
    }

    @Test
    void canBeWalkedThroughAgain() throws IOException {
        Dataset dataset = written(5);

        assertThat(dataset.readAll()).isEqualTo(dataset.readAll()).hasSize(5);
        assertThat(dataset.name()).isEqualTo("mine");
    }

    @Test
    void staysAtTheEnd() throws IOException {
        try (SampleReader reader = written(1).open()) {
            assertThat(reader.next()).isPresent();
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void goesByContentNotByEnding() throws IOException {
        written(3);
        Path plainWithEnding = Files.move(images, folder.resolve("images.gz"));
        Files.write(labels, Samples.gzip(Files.readAllBytes(labels)));

        assertThat(IdxFiles.dataset("mine", plainWithEnding, labels).readAll()).isEqualTo(Samples.make(3));
    }

    @Test
    void imagesOfAnotherSizeAreNormalized() throws IOException {
        byte[] file = Samples.idx(2 * 40 * 30, 0x803, 2, 40, 30);
        for (int y = 8; y < 32; y++) {
            Arrays.fill(file, 16 + y * 30 + 13, 16 + y * 30 + 17, (byte) 255);
        }
        Files.write(images, file);
        Files.write(labels, Samples.idx(2, 0x801, 2));

        List<Sample> samples = dataset().readAll();

        byte[] first = Arrays.copyOfRange(file, 16, 16 + 1200);
        assertThat(samples.get(0).image()).isEqualTo(PictureNormalizer.normalizeGrey(30, 40, first));
        assertThat(samples.get(0).image().isBlank()).isFalse();
        assertThat(samples.get(1).image().isBlank()).isTrue();
    }

    @Test
    void labelsBeyondNineAreKeptAndAreNoDigits() throws IOException {
        IdxFiles.writeImages(images, List.of(Samples.image(1)));
        IdxFiles.writeLabels(labels, new byte[] {(byte) 200});

        Sample sample = dataset().readAll().get(0);

        assertThat(sample.label()).hasValue("200");
        assertThat(sample.digit()).isEmpty();
    }

    @Test
    void refusesToWriteWhatIsNoDigit() {
        List<Sample> samples = List.of(Sample.of(DigitImage.blank(), "?"));

        assertThatIllegalArgumentException().isThrownBy(() -> IdxFiles.write(images, labels, samples));
        assertThat(images).doesNotExist();
    }

    @Test
    void namesAMissingFile() throws IOException {
        written(2);
        Files.delete(labels);

        assertProblem(labels, "is not there");
    }

    @Test
    void refusesAForeignFile() throws IOException {
        written(2);
        Files.writeString(images, "Quick, draw!");
        assertProblem(images, "no IDX file");

        Files.write(images, new byte[] {0, 0});
        assertProblem(images, "no IDX file");

        Files.write(images, new byte[0]);
        assertProblem(images, "no IDX file");

        Files.delete(images);
        Files.createDirectory(images);
        assertProblem(images, "is a folder");
    }

    @Test
    void tellsWhenImagesAndLabelsAreSwapped() throws IOException {
        written(2);

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> IdxFiles.dataset("mine", labels, images).readAll())
                .withMessageContaining("labels where images are wanted");
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> IdxFiles.dataset("mine", images, images).readAll())
                .withMessageContaining("images where labels are wanted");
    }

    @Test
    void refusesAPlainFileThatIsCutOffAtOnce() throws IOException {
        written(3);
        byte[] whole = Files.readAllBytes(images);
        Files.write(images, Arrays.copyOf(whole, whole.length - IMAGE_BYTES - 1));

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> dataset().open().close())
                .withMessageContaining("cut off after 1 of 3");
    }

    @Test
    void givesWhatIsGoodOfAPackedFileThatIsCutOff() throws IOException {
        written(3);
        byte[] whole = Files.readAllBytes(images);
        Files.write(images, Samples.gzip(Arrays.copyOf(whole, whole.length - IMAGE_BYTES - 1)));

        try (SampleReader reader = dataset().open()) {
            assertThat(reader.next()).isEqualTo(Optional.of(Samples.make(1).get(0)));
            assertThatExceptionOfType(FileProblem.class)
                    .isThrownBy(reader::next)
                    .withMessageContaining("cut off after 1 of 3");
        }
    }

    @Test
    void refusesAPackedFileWhosePackingIsCutOff() throws IOException {
        written(50);
        byte[] packed = Samples.gzip(Files.readAllBytes(images));
        Files.write(images, Arrays.copyOf(packed, packed.length / 2));
        assertProblem(images, "cut off after");

        Files.write(images, Arrays.copyOf(packed, 5));
        assertProblem(images, "damaged");
    }

    @Test
    void refusesAPackedFileThatIsDamaged() throws IOException {
        written(50);
        byte[] packed = Samples.gzip(Files.readAllBytes(images));
        packed[packed.length - 6] ^= 1;
        Files.write(images, packed);

        assertProblem(images, "damaged");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesWhatFollowsTheLastEntry(boolean packed) throws IOException {
        written(2);
        byte[] longer = Arrays.copyOf(Files.readAllBytes(labels), 8 + 2 + 1);
        Files.write(labels, packed ? Samples.gzip(longer) : longer);

        assertProblem(labels, "goes on after its 2 entries");
    }

    @Test
    void refusesCountsThatDiffer() throws IOException {
        written(1200);
        IdxFiles.writeLabels(labels, new byte[1199]);

        assertProblem(images, "has 1200 images, but " + labels + " has 1199 labels");
    }

    @Test
    void refusesAbsurdDimensions() throws IOException {
        written(2);
        for (int[] header : new int[][] {
            {0x803, -1, 28, 28}, {0x803, 2, 0, 28}, {0x803, 2, 28, -5}, {0x803, 1, 100_000, 28}, {0x803, 1, 1, 1 << 30}
        }) {
            Files.write(images, Samples.idx(100, header));
            assertProblem(images, "cannot be");
        }
    }

    @Test
    void refusesMoreImagesThanThereAreBytes() throws IOException {
        Files.write(images, Samples.idx(100, 0x803, Integer.MAX_VALUE, 4096, 4096));
        Files.write(labels, Samples.idx(100, 0x801, Integer.MAX_VALUE));

        assertProblem(images, "cut off after 0 of 2147483647");
    }

    private Dataset dataset() {
        return IdxFiles.dataset("mine", images, labels);
    }

    private Dataset written(int count) throws IOException {
        IdxFiles.write(images, labels, Samples.make(count));
        return dataset();
    }

    private void assertProblem(Path file, String what) {
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> dataset().readAll())
                .withMessageStartingWith(file.toString())
                .withMessageContaining(what);
    }
}
