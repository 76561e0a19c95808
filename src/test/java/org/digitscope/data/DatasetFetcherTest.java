package org.digitscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.digitscope.files.FileProblem;
import org.digitscope.files.UserFolders;
import org.digitscope.image.DigitImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class DatasetFetcherTest {
    private static final DownloadProgress QUIET = (file, done, total) -> {};
    private static final byte[] LABELS = Samples.idx(3, 0x801, 3);
    private static final byte[] UNIPEN = UnipenInkTest.TEXT.getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private LoopbackServer server;
    private Path dataSets;
    private UserFolders folders;
    private DatasetFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
        dataSets = folder.resolve("sets");
        folders = new UserFolders(folder.resolve("data"), folder.resolve("cache"), dataSets);
        fetcher = new DatasetFetcher(folders, new Downloader());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void installsAnIdxFileAsItComes() throws IOException {
        byte[] packed = Samples.gzip(LABELS);
        server.serve("/t10k-labels-idx1-ubyte.gz", packed);

        List<Path> fetched = fetcher.fetch(idxSet(), QUIET, () -> false);

        Path file = dataSets.resolve("mnist/t10k-labels-idx1-ubyte.gz");
        assertThat(fetched).containsExactly(file);
        assertThat(file).hasBinaryContent(packed);
        assertThat(fetcher.isHere(idxSet())).isTrue();
    }

    @Test
    void aMirrorMayHavePackedItAnewOrNotAtAll() throws IOException {
        server.serve("/t10k-labels-idx1-ubyte.gz", LABELS);

        fetcher.fetch(idxSet(), QUIET, () -> false);

        assertThat(dataSets.resolve("mnist/t10k-labels-idx1-ubyte.gz")).hasBinaryContent(LABELS);
    }

    @Test
    void fetchingAgainAsksNoServer() throws IOException {
        server.serve("/t10k-labels-idx1-ubyte.gz", Samples.gzip(LABELS));
        server.serve("/pendigits-orig.tes.Z", LzwPacker.pack(UNIPEN, 16, 0));
        fetcher.fetch(idxSet(), QUIET, () -> false);
        fetcher.fetch(inkSet(), QUIET, () -> false);
        server.requests().clear();

        assertThat(fetcher.fetch(idxSet(), QUIET, () -> false)).isEmpty();
        assertThat(fetcher.fetch(inkSet(), QUIET, () -> false)).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aFileUnderAnotherKnownNameIsLeftAlone() throws IOException {
        Path own = Files.createDirectories(dataSets.resolve("mnist")).resolve("t10k-labels.idx1-ubyte");
        Files.write(own, LABELS);

        assertThat(fetcher.isHere(idxSet())).isTrue();
        assertThat(fetcher.fetch(idxSet(), QUIET, () -> false)).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aDamagedFileIsReplaced() throws IOException {
        Path file = Files.createDirectories(dataSets.resolve("mnist")).resolve("t10k-labels-idx1-ubyte.gz");
        Files.write(file, new byte[] {0x1F, (byte) 0x8B, 1, 2, 3});
        server.serve("/t10k-labels-idx1-ubyte.gz", Samples.gzip(LABELS));

        assertThat(fetcher.fetch(idxSet(), QUIET, () -> false)).containsExactly(file);
        assertThat(file).hasBinaryContent(Samples.gzip(LABELS));
    }

    @Test
    void wrongContentIsNotInstalled() {
        server.serve("/t10k-labels-idx1-ubyte.gz", Samples.idx(4, 0x801, 4));

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> fetcher.fetch(idxSet(), QUIET, () -> false))
                .withMessageContaining("another checksum");
        assertThat(fetcher.isHere(idxSet())).isFalse();
        assertThat(dataSets.resolve("mnist")).isEmptyDirectory();
    }

    @Test
    void penTrajectoriesBecomeInkThatCanBeOpened() throws IOException {
        server.serve("/pendigits-orig.tes.Z", LzwPacker.pack(UNIPEN, 16, 0));

        fetcher.fetch(inkSet(), QUIET, () -> false);

        assertInkIsThere();
    }

    @Test
    void penTrajectoriesAreTakenOutOfTheArchiveWhereTheFileIsGone() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("pendigits.names"));
            zip.write(1);
            zip.putNextEntry(new ZipEntry("pendigits-orig.tes.Z"));
            zip.write(LzwPacker.pack(UNIPEN, 16, 0));
        }
        server.serve("/archive.zip", archive.toByteArray());

        fetcher.fetch(inkSet(), QUIET, () -> false);

        assertInkIsThere();
    }

    @Test
    void penTrajectoriesWithOtherLabelsAreRefused() {
        byte[] other = UnipenInkTest.TEXT.replace("? \"8\"", "? \"3\"").getBytes(StandardCharsets.US_ASCII);
        server.serve("/pendigits-orig.tes.Z", LzwPacker.pack(other, 16, 0));

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> fetcher.fetch(inkSet(), QUIET, () -> false))
                .withMessageContaining("another checksum");
        assertThat(dataSets.resolve("ink")).isEmptyDirectory();
    }

    @Test
    void progressCountsTheWholeSet() throws IOException {
        server.serve("/pendigits-orig.tes.Z", LzwPacker.pack(UNIPEN, 16, 0));
        List<Long> done = new ArrayList<>();

        fetcher.fetch(
                inkSet(),
                (file, doneBytes, totalBytes) -> {
                    assertThat(totalBytes).isEqualTo(inkSet().downloadBytes());
                    done.add(doneBytes);
                },
                () -> false);

        assertThat(done).isSorted().endsWith(inkSet().downloadBytes());
    }

    private void assertInkIsThere() throws IOException {
        assertThat(dataSets.resolve("ink")).isDirectoryNotContaining(file -> !file.endsWith("pendigits-test.ndjson"));
        List<Sample> samples = new DatasetCatalog(folders)
                .open("pendigits:test", drawing -> DigitImage.blank())
                .readAll();
        assertThat(samples).extracting(Sample::label).containsExactly(Optional.of("8"), Optional.of("4"));
        assertThat(samples).extracting(Sample::writer).containsExactly(Optional.of("tes-w06"), Optional.of("tes-w12"));
    }

    private KnownDataset idxSet() {
        List<URI> mirrors = List.of(server.uri("/t10k-labels-idx1-ubyte.gz"));
        return set(new KnownFile(
                "mnist/t10k-labels-idx1-ubyte.gz",
                KnownFile.Kind.IDX,
                LABELS.length,
                sha256(LABELS),
                mirrors,
                LABELS.length));
    }

    private KnownDataset inkSet() {
        List<URI> mirrors = List.of(server.uri("/pendigits-orig.tes.Z"), server.uri("/archive.zip"));
        String labels = sha256("8\n4\n".getBytes(StandardCharsets.US_ASCII));
        return set(new KnownFile("ink/pendigits-test.ndjson", KnownFile.Kind.PEN_INK, 2, labels, mirrors, 500));
    }

    private static KnownDataset set(KnownFile file) {
        return new KnownDataset("made-up", "", URI.create("http://localhost/"), "", "", 0, 2, List.of(file));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
