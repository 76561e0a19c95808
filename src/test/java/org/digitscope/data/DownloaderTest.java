package org.digitscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.digitscope.data.LoopbackServer.Page;
import org.digitscope.data.LoopbackServer.Request;
import org.digitscope.files.FileProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class DownloaderTest {
    private static final byte[] CONTENT = content(1);
    private static final DownloadProgress QUIET = (file, done, total) -> {};

    @TempDir
    Path folder;

    private LoopbackServer server;
    private Path target;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
        target = folder.resolve("sets/digits.gz");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fetchesTheWholeFileAndTellsHowFarItIs() throws IOException {
        server.serve("/a", CONTENT);
        List<Long> done = new ArrayList<>();

        new Downloader()
                .download(
                        wanted("/a"),
                        (file, doneBytes, totalBytes) -> {
                            assertThat(file).isEqualTo("digits.gz");
                            assertThat(totalBytes).isEqualTo(CONTENT.length);
                            done.add(doneBytes);
                        },
                        () -> false);

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(done).isSorted().startsWith(0L).endsWith((long) CONTENT.length);
        assertOnlyTheTargetIsLeft();
    }

    @Test
    void goesOnWhereTheConnectionBrokeOff() throws IOException {
        server.serve("/a", CONTENT).breakingOffAfter(150_000);

        download("/a");

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests()).extracting(Request::range).containsExactly("", "bytes=150000-", "bytes=300000-");
        assertOnlyTheTargetIsLeft();
    }

    @Test
    void aLaterRunGoesOnWhereAnEarlierOneGaveUp() throws IOException {
        Page page = server.serve("/a", CONTENT).holdingAfter(10_000);
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> new Downloader(Duration.ofMillis(300)).download(wanted("/a"), QUIET, () -> false))
                .withMessageContaining("broke off")
                .withMessageContaining("kept");
        assertThat(target).doesNotExist();
        page.behavingAgain();
        int before = server.requests().size();

        download("/a");

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests().get(before).range()).isEqualTo("bytes=50000-");
        assertThat(server.requests()).hasSize(before + 1);
    }

    @Test
    void startsAnewWhereTheServerKnowsNoRanges() throws IOException {
        Page page = server.serve("/a", CONTENT).withoutRanges().holdingAfter(100_000);
        cancelAfter(100_000);
        page.behavingAgain();

        download("/a");

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests()).extracting(Request::range).containsExactly("", "bytes=100000-");
    }

    @Test
    void startsAnewWhenTheServerHasAnotherVersion() throws IOException {
        Page page = server.serve("/a", CONTENT).holdingAfter(100_000);
        cancelAfter(100_000);
        byte[] newer = content(2);
        page.behavingAgain().content(newer, "\"v2\"");

        new Downloader()
                .download(
                        new Download(List.of(server.uri("/a")), target, 1 << 20, file -> is(file, newer)),
                        QUIET,
                        () -> false);

        assertThat(target).hasBinaryContent(newer);
    }

    @Test
    void aPartThatIsWholeIsNotFetchedAgain() throws IOException {
        server.serve("/a", CONTENT);
        try (PartFile part = PartFile.open(target)) {
            part.restart(Optional.of(new PartFile.Origin(server.uri("/a"), "\"v1\"")));
            part.append(List.of(ByteBuffer.wrap(CONTENT)));
        }

        download("/a");

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests()).extracting(Request::range).containsExactly("bytes=400000-");
    }

    @Test
    void startsAnewWhereItIsNotKnownWhatThePartIsOf() throws IOException {
        Files.createDirectories(target.getParent());
        Files.write(folder.resolve("sets/digits.gz.part"), new byte[] {1, 2, 3});
        Files.writeString(folder.resolve("sets/digits.gz.part.from"), "::\n\u0001\n");
        server.serve("/a", CONTENT);

        download("/a");

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests()).extracting(Request::range).containsExactly("");
    }

    @Test
    void takesTheNextMirrorWhereOneFails() throws IOException {
        server.serve("/second/a", CONTENT);
        URI closed;
        try (LoopbackServer gone = new LoopbackServer()) {
            closed = gone.uri("/a");
        }

        new Downloader().download(wanted(closed, server.uri("/first/a"), server.uri("/second/a")), QUIET, () -> false);

        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void takesTheNextMirrorWhereOneHasAnotherContent() throws IOException {
        server.serve("/first/a", content(2));
        server.serve("/second/a", CONTENT);

        download("/first/a", "/second/a");

        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void triesTheMirrorFirstThatBeganIt() throws IOException {
        Page second = server.serve("/second/a", CONTENT).holdingAfter(100_000);
        cancelAfter(100_000, "/first/a", "/second/a");
        second.behavingAgain();
        server.requests().clear();

        download("/first/a", "/second/a");

        assertThat(server.requests()).containsExactly(new Request("/second/a", "bytes=100000-"));
    }

    @Test
    void saysWhyEachMirrorFailed() {
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> download("/first/a", "/second/a"))
                .withMessageContaining(target.toString())
                .withMessageContaining("HTTP 404; ")
                .withMessageContaining("check the connection");
        assertThat(folder.resolve("sets")).isEmptyDirectory();
    }

    @Test
    void whatIsWrongIsRemovedAndSaidSo() throws IOException {
        Files.createDirectories(target.getParent());
        Files.writeString(target, "what was there");
        server.serve("/a", content(2));

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> download("/a"))
                .withMessageContaining("another checksum")
                .withMessageContaining(server.uri("/a").toString());

        assertThat(target).hasContent("what was there");
        assertOnlyTheTargetIsLeft();
    }

    @Test
    void refusesMoreThanTheLimit() {
        server.serve("/a", new byte[(1 << 20) + 1]);

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> download("/a"))
                .withMessageContaining("more than 1 MB");
        assertThat(folder.resolve("sets")).isEmptyDirectory();
    }

    @Test
    void cancelKeepsWhatHasArrived() throws IOException {
        server.serve("/a", CONTENT).holdingAfter(123_456);

        cancelAfter(123_456);

        assertThat(target).doesNotExist();
        assertThat(Files.readAllBytes(folder.resolve("sets/digits.gz.part")))
                .isEqualTo(Arrays.copyOf(CONTENT, 123_456));
    }

    @Test
    void anInterruptCancelsToo() throws IOException {
        server.serve("/a", CONTENT).holdingAfter(100_000);
        Thread downloading = Thread.currentThread();
        AtomicBoolean stillInterrupted = new AtomicBoolean();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> {
            try {
                new Downloader()
                        .download(
                                wanted("/a"),
                                (file, done, total) -> {
                                    if (done == 100_000) {
                                        downloading.interrupt();
                                    }
                                },
                                () -> false);
            } finally {
                stillInterrupted.set(Thread.interrupted());
            }
        });

        assertThat(stillInterrupted).isTrue();
        assertThat(folder.resolve("sets/digits.gz.part")).hasSize(100_000);
    }

    @Test
    void cancelledBeforeItBeganLeavesNothing() {
        server.serve("/a", CONTENT);

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> new Downloader().download(wanted("/a"), QUIET, () -> true));

        assertThat(folder.resolve("sets")).isEmptyDirectory();
    }

    @Test
    void twoDownloadsOfOneFileDoNotMix() throws IOException {
        server.serve("/a", CONTENT);
        try (PartFile other = PartFile.open(target)) {
            assertThat(other.length()).isZero();
            assertThatExceptionOfType(FileProblem.class)
                    .isThrownBy(() -> download("/a"))
                    .withMessageContaining("fetched already");
        }
        download("/a");

        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void namesAFolderThatCannotBeMade() throws IOException {
        server.serve("/a", CONTENT);
        Files.writeString(folder.resolve("sets"), "a file where the folder should be");

        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> download("/a"))
                .withMessageContaining(folder.resolve("sets").toString());
    }

    private void download(String... paths) throws IOException {
        new Downloader().download(wanted(paths), QUIET, () -> false);
    }

    private void cancelAfter(int bytes, String... paths) {
        AtomicBoolean enough = new AtomicBoolean();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> new Downloader()
                        .download(
                                wanted(paths.length == 0 ? new String[] {"/a"} : paths),
                                (file, done, total) -> enough.set(done >= bytes),
                                enough::get));
    }

    private Download wanted(String... paths) {
        return wanted(Stream.of(paths).map(server::uri).toArray(URI[]::new));
    }

    private Download wanted(URI... mirrors) {
        return new Download(List.of(mirrors), target, 1 << 20, file -> is(file, CONTENT));
    }

    private static boolean is(Path file, byte[] content) throws IOException {
        return Arrays.equals(Files.readAllBytes(file), content);
    }

    private void assertOnlyTheTargetIsLeft() {
        assertThat(folder.resolve("sets")).isDirectoryNotContaining(file -> !file.equals(target));
    }

    private static byte[] content(int seed) {
        byte[] content = new byte[400_000];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) random.nextInt();
        }
        return content;
    }
}
