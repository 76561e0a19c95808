package org.digitscope.evaluation;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.digitscope.data.Dataset;
import org.digitscope.data.Sample;
import org.digitscope.data.SampleReader;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;

/**
 * Runs networks over a data set, in batches and with constant memory. While the networks answer, each on a thread of its
 * own, the calling thread reads on. Batches are counted in the set's order, so the figures do not depend on the threads.
 */
public final class Evaluator {
    private static final int BATCH = 128;

    /** Batches that wait for their turn. */
    private static final int AHEAD = 2;

    private final List<Contender> contenders;
    private final List<ExecutorService> threads = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final Deque<Batch> running = new ArrayDeque<>();
    private final long[] outcomes = new long[4];
    private long done;

    /** @param answers one list a contender */
    private record Batch(List<Sample> samples, List<Future<List<Answer>>> answers) {}

    private Evaluator(List<Contender> contenders) {
        this.contenders = contenders;
        contenders.forEach(contender -> tallies.add(new Tally()));
    }

    /** As {@link #evaluate(Contender, Dataset, LongConsumer, BooleanSupplier)} with one network. */
    public static Evaluation evaluate(
            String model, DigitNetwork network, Dataset dataset, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        return evaluate(new Contender(model, network), dataset, progress, cancelled);
    }

    /**
     * Runs one model over a data set.
     *
     * @param progress told how many samples are done, on the calling thread
     * @param cancelled asked at every batch, on the calling thread
     * @throws CancellationException if {@code cancelled} said so
     * @throws IOException if the data set cannot be read to its end
     */
    public static Evaluation evaluate(
            Contender contender, Dataset dataset, LongConsumer progress, BooleanSupplier cancelled) throws IOException {
        Evaluator evaluator = new Evaluator(List.of(contender));
        evaluator.run(dataset, progress, cancelled);
        return evaluator.tallies.get(0).result(contender.name(), dataset.name());
    }

    /** Runs two models over the same samples; otherwise as {@link #evaluate}. */
    public static Comparison compare(
            Contender first, Contender second, Dataset dataset, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        Evaluator evaluator = new Evaluator(List.of(first, second));
        evaluator.run(dataset, progress, cancelled);
        return new Comparison(
                evaluator.tallies.get(0).result(first.name(), dataset.name()),
                evaluator.tallies.get(1).result(second.name(), dataset.name()),
                evaluator.outcomes[3],
                evaluator.outcomes[1],
                evaluator.outcomes[2],
                evaluator.outcomes[0]);
    }

    private void run(Dataset dataset, LongConsumer progress, BooleanSupplier cancelled) throws IOException {
        for (int i = 0; i < contenders.size(); i++) {
            threads.add(Executors.newSingleThreadExecutor(work -> {
                Thread thread = new Thread(work, "evaluator");
                thread.setDaemon(true);
                return thread;
            }));
        }
        try (SampleReader reader = dataset.open()) {
            for (List<Sample> batch = next(reader); !batch.isEmpty(); batch = next(reader)) {
                submit(batch);
                while (running.size() > AHEAD) {
                    count(running.remove(), progress, cancelled);
                }
            }
            while (!running.isEmpty()) {
                count(running.remove(), progress, cancelled);
            }
        } finally {
            threads.forEach(ExecutorService::shutdownNow);
            awaitThreads();
        }
    }

    private static List<Sample> next(SampleReader reader) throws IOException {
        List<Sample> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            Optional<Sample> sample = reader.next();
            if (sample.isEmpty()) {
                break;
            }
            batch.add(sample.get());
        }
        return batch;
    }

    private void submit(List<Sample> samples) {
        List<DigitImage> images = samples.stream().map(Sample::image).toList();
        List<Future<List<Answer>>> answers = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            DigitNetwork network = contenders.get(i).network();
            answers.add(threads.get(i).submit(() -> network.answer(images)));
        }
        running.add(new Batch(samples, answers));
    }

    private void count(Batch batch, LongConsumer progress, BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        List<List<Answer>> answers =
                batch.answers().stream().map(Evaluator::result).toList();
        for (int i = 0; i < batch.samples().size(); i++) {
            Sample sample = batch.samples().get(i);
            int outcome = 0;
            for (int contender = 0; contender < tallies.size(); contender++) {
                boolean right = tallies.get(contender)
                        .add(done, sample, answers.get(contender).get(i));
                outcome |= right ? 1 << contender : 0;
            }
            outcomes[outcome] += sample.digit().isPresent() ? 1 : 0;
            done++;
        }
        progress.accept(done);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Nobody may close a network while a thread is still in it. */
    private void awaitThreads() {
        boolean interrupted = false;
        for (ExecutorService thread : threads) {
            boolean ended = false;
            while (!ended) {
                try {
                    ended = thread.awaitTermination(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
