package org.digitscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.files.UserFolders;
import org.digitscope.image.DigitImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownDatasetTest {
    @Test
    void isFoundByItsName() {
        assertThat(KnownDataset.named("mnist")).isPresent();
        assertThat(KnownDataset.named("mnits")).isEmpty();
        assertThat(KnownDataset.all()).extracting(KnownDataset::name).containsExactly("mnist", "pendigits");
    }

    @Test
    void tellsSizeAndLicence() {
        KnownDataset mnist = KnownDataset.named("mnist").orElseThrow();

        assertThat(mnist.sampleCount()).isEqualTo(70_000);
        assertThat(mnist.downloadBytes()).isEqualTo(11_594_722);
        assertThat(mnist.licence()).isEqualTo("CC BY-SA 3.0");
    }

    @Test
    void everyFileHasAChecksumAndASecondMirror() {
        for (KnownDataset set : KnownDataset.all()) {
            for (KnownFile file : set.files()) {
                assertThat(file.sha256()).matches("[0-9a-f]{64}");
                assertThat(file.mirrors())
                        .hasSizeGreaterThan(1)
                        .allMatch(uri -> uri.getScheme().equals("https"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "pendigits"})
    void thePublishedFilesAreRecognized(String name) throws IOException {
        KnownDataset set = KnownDataset.named(name).orElseThrow();
        UserFolders folders = foldersWith(set);

        List<Path> fetched = new DatasetFetcher(folders, new Downloader()).fetch(set, (file, done, total) -> {}, () -> {
            throw new AssertionError("asked a server");
        });

        assertThat(fetched).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mnist:train,60000", "mnist:test,10000", "pendigits:train,7494", "pendigits:test,3498"})
    void thePublishedFilesCanBeRead(String spec, int count) throws IOException {
        UserFolders folders = foldersWith(KnownDataset.named(spec.split(":")[0]).orElseThrow());

        List<Sample> samples = new DatasetCatalog(folders)
                .open(spec, drawing -> DigitImage.blank())
                .readAll();

        assertThat(samples).hasSize(count).allMatch(sample -> sample.digit().isPresent());
    }

    private static UserFolders foldersWith(KnownDataset set) {
        UserFolders folders = UserFolders.ofThisProcess();
        assumeTrue(
                System.getenv("DIGITSCOPE_DATA") != null && new DatasetFetcher(folders, new Downloader()).isHere(set),
                "set DIGITSCOPE_DATA to a folder with " + set.name());
        return folders;
    }
}
