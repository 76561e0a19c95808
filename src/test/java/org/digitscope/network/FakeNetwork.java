package org.digitscope.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.digitscope.image.DigitImage;

/**
 * A network without any library: its layers are what a test asks for, its answer a function of the image. Safe for any
 * thread.
 */
public final class FakeNetwork implements DigitNetwork {
    private final List<LayerInfo> layers;
    private final List<DigitImage> seen = new ArrayList<>();
    private final AtomicInteger closings = new AtomicInteger();
    private final AtomicBoolean failing = new AtomicBoolean();
    private volatile Function<DigitImage, float[]> output = FakeNetwork::byInk;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile long delayMillis;
    private volatile WeightEdits edits = WeightEdits.none();

    /** One dense layer of ten units. */
    public FakeNetwork() {
        this(List.of(layer("output", LayerKind.OUTPUT, MapShape.units(10), LayerInfo.IMAGE)));
    }

    public FakeNetwork(List<LayerInfo> layers) {
        this.layers = List.copyOf(layers);
    }

    /** A layer with a hundred weights and a window of 3×3 if it is a convolution. */
    public static LayerInfo layer(String name, LayerKind kind, MapShape output, Integer... inputs) {
        Optional<Window> window = kind == LayerKind.CONVOLUTION
                ? Optional.of(new Window(3, 3, 1, 1, 0, 0, 1))
                : kind == LayerKind.MAX_POOLING ? Optional.of(new Window(2, 2, 2, 2, 0, 0, 1)) : Optional.empty();
        return new LayerInfo(name, kind, output, 100, window, Optional.empty(), List.of(inputs));
    }

    /** The layers of the article's network. */
    public static FakeNetwork classic() {
        return new FakeNetwork(List.of(
                layer("conv1", LayerKind.CONVOLUTION, new MapShape(32, 26, 26), LayerInfo.IMAGE),
                layer("pool1", LayerKind.MAX_POOLING, new MapShape(32, 13, 13), 0),
                layer("conv2", LayerKind.CONVOLUTION, new MapShape(64, 11, 11), 1),
                layer("pool2", LayerKind.MAX_POOLING, new MapShape(64, 5, 5), 2),
                layer("dense", LayerKind.DENSE, MapShape.units(128), 3),
                layer("output", LayerKind.OUTPUT, MapShape.units(10), 4)));
    }

    /** Answers with these ten or eleven probabilities. */
    public FakeNetwork answering(Function<DigitImage, float[]> function) {
        output = function;
        return this;
    }

    /** Each pass takes so long. */
    public FakeNetwork slow(long millis) {
        delayMillis = millis;
        return this;
    }

    /** Passes wait until {@link #open}. */
    public FakeNetwork gated() {
        gate = new CountDownLatch(1);
        return this;
    }

    public void open() {
        gate.countDown();
    }

    /** From now on each pass fails, or none does. */
    public FakeNetwork failing(boolean fails) {
        failing.set(fails);
        return this;
    }

    /** The images of all passes, in their order. */
    public List<DigitImage> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    public int closings() {
        return closings.get();
    }

    @Override
    public List<LayerInfo> layers() {
        return layers;
    }

    @Override
    public Inference run(DigitImage image) {
        if (closings.get() > 0) {
            throw new IllegalStateException("the network is closed");
        }
        synchronized (seen) {
            seen.add(image);
        }
        await();
        if (failing.get()) {
            throw new IllegalArgumentException("the network fails");
        }
        List<FeatureMaps> outputs = new ArrayList<>();
        for (LayerInfo layer : layers) {
            float[] values = new float[layer.output().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = image.level(i % 28, i / 28 % 28) / 255f;
            }
            outputs.add(new FeatureMaps(layer.output(), values));
        }
        return new Inference(image, Readout.plain().read(output.apply(image), image.isBlank()), outputs);
    }

    @Override
    public List<Answer> answer(List<DigitImage> images) {
        return images.stream().map(image -> run(image).answer()).toList();
    }

    @Override
    public Optional<Kernels> kernels(int layer) {
        return Optional.empty();
    }

    @Override
    public Optional<LayerParameters> parameters(int layer) {
        return Optional.empty();
    }

    /** The logarithms of the probabilities for the image, whose values are brought into 0 to 1. */
    @Override
    public List<float[]> logits(List<float[]> images) {
        return images.stream().map(this::logits).toList();
    }

    private float[] logits(float[] image) {
        float[] pixels = new float[image.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.min(1, Math.max(0, image[i]));
        }
        float[] logits = output.apply(DigitImage.of(pixels)).clone();
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(Math.max(logits[i], 1e-30));
        }
        return logits;
    }

    /** All zero but those of the last layer, which are the weights as far as it has outputs. */
    @Override
    public Gradients gradients(float[] image, float[] logitWeights) {
        List<FeatureMaps> outputs = new ArrayList<>();
        for (LayerInfo layer : layers) {
            float[] values = new float[layer.output().size()];
            if (outputs.size() == layers.size() - 1) {
                System.arraycopy(logitWeights, 0, values, 0, Math.min(values.length, logitWeights.length));
            }
            outputs.add(new FeatureMaps(layer.output(), values));
        }
        return new Gradients(new float[image.length], outputs);
    }

    /** All zero. */
    @Override
    public List<float[]> imageGradients(List<float[]> images, float[] logitWeights) {
        return images.stream().map(image -> new float[image.length]).toList();
    }

    /** Changes nothing but {@link #edits}. */
    @Override
    public void edit(WeightEdits newEdits) {
        edits = newEdits;
    }

    @Override
    public Answer answerAsLoaded(DigitImage image) {
        WeightEdits current = edits;
        edits = WeightEdits.none();
        try {
            return run(image).answer();
        } finally {
            edits = current;
        }
    }

    /** The last ones. */
    public WeightEdits edits() {
        return edits;
    }

    @Override
    public void close() {
        closings.incrementAndGet();
    }

    private void await() {
        try {
            if (!gate.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
            Thread.sleep(delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The more ink, the higher the digit. */
    private static float[] byInk(DigitImage image) {
        int inked = 0;
        for (float pixel : image.pixels()) {
            inked += pixel > 0 ? 1 : 0;
        }
        float[] probabilities = new float[10];
        java.util.Arrays.fill(probabilities, 0.02f);
        probabilities[Math.min(9, inked / 30)] = 0.82f;
        return probabilities;
    }
}
