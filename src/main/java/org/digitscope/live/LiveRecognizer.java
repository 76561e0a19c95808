package org.digitscope.live;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.digitscope.image.InkImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.Inference;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what is being drawn, on a thread of its own. The newest subject wins: one that a newer has overtaken is
 * never looked at, and of results that wait to be shown only the newest is delivered. Without a network the readings
 * have the 28×28 alone; when one arrives, the newest subject is read again.
 *
 * <p>All methods are safe for any thread and return at once.
 */
public final class LiveRecognizer implements AutoCloseable {
    private record Task(Subject subject, long submittedNanos) {}

    private final InkRasterizer rasterizer;
    private final Executor delivery;
    private final Consumer<Reading> onReading;
    private final Consumer<RuntimeException> onFailure;
    private final Latency latency = new Latency();
    private final AtomicReference<@Nullable Reading> undelivered = new AtomicReference<>();
    private final Thread thread;

    private final Object lock = new Object();
    private @Nullable Task newest;
    private @Nullable Task last;
    private @Nullable DigitNetwork arrived;
    private boolean closing;

    // Only for the recogniser's own thread.
    private @Nullable DigitNetwork network;
    private int networkNumber;

    /**
     * @param delivery where readings are handed over, such as the JavaFX thread
     * @param onReading called through {@code delivery}, newest last
     * @param onFailure called through {@code delivery} if a network fails; the recogniser goes on
     */
    public LiveRecognizer(
            InkRasterizer rasterizer,
            Executor delivery,
            Consumer<Reading> onReading,
            Consumer<RuntimeException> onFailure) {
        this.rasterizer = rasterizer;
        this.delivery = delivery;
        this.onReading = onReading;
        this.onFailure = onFailure;
        this.thread = new Thread(this::work, "live-recognizer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks for a reading; overtakes whatever waits. */
    public void submit(Subject subject) {
        synchronized (lock) {
            newest = new Task(subject, System.nanoTime());
            last = newest;
            lock.notifyAll();
        }
    }

    /** Hands over a network, which replaces the one before; the recogniser closes both in their time. */
    public void use(DigitNetwork next) {
        DigitNetwork unwanted;
        synchronized (lock) {
            if (closing) {
                unwanted = next;
            } else {
                unwanted = arrived;
                arrived = next;
                if (newest == null && last != null) {
                    newest = new Task(last.subject(), System.nanoTime());
                }
                lock.notifyAll();
            }
        }
        if (unwanted != null) {
            unwanted.close();
        }
    }

    /** Times from submission to result. */
    public Latency latency() {
        return latency;
    }

    /** Ends the thread after its current pass and closes the network. */
    @Override
    public void close() {
        synchronized (lock) {
            closing = true;
            lock.notifyAll();
        }
    }

    /** Waits until the thread has ended and native memory is free. */
    public void awaitClosed() throws InterruptedException {
        thread.join();
    }

    private void work() {
        try {
            for (Optional<Task> task = take(); task.isPresent(); task = take()) {
                read(task.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeAll();
        }
    }

    /** Waits for the newest task, taking over every network that arrives meanwhile; empty at the end. */
    private Optional<Task> take() throws InterruptedException {
        while (true) {
            DigitNetwork replaced = null;
            Task task;
            synchronized (lock) {
                while (!closing && newest == null && arrived == null) {
                    lock.wait();
                }
                if (closing) {
                    return Optional.empty();
                }
                if (arrived != null) {
                    replaced = network;
                    network = arrived;
                    arrived = null;
                    networkNumber++;
                }
                task = newest;
                newest = null;
            }
            if (replaced != null) {
                close(replaced);
            }
            if (task != null) {
                return Optional.of(task);
            }
        }
    }

    private void closeAll() {
        DigitNetwork waiting;
        synchronized (lock) {
            closing = true;
            waiting = arrived;
            arrived = null;
        }
        if (waiting != null) {
            close(waiting);
        }
        if (network != null) {
            close(network);
        }
    }

    private void close(DigitNetwork old) {
        try {
            old.close();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void read(Task task) {
        try {
            InkImage inkImage = task.subject() instanceof Subject.Ink ink
                    ? rasterizer.rasterize(ink.drawing())
                    : new InkImage(((Subject.Picture) task.subject()).image(), Optional.empty());
            DigitNetwork reader = network;
            Optional<Inference> inference =
                    reader == null ? Optional.empty() : Optional.of(reader.run(inkImage.image()));
            long nanos = System.nanoTime() - task.submittedNanos();
            if (inference.isPresent()) {
                latency.record(nanos);
            }
            deliver(new Reading(task.subject(), inkImage, inference, networkNumber, nanos));
        } catch (RuntimeException e) {
            fail(e);
        } catch (OutOfMemoryError e) {
            fail(new IllegalStateException("the memory is not enough for this network", e));
        }
    }

    private void deliver(Reading reading) {
        if (undelivered.getAndSet(reading) == null) {
            hand(() -> {
                Reading newestReading = undelivered.getAndSet(null);
                if (newestReading != null) {
                    onReading.accept(newestReading);
                }
            });
        }
    }

    private void fail(RuntimeException problem) {
        hand(() -> onFailure.accept(problem));
    }

    private void hand(Runnable delivered) {
        try {
            delivery.execute(delivered);
        } catch (RejectedExecutionException e) {
            // Whoever would look at it is gone.
            undelivered.set(null);
        }
    }
}
