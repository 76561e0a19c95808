package org.digitscope.data;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, taken piece by piece by one thread. Unlike the stream that java.net.http offers, it notices when
 * nothing comes any more, and when it is no longer wanted while it waits.
 */
final class BodyQueue implements BodySubscriber<BodyQueue>, Closeable {
    private static final long LOOK_UP_MILLIS = 100;

    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private sealed interface Event {
        record Bytes(List<ByteBuffer> buffers) implements Event {}

        record Failure(Throwable cause) implements Event {}

        record End() implements Event {}
    }

    /**
     * Waits for the next bytes.
     *
     * @param stall after how long without any to give up
     * @return an empty list at the end
     * @throws CancellationException if {@code cancelled} is true or the thread is interrupted, which it then still is
     * @throws IOException if the connection breaks off or stalls
     */
    List<ByteBuffer> take(Duration stall, BooleanSupplier cancelled) throws IOException {
        subscription.thenAccept(source -> source.request(1));
        long deadlineNanos = System.nanoTime() + stall.toNanos();
        while (true) {
            Event event = poll(cancelled);
            if (event instanceof Event.Bytes bytes) {
                return bytes.buffers();
            }
            if (event instanceof Event.Failure failure) {
                throw new IOException(failure.cause());
            }
            if (event instanceof Event.End) {
                return List.of();
            }
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new HttpTimeoutException("nothing came for " + stall.toSeconds() + " s");
            }
        }
    }

    private @Nullable Event poll(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        try {
            return events.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    @Override
    public CompletionStage<BodyQueue> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription source) {
        subscription.complete(source);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Event.Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        events.add(new Event.Failure(cause));
    }

    @Override
    public void onComplete() {
        events.add(new Event.End());
    }

    /** Drops the connection if the body has not ended. */
    @Override
    public void close() {
        subscription.thenAccept(Subscription::cancel);
    }
}
