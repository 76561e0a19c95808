package org.digitscope.data;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.digitscope.data.Transfer.NetworkFailure;
import org.digitscope.data.Transfer.TooLarge;
import org.digitscope.files.FileProblem;
import org.digitscope.text.Phrase;

/**
 * Fetches files over HTTP. What has arrived when a download breaks off or is cancelled stays beside the target as
 * {@code TARGET.part}, and the next one goes on from there if the server still has the same version. A file gets its name
 * only when it is whole and right.
 *
 * <p>Safe for any thread; each call blocks its own.
 */
public final class Downloader {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_TRIES_PER_MIRROR = 5;

    private final HttpClient client;
    private final Duration patience;

    /** One that asks the proxy of the system, follows redirections, and gives a silent server up after 30 s. */
    public Downloader() {
        this(PATIENCE);
    }

    Downloader(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build();
    }

    /**
     * Fetches one file, from the next mirror where one fails.
     *
     * @param cancelled asked several times a second while bytes arrive
     * @throws CancellationException if {@code cancelled} said so or the thread was interrupted, which it then still is;
     *     what has arrived stays
     * @throws FileProblem if no mirror gave it (what has arrived stays), what came is not right (it is removed), the disk
     *     is full or the folder cannot be written
     */
    public void download(Download wanted, DownloadProgress progress, BooleanSupplier cancelled) throws IOException {
        try (PartFile part = PartFile.open(wanted.target())) {
            download(wanted, part, new Transfer(client, patience, wanted, part, progress, cancelled));
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            throw FileProblem.of(wanted.target(), e);
        }
    }

    private static void download(Download wanted, PartFile part, Transfer transfer) throws IOException {
        Path target = wanted.target();
        List<Phrase> failures = new ArrayList<>();
        Optional<FileProblem> wrong = Optional.empty();
        for (URI mirror : part.ordered(wanted.mirrors())) {
            try {
                runUntilWhole(transfer, mirror);
                if (wanted.check().isRight(part.path())) {
                    part.moveIntoPlace();
                    return;
                }
                part.restart(Optional.empty());
                wrong = Optional.of(new FileProblem(target, "download.wrong", mirror.toString()));
            } catch (TooLarge e) {
                part.restart(Optional.empty());
                long maxMegabytes = wanted.maxBytes() / 1_000_000;
                wrong = Optional.of(new FileProblem(target, "download.too-large", mirror.toString(), maxMegabytes));
            } catch (NetworkFailure e) {
                failures.add(new Phrase("part.download-mirror", mirror.getHost(), e.reason()));
            }
        }
        Optional<Phrase> all = failures.stream().reduce((some, next) -> new Phrase("part.download-and", some, next));
        throw wrong.orElseGet(() -> new FileProblem(target, "download.failed", all.orElseThrow()));
    }

    private static void runUntilWhole(Transfer transfer, URI mirror) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                transfer.run(mirror);
                return;
            } catch (NetworkFailure e) {
                if (!e.worthAnotherTry() || tries == MAX_TRIES_PER_MIRROR) {
                    throw e;
                }
            }
        }
    }
}
