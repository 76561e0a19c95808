package org.digitscope.data;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitscope.data.PartFile.Origin;
import org.digitscope.files.FileProblem;
import org.digitscope.text.Phrase;
import org.jspecify.annotations.Nullable;

/** Brings a {@link PartFile} to its end from one mirror, from where it is. */
final class Transfer {
    private static final long LOOK_UP_MILLIS = 100;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (?:(\\d{1,18})-\\d+|\\*)/(\\d{1,18}|\\*)");

    private final HttpClient client;
    private final Duration patience;
    private final Download wanted;
    private final PartFile part;
    private final DownloadProgress progress;
    private final BooleanSupplier cancelled;

    Transfer(
            HttpClient client,
            Duration patience,
            Download wanted,
            PartFile part,
            DownloadProgress progress,
            BooleanSupplier cancelled) {
        this.client = client;
        this.patience = patience;
        this.wanted = wanted;
        this.part = part;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /** The mirror or the way to it failed, with a reason; another one may do better. */
    static final class NetworkFailure extends IOException {
        private final transient Phrase reason;
        private final boolean worthAnotherTry;

        NetworkFailure(Phrase reason, boolean worthAnotherTry) {
            this.reason = reason;
            this.worthAnotherTry = worthAnotherTry;
        }

        /** Part of a sentence of the bundle {@code problems}. */
        Phrase reason() {
            return reason;
        }

        /** True if the same mirror may do better the next time. */
        boolean worthAnotherTry() {
            return worthAnotherTry;
        }
    }

    /** The mirror has more than was allowed. */
    static final class TooLarge extends IOException {}

    /**
     * Asks once for what is missing; the part is whole afterwards.
     *
     * @throws NetworkFailure if it did not come; what did come is in the part
     * @throws CancellationException if it is no longer wanted, or the thread is interrupted, which it then still is
     */
    void run(URI mirror) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(mirror)
                .timeout(patience)
                .header("User-Agent", "digitscope")
                .header("Accept-Encoding", "identity");
        Optional<String> version = part.resumableFrom(mirror);
        if (version.isPresent()) {
            request.header("Range", "bytes=" + part.length() + "-").header("If-Range", version.get());
        }
        HttpResponse<BodyQueue> response = send(request.build());
        try (BodyQueue body = response.body()) {
            switch (response.statusCode()) {
                case 200 -> {
                    part.restart(origin(mirror, response));
                    receive(body, response.headers().firstValueAsLong("Content-Length"));
                }
                case 206 -> {
                    requireRange(rangeStart(response), new Phrase("part.download-other-part"));
                    receive(body, rangeTotal(response));
                }
                case 416 -> requireRange(rangeTotal(response), new Phrase("part.download-other-size"));
                default -> throw new NetworkFailure(new Phrase("part.download-status", response.statusCode()), false);
            }
        }
    }

    private void requireRange(OptionalLong position, Phrase otherwise) throws IOException {
        if (position.orElse(-1) != part.length()) {
            boolean hadSome = part.length() > 0;
            part.restart(Optional.empty());
            throw new NetworkFailure(otherwise, hadSome);
        }
    }

    private void receive(BodyQueue body, OptionalLong total) throws IOException {
        long totalBytes = total.orElse(-1);
        requireRoom(totalBytes);
        long before = part.length();
        report(totalBytes);
        while (totalBytes < 0 || part.length() < totalBytes) {
            List<ByteBuffer> buffers;
            try {
                buffers = body.take(patience, cancelled);
            } catch (IOException e) {
                throw new NetworkFailure(new Phrase("part.download-broken-off"), part.length() > before);
            }
            if (buffers.isEmpty()) {
                break;
            }
            part.append(buffers);
            if (part.length() > wanted.maxBytes()) {
                throw new TooLarge();
            }
            report(totalBytes);
        }
        if (totalBytes >= 0 && part.length() != totalBytes) {
            throw new NetworkFailure(new Phrase("part.download-broken-off"), part.length() > before);
        }
    }

    private void report(long totalBytes) {
        progress.report(String.valueOf(wanted.target().getFileName()), part.length(), totalBytes);
    }

    private void requireRoom(long totalBytes) throws IOException {
        if (totalBytes > wanted.maxBytes()) {
            throw new TooLarge();
        }
        long usableBytes = usableBytes();
        long wantedBytes = totalBytes - part.length();
        if (wantedBytes > usableBytes) {
            throw new FileProblem(
                    wanted.target(), "download.no-space", wantedBytes / 1_000_000 + 1, usableBytes / 1_000_000);
        }
    }

    /** Everything where the system does not say, as in a changed root: writing will tell then. */
    private long usableBytes() {
        try {
            return Files.getFileStore(part.path()).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private HttpResponse<BodyQueue> send(HttpRequest request) throws NetworkFailure {
        CompletableFuture<HttpResponse<BodyQueue>> answer = client.sendAsync(request, info -> new BodyQueue());
        try {
            while (!cancelled.getAsBoolean()) {
                try {
                    return answer.get(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    continue;
                }
            }
        } catch (ExecutionException e) {
            throw new NetworkFailure(reason(e.getCause()), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer.whenComplete((late, failure) -> {
            if (late != null) {
                late.body().close();
            }
        });
        answer.cancel(true);
        throw new CancellationException();
    }

    private static Phrase reason(@Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return new Phrase("part.download-no-answer");
        }
        String message = cause == null || cause instanceof ConnectException ? null : cause.getMessage();
        return message == null ? new Phrase("part.download-no-connection") : new Phrase("part.download-said", message);
    }

    private static Optional<Origin> origin(URI mirror, HttpResponse<?> response) {
        // If-Range takes no weak ETag.
        return response.headers()
                .firstValue("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> response.headers().firstValue("Last-Modified"))
                .map(version -> new Origin(mirror, version));
    }

    private static OptionalLong rangeStart(HttpResponse<?> response) {
        return rangeNumber(response, 1);
    }

    private static OptionalLong rangeTotal(HttpResponse<?> response) {
        return rangeNumber(response, 2);
    }

    private static OptionalLong rangeNumber(HttpResponse<?> response, int group) {
        String header = response.headers().firstValue("Content-Range").orElse("");
        Matcher range = CONTENT_RANGE.matcher(header);
        String number = range.matches() ? range.group(group) : null;
        return number == null || number.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
    }
}
