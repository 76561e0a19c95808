package org.digitscope.network.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.digitscope.image.DigitImage;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Gradients;
import org.digitscope.network.LayerInfo;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Takes images through a network and derivatives of its logits back, by the chain rule from the last layer to the first
 * (Rumelhart, Hinton, Williams, <i>Learning representations by back-propagating errors</i>, 1986). All layers compute
 * as at inference. For one thread at a time.
 */
final class Backpropagation implements AutoCloseable {
    private static final int PIXELS = DigitImage.SIZE * DigitImage.SIZE;
    private static final int MOST_IMAGES = 16;
    private static final int MOST_VALUES = 2_000_000;

    private final Blueprint blueprint;
    private final List<LayerInfo> layers;
    private final List<Step> steps;
    private final OutputScale scale;
    private final int imagesAtOnce;
    private Optional<Run> begun = Optional.empty();

    Backpropagation(Blueprint blueprint, Engine engine, OutputScale scale) {
        this.blueprint = blueprint;
        this.layers = blueprint.infos();
        this.steps = IntStream.range(0, layers.size()).mapToObj(engine::step).toList();
        this.scale = scale;
        long values = layers.stream().mapToLong(layer -> layer.output().size()).sum();
        this.imagesAtOnce = (int) Math.max(1, Math.min(MOST_IMAGES, MOST_VALUES / values));
    }

    /**
     * Takes the images forward, for the next call for gradients if it is about this very list; forgotten with anything
     * else that is asked for.
     */
    void begin(List<float[]> images) {
        forget();
        if (fitsAtOnce(images)) {
            Run run = new Run(images);
            run.scope.pause();
            begun = Optional.of(run);
        }
    }

    /** Forgets what {@link #begin} has done. To be called before the layers compute anything else. */
    void forget() {
        begun.filter(run -> run.scope.resume()).ifPresent(Run::close);
        begun = Optional.empty();
    }

    /** One row an image. */
    List<float[]> logits(List<float[]> images) {
        forget();
        List<float[]> rows = new ArrayList<>(images.size());
        for (List<float[]> some : parts(images)) {
            try (Run run = new Run(some)) {
                rows.addAll(run.end.logits(run.passes, some.size(), scale));
            }
        }
        return rows;
    }

    Gradients gradients(float[] image, float[] logitWeights) {
        requireClasses(logitWeights);
        forget();
        try (Run run = new Run(List.of(image))) {
            List<FeatureMaps> outputs = new ArrayList<>(layers.size());
            List<Optional<INDArray>> gradients = run.back(logitWeights);
            for (int i = 0; i < layers.size(); i++) {
                LayerDescription layer = blueprint.layers().get(i);
                outputs.add(gradients
                        .get(i)
                        .map(gradient -> Floats.maps(gradient, layer))
                        .orElseGet(() -> new FeatureMaps(layer.info().output(), logitWeights.clone())));
            }
            return new Gradients(Floats.of(run.byImage()), outputs);
        }
    }

    List<float[]> imageGradients(List<float[]> images, float[] logitWeights) {
        requireClasses(logitWeights);
        List<float[]> gradients = new ArrayList<>(images.size());
        for (List<float[]> some : parts(images)) {
            try (Run run = forward(some)) {
                run.back(logitWeights);
                float[] values = Floats.of(run.byImage());
                for (int i = 0; i < some.size(); i++) {
                    gradients.add(java.util.Arrays.copyOfRange(values, i * PIXELS, (i + 1) * PIXELS));
                }
            }
        }
        return gradients;
    }

    @Override
    public void close() {
        forget();
        steps.forEach(Step::close);
    }

    private Run forward(List<float[]> images) {
        Optional<Run> same = begun.filter(run -> run.images == images && run.scope.resume());
        if (same.isPresent()) {
            begun = Optional.empty();
            return same.get();
        }
        forget();
        return new Run(images);
    }

    private void requireClasses(float[] logitWeights) {
        int classes = layers.get(layers.size() - 1).output().size();
        if (logitWeights.length != classes) {
            throw new IllegalArgumentException(logitWeights.length + " weights for " + classes + " logits");
        }
    }

    private boolean fitsAtOnce(List<float[]> images) {
        return !images.isEmpty() && images.size() <= imagesAtOnce;
    }

    private List<List<float[]>> parts(List<float[]> images) {
        if (fitsAtOnce(images)) {
            return List.of(images);
        }
        List<List<float[]>> parts = new ArrayList<>();
        for (int from = 0; from < images.size(); from += imagesAtOnce) {
            parts.add(images.subList(from, Math.min(images.size(), from + imagesAtOnce)));
        }
        return parts;
    }

    /** Some images on their way; the arrays live until it is closed. */
    private final class Run implements AutoCloseable {
        private final List<float[]> images;
        private final Scope scope;
        private final List<Step.Pass> passes = new ArrayList<>();
        private final LogitEnd end;
        private final List<Optional<INDArray>> gradients =
                new ArrayList<>(Collections.nCopies(layers.size(), Optional.empty()));
        private Optional<INDArray> byImage = Optional.empty();

        Run(List<float[]> images) {
            this.images = images;
            scope = Scope.open(images.size());
            try {
                INDArray input = input(images);
                for (int i = 0; i < steps.size(); i++) {
                    List<INDArray> inputs = layers.get(i).inputs().stream()
                            .map(from -> from == LayerInfo.IMAGE
                                    ? input
                                    : passes.get(from).output())
                            .toList();
                    passes.add(steps.get(i).forward(inputs, scope));
                }
                end = LogitEnd.of(layers, steps, passes);
            } catch (RuntimeException | Error e) {
                close();
                throw e;
            }
        }

        /** By each layer's output; absent for the layers whose output counts as the logits. */
        List<Optional<INDArray>> back(float[] logitWeights) {
            INDArray start = end.gradient(passes, scope.batch(), logitWeights, scale);
            Step.Pass last = passes.get(end.step());
            add(end.step(), end.known() ? last.backwardFromBeforeFunction(start) : last.backward(start));
            for (int i = end.step() - 1; i >= 0; i--) {
                Step.Pass pass = passes.get(i);
                INDArray gradient = gradients.get(i).orElseThrow();
                add(i, pass.backward(gradient));
            }
            return gradients;
        }

        INDArray byImage() {
            return byImage.orElseThrow();
        }

        private void add(int layer, List<INDArray> byInputs) {
            List<Integer> inputs = layers.get(layer).inputs();
            for (int i = 0; i < inputs.size(); i++) {
                INDArray more = byInputs.get(i);
                int from = inputs.get(i);
                if (from == LayerInfo.IMAGE) {
                    byImage = Optional.of(byImage.map(sum -> sum.add(more)).orElse(more));
                } else {
                    gradients.set(
                            from,
                            Optional.of(gradients
                                    .get(from)
                                    .map(sum -> sum.add(more))
                                    .orElse(more)));
                }
            }
        }

        private INDArray input(List<float[]> images) {
            float[] values = new float[images.size() * PIXELS];
            for (int i = 0; i < images.size(); i++) {
                System.arraycopy(images.get(i), 0, values, i * PIXELS, PIXELS);
            }
            return Nd4j.create(values, blueprint.form().shape(images.size()), 'c');
        }

        @Override
        public void close() {
            steps.forEach(Step::forget);
            scope.close();
        }
    }
}
