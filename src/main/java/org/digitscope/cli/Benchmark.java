package org.digitscope.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.digitscope.explain.Explanation;
import org.digitscope.explain.Explanations;
import org.digitscope.explain.Method;
import org.digitscope.explain.Question;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
import org.digitscope.live.FollowUp;
import org.digitscope.live.LiveRecognizer;
import org.digitscope.live.Subject;
import org.digitscope.network.DigitNetwork;

/** Measures the steps from a stroke to its result, warm. For one thread. */
final class Benchmark {
    private static final int BATCH = 128;
    /** Drawings that are explained by every method. */
    private static final int EXPLAINED = 20;

    private final InkRasterizer rasterizer = new InkRasterizer();
    private final BenchInk ink;
    private final int warmUps;

    /** @param warmUps passes that are not measured, of each step */
    Benchmark(BenchInk ink, int warmUps) {
        this.ink = ink;
        this.warmUps = warmUps;
    }

    Quantiles inkToImage() {
        return times(ink.events(), rasterizer::rasterize);
    }

    Quantiles inferenceWithActivations(DigitNetwork network) {
        return times(images(ink.events()), network::run);
    }

    Quantiles singleImage(DigitNetwork network) {
        return times(images(ink.events()), image -> network.answer(List.of(image)));
    }

    /** One slice of an explanation, over all methods: a drawing that arrives waits for one at most. */
    Quantiles explanationSlices(DigitNetwork network) {
        List<Long> nanos = new ArrayList<>();
        for (Drawing drawing : spread(EXPLAINED)) {
            for (Method method : Method.values()) {
                Explanation explanation = explain(method, network, drawing);
                boolean done = false;
                while (!done) {
                    long start = System.nanoTime();
                    done = explanation.step(network);
                    nanos.add(System.nanoTime() - start);
                }
            }
        }
        return warm(nanos);
    }

    /** A whole explanation by one of the methods that follow the pen. */
    Quantiles quickExplanations(DigitNetwork network) {
        List<Long> nanos = new ArrayList<>();
        for (Drawing drawing : spread(5 * EXPLAINED)) {
            for (Method method : Method.values()) {
                if (!method.isSlow()) {
                    Explanation explanation = explain(method, network, drawing);
                    long start = System.nanoTime();
                    explanation.run(network);
                    nanos.add(System.nanoTime() - start);
                }
            }
        }
        return warm(nanos);
    }

    private Explanation explain(Method method, DigitNetwork network, Drawing drawing) {
        DigitImage image = rasterizer.rasterize(drawing).image();
        int answer = network.answer(List.of(image)).get(0).prediction();
        return Explanations.begin(Question.why(method, answer), image, Optional.of(drawing), rasterizer);
    }

    /** So many drawings, from the first to the last. */
    private List<Drawing> spread(int count) {
        List<Drawing> all = ink.drawings();
        int taken = Math.min(count, all.size());
        return IntStream.range(0, taken)
                .mapToObj(i -> all.get(i * all.size() / taken))
                .toList();
    }

    /** Of the later two thirds: before them the code is still being compiled. */
    private static Quantiles warm(List<Long> nanos) {
        return Quantiles.ofNanos(nanos.subList(nanos.size() / 3, nanos.size()).stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    /**
     * The same while every reading is explained by integrated gradients, the longest of all explanations.
     *
     * @param network taken over and closed
     */
    Quantiles penToResultWhileExplaining(DigitNetwork network) throws IOException {
        return penToResult(network, Optional.of(reading -> {
            Drawing drawing = ((Subject.Ink) reading.subject()).drawing();
            DigitImage image = reading.inkImage().image();
            int answer = reading.inference().orElseThrow().answer().prediction();
            Question question = Question.why(Method.INTEGRATED_GRADIENTS, answer);
            return Explanations.begin(question, image, Optional.of(drawing), rasterizer)::step;
        }));
    }

    /**
     * Pen events at their own pace through the recogniser.
     *
     * @param network taken over and closed
     */
    Quantiles penToResult(DigitNetwork network) throws IOException {
        return penToResult(network, Optional.empty());
    }

    private Quantiles penToResult(DigitNetwork network, Optional<FollowUp> followUp) throws IOException {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        LiveRecognizer recognizer = new LiveRecognizer(rasterizer, Runnable::run, reading -> {}, failure::set);
        try {
            recognizer.followUp(followUp);
            recognizer.use(network);
            submit(recognizer, warmUps);
            recognizer.latency().clear();
            submit(recognizer, ink.events().size());
        } finally {
            recognizer.close();
            awaitEnd(recognizer);
        }
        if (failure.get() != null) {
            throw new IOException(failure.get());
        }
        return new Quantiles(
                recognizer.latency().quantileMillis(0.5), recognizer.latency().quantileMillis(0.99));
    }

    double batchImagesPerSecond(DigitNetwork network) {
        List<DigitImage> images = images(ink.events());
        List<DigitImage> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            batch.add(images.get(i * images.size() / BATCH));
        }
        int rounds = Math.max(1, warmUps / 10);
        for (int i = 0; i < rounds; i++) {
            network.answer(batch);
        }
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            network.answer(batch);
            nanos[i] = System.nanoTime() - start;
        }
        return BATCH / (Quantiles.ofNanos(nanos).p50() / 1e3);
    }

    List<DigitImage> images(List<Drawing> drawings) {
        return drawings.stream()
                .map(drawing -> rasterizer.rasterize(drawing).image())
                .toList();
    }

    private <T> Quantiles times(List<T> inputs, Consumer<T> step) {
        for (int i = 0; i < warmUps; i++) {
            step.accept(inputs.get(i % inputs.size()));
        }
        long[] nanos = new long[inputs.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            step.accept(inputs.get(i));
            nanos[i] = System.nanoTime() - start;
        }
        return Quantiles.ofNanos(nanos);
    }

    private void submit(LiveRecognizer recognizer, int count) {
        long next = System.nanoTime();
        for (int i = 0; i < count; i++) {
            recognizer.submit(new Subject.Ink(ink.events().get(i % ink.events().size())));
            next += (long) (BenchInk.EVENT_MILLIS * 1e6);
            long wait = next - System.nanoTime();
            while (wait > 0) {
                LockSupport.parkNanos(wait);
                wait = next - System.nanoTime();
            }
        }
    }

    private static void awaitEnd(LiveRecognizer recognizer) {
        try {
            recognizer.awaitClosed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
