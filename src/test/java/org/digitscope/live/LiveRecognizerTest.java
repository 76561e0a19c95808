package org.digitscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.network.FakeNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class LiveRecognizerTest {
    private final ExecutorService delivery = Executors.newSingleThreadExecutor();
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    private final LiveRecognizer recognizer =
            new LiveRecognizer(new InkRasterizer(), delivery, readings::add, failures::add);

    @AfterEach
    void close() throws InterruptedException {
        recognizer.close();
        recognizer.awaitClosed();
        delivery.shutdownNow();
    }

    @Test
    void readsInkWithAllItsLayers() {
        FakeNetwork network = FakeNetwork.classic();
        recognizer.use(network);
        recognizer.submit(ink(1));

        Reading reading = await(ink(1), 1);

        assertThat(reading.inkImage()).isEqualTo(new InkRasterizer().rasterize(((Subject.Ink) ink(1)).drawing()));
        assertThat(reading.inference().orElseThrow().outputs()).hasSize(6);
        assertThat(reading.inference().orElseThrow().image())
                .isEqualTo(reading.inkImage().image());
        assertThat(reading.nanos()).isPositive();
        assertThat(recognizer.latency().count()).isEqualTo(1);
    }

    @Test
    void readsPicturesAsTheyAre() {
        byte[] levels = new byte[784];
        levels[400] = 99;
        Subject picture = new Subject.Picture(DigitImage.ofLevels(levels));
        recognizer.use(new FakeNetwork());
        recognizer.submit(picture);

        Reading reading = await(picture, 1);

        assertThat(reading.inkImage().image()).isEqualTo(DigitImage.ofLevels(levels));
        assertThat(reading.inkImage().placement()).isEmpty();
    }

    @Test
    void withoutANetworkShowsThe28x28AndCatchesUpWhenOneArrives() {
        recognizer.submit(ink(1));
        Reading early = await(ink(1), 0);
        assertThat(early.inference()).isEmpty();
        assertThat(early.inkImage().image().isBlank()).isFalse();
        assertThat(recognizer.latency().count()).isZero();

        recognizer.use(new FakeNetwork());

        assertThat(await(ink(1), 1).inference()).isPresent();
    }

    @Test
    void overtakenSubjectsAreNeverRun() {
        FakeNetwork network = new FakeNetwork().gated();
        recognizer.use(network);
        recognizer.submit(ink(1));
        eventually(() -> network.seen().size() == 1);
        IntStream.rangeClosed(2, 50).forEach(i -> recognizer.submit(ink(i)));

        network.open();

        await(ink(50), 1);
        assertThat(network.seen()).containsExactly(image(1), image(50));
    }

    @Test
    void ofResultsThatWaitToBeShownOnlyTheNewestIs() {
        AtomicBoolean busy = new AtomicBoolean(true);
        delivery.execute(() -> eventually(() -> !busy.get()));
        FakeNetwork network = new FakeNetwork();
        recognizer.use(network);
        for (int i = 1; i <= 5; i++) {
            recognizer.submit(ink(i));
            int count = i;
            eventually(() -> network.seen().size() == count);
        }
        eventually(() -> recognizer.latency().count() == 5);

        busy.set(false);

        await(ink(5), 1);
        assertThat(readings).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void neverShowsAnOlderResultAfterANewer() {
        recognizer.use(new FakeNetwork().slow(1));
        List<Subject> order = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            Subject subject = ink(i);
            order.add(subject);
            recognizer.submit(subject);
            if (i % 7 == 0) {
                pause(2);
            }
        }

        await(ink(300), 1);
        List<Integer> shown = readings.stream()
                .map(reading -> order.indexOf(reading.subject()))
                .toList();
        assertThat(shown).isSorted().hasSizeGreaterThan(3);
        assertThat(shown.get(shown.size() - 1)).isEqualTo(299);
    }

    @Test
    void aNewNetworkReadsTheSubjectAgainAndTheOldOneIsClosed() {
        FakeNetwork first = new FakeNetwork();
        FakeNetwork second = new FakeNetwork();
        recognizer.use(first);
        recognizer.submit(ink(4));
        await(ink(4), 1);

        recognizer.use(second);

        await(ink(4), 2);
        eventually(() -> first.closings() == 1);
        assertThat(second.closings()).isZero();
        assertThat(second.seen()).containsExactly(image(4));
    }

    @Test
    void aNetworkThatIsReplacedBeforeAnythingIsDrawnIsClosedAndNotUsed() {
        FakeNetwork first = new FakeNetwork();
        FakeNetwork second = new FakeNetwork();
        recognizer.use(first);
        pause(50);
        recognizer.use(second);
        eventually(() -> first.closings() == 1);

        recognizer.submit(ink(1));

        eventually(() -> !second.seen().isEmpty());
        assertThat(first.seen()).isEmpty();
        assertThat(second.closings()).isZero();
    }

    @Test
    void aNetworkThatNeverReadAnythingIsCountedAllTheSame() {
        FakeNetwork first = new FakeNetwork().gated();
        recognizer.use(first);
        recognizer.submit(ink(1));
        eventually(() -> first.seen().size() == 1);
        recognizer.use(new FakeNetwork());
        recognizer.use(new FakeNetwork());

        first.open();

        eventually(() -> readings.stream().anyMatch(reading -> reading.networkNumber() == 3));
    }

    @RepeatedTest(30)
    void theLastOfNetworksAndSubjectsInARaceMeet() throws InterruptedException {
        List<FakeNetwork> networks =
                IntStream.range(0, 20).mapToObj(i -> new FakeNetwork()).toList();
        Thread loading = new Thread(() -> networks.forEach(recognizer::use));
        loading.start();
        IntStream.rangeClosed(1, 20).forEach(i -> recognizer.submit(ink(i)));
        loading.join();

        FakeNetwork last = networks.get(19);
        eventually(() -> last.seen().contains(image(20)));
        eventually(() -> networks.subList(0, 19).stream().allMatch(network -> network.closings() == 1));
        assertThat(last.closings()).isZero();
        assertThat(failures).isEmpty();
    }

    @Test
    void callsReturnAtOnceWhileTheNetworkIsSlow() {
        FakeNetwork slow = new FakeNetwork().gated();
        recognizer.use(slow);
        recognizer.submit(ink(1));
        eventually(() -> slow.seen().size() == 1);

        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            recognizer.submit(ink(i + 2));
        }
        recognizer.use(new FakeNetwork());
        recognizer.use(new FakeNetwork());
        recognizer.close();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MILLISECONDS.toNanos(500));

        slow.open();
    }

    @Test
    void aFailureIsToldAndTheRecognizerGoesOn() {
        FakeNetwork network = new FakeNetwork().failing(true);
        recognizer.use(network);
        recognizer.submit(ink(1));
        eventually(() -> failures.size() == 1);
        assertThat(failures.get(0)).hasMessage("the network fails");
        assertThat(readings).isEmpty();

        network.failing(false);
        recognizer.submit(ink(2));

        await(ink(2), 1);
    }

    @Test
    void memoryThatRunsOutIsAFailureLikeAnyOther() {
        recognizer.use(new FakeNetwork().answering(image -> {
            throw new OutOfMemoryError("native");
        }));
        recognizer.submit(ink(1));
        eventually(() -> failures.size() == 1);

        recognizer.use(new FakeNetwork());

        await(ink(1), 2);
    }

    @Test
    void closeClosesTheNetworkAndWhatComesLaterIsHarmless() throws InterruptedException {
        FakeNetwork network = new FakeNetwork();
        FakeNetwork late = new FakeNetwork();
        recognizer.use(network);
        recognizer.submit(ink(1));
        await(ink(1), 1);

        recognizer.close();
        recognizer.close();
        recognizer.awaitClosed();
        recognizer.submit(ink(2));
        recognizer.use(late);

        assertThat(network.closings()).isEqualTo(1);
        assertThat(late.closings()).isEqualTo(1);
        assertThat(late.seen()).isEmpty();
        assertThat(readings).hasSize(1);
    }

    @Test
    void aNetworkThatArrivesJustBeforeTheEndIsClosedToo() throws InterruptedException {
        FakeNetwork running = new FakeNetwork().gated();
        FakeNetwork waiting = new FakeNetwork();
        recognizer.use(running);
        recognizer.submit(ink(1));
        eventually(() -> running.seen().size() == 1);
        recognizer.use(waiting);
        recognizer.close();
        running.open();
        recognizer.awaitClosed();

        assertThat(running.closings()).isEqualTo(1);
        assertThat(waiting.closings()).isEqualTo(1);
        assertThat(waiting.seen()).isEmpty();
    }

    @Test
    void aDeliveryThatRefusesDoesNotEndTheRecognizer() throws InterruptedException {
        AtomicBoolean refusing = new AtomicBoolean(true);
        List<Reading> shown = new CopyOnWriteArrayList<>();
        FakeNetwork network = new FakeNetwork();
        LiveRecognizer picky = new LiveRecognizer(
                new InkRasterizer(),
                task -> {
                    if (refusing.get()) {
                        throw new RejectedExecutionException("no");
                    }
                    task.run();
                },
                shown::add,
                failures::add);
        picky.use(network);
        picky.submit(ink(1));
        eventually(() -> picky.latency().count() == 1);
        pause(20);

        refusing.set(false);
        picky.submit(ink(2));

        eventually(() -> shown.size() == 1);
        assertThat(shown.get(0).subject()).isEqualTo(ink(2));
        picky.close();
        picky.awaitClosed();
        assertThat(network.closings()).isEqualTo(1);
    }

    /** A zigzag whose form depends on the number. */
    private static Subject ink(int number) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= 3; i++) {
            points.add(new Point(i * 10, i % 2 == 0 ? 0 : 1 + number * 0.7, i));
        }
        return new Subject.Ink(new Drawing(List.of(new Stroke(points))));
    }

    private static DigitImage image(int number) {
        return new InkRasterizer()
                .rasterize(((Subject.Ink) ink(number)).drawing())
                .image();
    }

    /** Waits for the reading of a subject by a network. */
    private Reading await(Subject subject, int networkNumber) {
        eventually(() -> find(subject, networkNumber).size() == 1);
        return find(subject, networkNumber).get(0);
    }

    private List<Reading> find(Subject subject, int networkNumber) {
        return readings.stream()
                .filter(reading -> reading.networkNumber() == networkNumber
                        && reading.subject().equals(subject))
                .toList();
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 10 s").isLessThan(end);
            pause(1);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
