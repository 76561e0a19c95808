package org.digitscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.network.FakeNetwork;
import org.digitscope.network.WeightEdits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the recogniser does between two readings. */
@Timeout(30)
final class LiveRecognizerSlicesTest {
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    private final LiveRecognizer recognizer =
            new LiveRecognizer(new InkRasterizer(), Runnable::run, readings::add, failures::add);

    @AfterEach
    void close() throws InterruptedException {
        recognizer.close();
        recognizer.awaitClosed();
    }

    @Test
    void followsEachReadingToItsEnd() {
        List<Subject> finished = new CopyOnWriteArrayList<>();
        recognizer.followUp(Optional.of(reading -> inSlices(3, () -> finished.add(reading.subject()))));
        recognizer.use(new FakeNetwork());

        recognizer.submit(subject(1));
        eventually(() -> finished.equals(List.of(subject(1))));
        recognizer.submit(subject(2));

        eventually(() -> finished.equals(List.of(subject(1), subject(2))));
    }

    @Test
    void aNewerSubjectWaitsForOneSliceAndTheRestIsDropped() {
        AtomicBoolean holding = new AtomicBoolean(true);
        AtomicInteger slices = new AtomicInteger();
        recognizer.use(new FakeNetwork());
        recognizer.followUp(Optional.of(reading -> network -> {
            boolean first = reading.subject().equals(subject(1));
            if (first) {
                slices.incrementAndGet();
                eventually(() -> !holding.get());
            }
            return !first;
        }));
        recognizer.submit(subject(1));
        eventually(() -> slices.get() == 1);

        recognizer.submit(subject(2));
        holding.set(false);

        eventually(() -> readings.stream().anyMatch(reading -> reading.subject().equals(subject(2))));
        assertThat(slices).hasValue(1);
    }

    @Test
    void aQuestionThatIsAskedLateIsAboutTheLastReading() {
        List<Subject> asked = new CopyOnWriteArrayList<>();
        recognizer.use(new FakeNetwork());
        recognizer.submit(subject(7));
        eventually(() -> readings.size() == 1);

        recognizer.followUp(Optional.of(reading -> inSlices(1, () -> asked.add(reading.subject()))));

        eventually(() -> asked.equals(List.of(subject(7))));
    }

    @Test
    void whatWasAskedForOnceIsDoneWhenNothingElseIs() {
        List<String> order = new CopyOnWriteArrayList<>();
        recognizer.submit(subject(1));
        recognizer.inBackground(inSlices(2, () -> order.add("once")));
        eventually(() -> readings.size() == 1);
        recognizer.use(new FakeNetwork());
        // The work was about the network before, of which there was none.
        recognizer.inBackground(inSlices(2, () -> order.add("later")));

        eventually(() -> order.equals(List.of("later")));
    }

    @Test
    void workThatFailsIsToldAndNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        recognizer.use(new FakeNetwork());
        recognizer.inBackground(network -> {
            tries.incrementAndGet();
            throw new IllegalStateException("no");
        });
        AtomicBoolean done = new AtomicBoolean();
        recognizer.inBackground(inSlices(1, () -> done.set(true)));

        eventually(done::get);

        assertThat(tries).hasValue(1);
        assertThat(failures).hasSize(1);
    }

    @Test
    void memoryThatRunsOutInASliceEndsThatWorkAlone() {
        AtomicInteger tries = new AtomicInteger();
        Slices greedy = network -> {
            tries.incrementAndGet();
            throw new OutOfMemoryError("no more");
        };
        recognizer.use(new FakeNetwork());
        recognizer.followUp(Optional.of(reading -> greedy));
        recognizer.inBackground(greedy);
        recognizer.submit(subject(1));
        eventually(() -> failures.size() == 2);

        AtomicBoolean done = new AtomicBoolean();
        recognizer.inBackground(inSlices(1, () -> done.set(true)));

        eventually(done::get);
        assertThat(tries).hasValue(2);
    }

    @Test
    void aLongSearchDoesNotKeepAShortOneWaiting() {
        List<String> order = new CopyOnWriteArrayList<>();
        AtomicBoolean asked = new AtomicBoolean();
        recognizer.use(new FakeNetwork());
        Slices search = inSlices(200, () -> order.add("long"));
        recognizer.inBackground(network -> {
            eventually(asked::get);
            return search.step(network);
        });
        recognizer.inBackground(inSlices(1, () -> order.add("short")));
        asked.set(true);

        eventually(() -> order.size() == 2);
        assertThat(order).containsExactly("short", "long");
    }

    @Test
    void editedWeightsReadTheSameSubjectAgain() {
        FakeNetwork network = new FakeNetwork();
        recognizer.use(network);
        recognizer.submit(subject(3));
        eventually(() -> readings.size() == 1);
        WeightEdits edits = WeightEdits.none().withBiasesSilenced(0, true);

        recognizer.edit(edits);

        eventually(() -> readings.size() == 2);
        assertThat(readings.get(1).subject()).isEqualTo(subject(3));
        assertThat(network.edits()).isEqualTo(edits);
    }

    /** Work in so many slices, with something to do in the last. */
    private static Slices inSlices(int count, Runnable last) {
        AtomicInteger left = new AtomicInteger(count);
        return network -> {
            boolean done = left.decrementAndGet() == 0;
            if (done) {
                last.run();
            }
            return done;
        };
    }

    private static Subject subject(int number) {
        byte[] levels = new byte[DigitImage.SIZE * DigitImage.SIZE];
        levels[number] = 100;
        return new Subject.Picture(DigitImage.ofLevels(levels));
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("ten seconds").isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
