package org.digitscope.training.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.digitscope.image.DigitImage;
import org.digitscope.network.dl4j.Nd4jRuntime;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains one network on several cores: each batch is cut into equal parts, each part goes forward and back through a
 * copy of the network on a thread of its own, the gradients are summed in a fixed order, and the network takes one step.
 * Operations this small gain little from threads inside of them, and nearly all from threads around them.
 *
 * <p>For the same number of copies, the same batches give the same weights to the last bit. Batch normalisation sees its
 * part of the batch and not the whole.
 */
final class Replicas implements AutoCloseable {
    private final Trainable network;
    private final int classes;
    /** The network itself is the first; the calling thread works on it. */
    private final List<Trainable> copies = new ArrayList<>();

    private final List<ExecutorService> threads = new ArrayList<>();

    /**
     * @param network is trained; stays the caller's
     * @param count of parts, at least 1
     * @param another makes a network like it
     */
    Replicas(Trainable network, int count, int classes, Supplier<Trainable> another) {
        this.network = network;
        this.classes = classes;
        copies.add(network);
        for (int i = 1; i < count; i++) {
            copies.add(another.get());
            int number = i;
            threads.add(Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "replica-" + number);
                thread.setDaemon(true);
                return thread;
            }));
        }
    }

    /** Takes over the weights of the network and seeds the chance of each thread, from which dropout draws. */
    void begin(long seed) {
        sum(copies.size(), part -> {
            Nd4jRuntime.useThreads(1);
            Nd4j.getRandom().setSeed(seed + part * 104_729L);
            return 0;
        });
        handOn();
    }

    /**
     * One step.
     *
     * @return the mean loss before it, what keeps weights small not counted
     */
    double fit(Batch batch) {
        int parts = Math.min(copies.size(), batch.size());
        double loss = sum(parts, part -> {
            int from = batch.size() * part / parts;
            int to = batch.size() * (part + 1) / parts;
            return gradient(copies.get(part), batch, from, to) * (to - from);
        });
        for (int i = 1; i < parts; i++) {
            network.gradients().addi(copies.get(i).gradients());
        }
        if (parts > 1) {
            averageStatistics(parts);
        }
        network.step(batch.size());
        handOn();
        return loss / batch.size();
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdown);
        copies.subList(1, copies.size()).forEach(Trainable::close);
    }

    private void handOn() {
        for (int i = 1; i < copies.size(); i++) {
            copies.get(i).parameters().assign(network.parameters());
        }
    }

    private double gradient(Trainable copy, Batch batch, int from, int to) {
        int side = DigitImage.SIZE;
        int pixels = side * side;
        float[] ownImages = Arrays.copyOfRange(batch.images(), from * pixels, to * pixels);
        float[] ownTargets = Arrays.copyOfRange(batch.targets(), from * classes, to * classes);
        try (INDArray images = Nd4j.create(ownImages, new long[] {to - from, 1, side, side}, 'c');
                INDArray targets = Nd4j.create(ownTargets, new long[] {to - from, classes}, 'c')) {
            return copy.gradient(images, targets);
        }
    }

    /** What batch normalisation hands on as gradients of its statistics is their change, of which the mean is wanted. */
    private void averageStatistics(int parts) {
        network.gradientsByName().forEach((name, gradient) -> {
            if (name.endsWith("_" + BatchNormalizationParamInitializer.GLOBAL_MEAN)
                    || name.endsWith("_" + BatchNormalizationParamInitializer.GLOBAL_VAR)) {
                gradient.divi(parts);
            }
        });
    }

    /**
     * Does each part on its thread, the first on the calling one, and adds up what they return, in their order. Comes
     * back when none is at work any more, even if one fails: they use memory that is freed afterwards.
     */
    private double sum(int parts, IntToDoubleFunction task) {
        List<CompletableFuture<Double>> others = new ArrayList<>();
        for (int i = 1; i < parts; i++) {
            int part = i;
            others.add(CompletableFuture.supplyAsync(() -> task.applyAsDouble(part), threads.get(part - 1)));
        }
        double sum;
        try {
            sum = task.applyAsDouble(0);
        } finally {
            CompletableFuture.allOf(others.toArray(CompletableFuture[]::new))
                    .exceptionally(problem -> null)
                    .join();
        }
        for (CompletableFuture<Double> other : others) {
            sum += other.join();
        }
        return sum;
    }
}
