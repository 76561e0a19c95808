package org.digitscope.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.digitscope.image.InkImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.Inference;
import org.digitscope.network.WeightEdits;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what is being drawn, on a thread of its own. The newest subject wins: one that a newer has overtaken is
 * never looked at, and of results that wait to be shown only the newest is delivered. Without a network the readings
 * have the 28×28 alone; when one arrives, the newest subject is read again.
 *
 * <p>Between readings it does other work with the network, slice by slice: first what follows the newest reading, then
 * what was asked for once. A subject that arrives waits for one slice at most.
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
    private int arrivals;
    private @Nullable WeightEdits edits;
    private Optional<FollowUp> followUp = Optional.empty();
    private boolean followUpChanged;
    private final Deque<Slices> onceInTheBackground = new ArrayDeque<>();
    private boolean closing;

    // Only for the recogniser's own thread.
    private @Nullable DigitNetwork network;
    private int networkNumber;
    private @Nullable Reading lastReading;
    private @Nullable Slices following;

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
            arrivals++;
            if (closing) {
                unwanted = next;
            } else {
                unwanted = arrived;
                arrived = next;
                // What was asked for was about the network before.
                edits = null;
                onceInTheBackground.clear();
                readAgain();
                lock.notifyAll();
            }
        }
        if (unwanted != null) {
            unwanted.close();
        }
    }

    /** Changes the weights of the network, and reads the newest subject again. Lasts until the next network. */
    public void edit(WeightEdits changed) {
        synchronized (lock) {
            edits = changed;
            readAgain();
            lock.notifyAll();
        }
    }

    /** From now on does this after each reading, the last one included; a newer reading takes its place. */
    public void followUp(Optional<FollowUp> next) {
        synchronized (lock) {
            followUp = next;
            followUpChanged = true;
            lock.notifyAll();
        }
    }

    /** Does this once, when there is nothing else to do; forgotten if another network arrives first. */
    public void inBackground(Slices work) {
        synchronized (lock) {
            onceInTheBackground.add(work);
            lock.notifyAll();
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
            for (Optional<Runnable> work = take(); work.isPresent(); work = take()) {
                attempt(work.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeAll();
        }
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            fail(e);
        } catch (OutOfMemoryError e) {
            fail(outOfMemory(e));
        }
    }

    private static IllegalStateException outOfMemory(OutOfMemoryError e) {
        return new IllegalStateException("the memory is not enough for this network", e);
    }

    /** Waits for what is to be done next, the most urgent first; empty at the end. */
    private Optional<Runnable> take() throws InterruptedException {
        synchronized (lock) {
            while (true) {
                if (closing) {
                    return Optional.empty();
                }
                if (arrived != null) {
                    DigitNetwork next = arrived;
                    int number = arrivals;
                    arrived = null;
                    return Optional.of(() -> replaceNetwork(next, number));
                }
                DigitNetwork current = network;
                if (edits != null && current != null) {
                    WeightEdits changed = edits;
                    edits = null;
                    return Optional.of(() -> current.edit(changed));
                }
                if (newest != null) {
                    Task task = newest;
                    newest = null;
                    following = null;
                    return Optional.of(() -> read(task));
                }
                if (followUpChanged) {
                    followUpChanged = false;
                    return Optional.of(this::follow);
                }
                if (following != null && current != null) {
                    Slices slices = following;
                    return Optional.of(() -> following = step(slices, current) ? null : slices);
                }
                if (!onceInTheBackground.isEmpty() && current != null) {
                    Slices slices = onceInTheBackground.remove();
                    int number = arrivals;
                    return Optional.of(() -> {
                        if (!step(slices, current)) {
                            queueAgain(slices, number);
                        }
                    });
                }
                lock.wait();
            }
        }
    }

    /** One slice; work that fails is not tried again. */
    private boolean step(Slices slices, DigitNetwork current) {
        boolean done = true;
        try {
            done = slices.step(current);
        } catch (RuntimeException e) {
            fail(e);
        } catch (OutOfMemoryError e) {
            fail(outOfMemory(e));
        }
        return done;
    }

    /** Behind what else was asked for, so that a long search does not keep a short one waiting. */
    private void queueAgain(Slices slices, int askedOf) {
        synchronized (lock) {
            if (askedOf == arrivals) {
                onceInTheBackground.add(slices);
            }
        }
    }

    private void replaceNetwork(DigitNetwork next, int number) {
        DigitNetwork replaced = network;
        network = next;
        networkNumber = number;
        lastReading = null;
        following = null;
        if (replaced != null) {
            close(replaced);
        }
    }

    /** For whoever holds the lock. */
    private void readAgain() {
        if (newest == null && last != null) {
            newest = new Task(last.subject(), System.nanoTime());
        }
    }

    private void follow() {
        Optional<FollowUp> wanted;
        synchronized (lock) {
            wanted = followUp;
        }
        Reading reading = lastReading;
        following = wanted.isPresent() && reading != null && reading.inference().isPresent()
                ? wanted.get().after(reading)
                : null;
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
        InkImage inkImage = task.subject() instanceof Subject.Ink ink
                ? rasterizer.rasterize(ink.drawing())
                : new InkImage(((Subject.Picture) task.subject()).image(), Optional.empty());
        DigitNetwork reader = network;
        Optional<Inference> inference = reader == null ? Optional.empty() : Optional.of(reader.run(inkImage.image()));
        long nanos = System.nanoTime() - task.submittedNanos();
        if (inference.isPresent()) {
            latency.record(nanos);
        }
        Reading reading = new Reading(task.subject(), inkImage, inference, networkNumber, nanos);
        deliver(reading);
        lastReading = reading;
        follow();
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
