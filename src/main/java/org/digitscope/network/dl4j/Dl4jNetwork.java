package org.digitscope.network.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Gradients;
import org.digitscope.network.Inference;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.Readout;
import org.digitscope.network.WeightEdits;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network on Deeplearning4j. Every array it makes is closed before a method returns. */
final class Dl4jNetwork implements DigitNetwork {
    private static final int PIXELS = DigitImage.SIZE * DigitImage.SIZE;

    private final Blueprint blueprint;
    private final List<LayerInfo> layers;
    private final Engine engine;
    private final OutputScale scale;
    private final Readout readout;
    private final EditableWeights weights;
    private Optional<Backpropagation> backpropagation = Optional.empty();
    private WeightEdits edits = WeightEdits.none();
    private boolean closed;

    Dl4jNetwork(Blueprint blueprint, Engine engine, Readout readout) {
        this.blueprint = blueprint;
        this.layers = blueprint.infos();
        this.engine = engine;
        LayerInfo last = layers.get(layers.size() - 1);
        this.scale = OutputScale.of(last);
        this.readout =
                readout.equals(Readout.plain()) ? Readout.plain(last.output().size()) : readout;
        this.weights = new EditableWeights(layers, engine);
    }

    @Override
    public List<LayerInfo> layers() {
        return layers;
    }

    @Override
    public synchronized Inference run(DigitImage image) {
        requireOpen();
        prepare();
        List<FeatureMaps> outputs = new ArrayList<>(layers.size());
        try (INDArray input = input(List.of(image))) {
            List<INDArray> arrays = engine.activations(input);
            for (int i = 0; i < arrays.size(); i++) {
                outputs.add(Floats.maps(arrays.get(i), blueprint.layers().get(i)));
            }
            arrays.forEach(array -> Engine.close(array, input));
        }
        float[] last = outputs.get(outputs.size() - 1).values();
        return new Inference(image, readout.read(scale.toProbabilities(last), image.isBlank()), outputs);
    }

    @Override
    public synchronized List<Answer> answer(List<DigitImage> images) {
        requireOpen();
        if (images.isEmpty()) {
            return List.of();
        }
        prepare();
        try (INDArray input = input(images);
                INDArray output = engine.output(input)) {
            float[] values = Floats.of(output);
            int classes = values.length / images.size();
            List<Answer> answers = new ArrayList<>(images.size());
            for (int i = 0; i < images.size(); i++) {
                float[] row = java.util.Arrays.copyOfRange(values, i * classes, (i + 1) * classes);
                answers.add(
                        readout.read(scale.toProbabilities(row), images.get(i).isBlank()));
            }
            return answers;
        }
    }

    @Override
    public synchronized Optional<Kernels> kernels(int layer) {
        requireOpen();
        LayerInfo info = layers.get(layer);
        return engine.layer(layer).flatMap(found -> LearnedParameters.kernels(info, found));
    }

    @Override
    public synchronized Optional<LayerParameters> parameters(int layer) {
        requireOpen();
        LayerInfo info = layers.get(layer);
        return engine.layer(layer).flatMap(found -> switch (info.kind()) {
            case CONVOLUTION -> LearnedParameters.kernels(info, found).map(LayerParameters.Convolution::new);
            case DENSE, OUTPUT -> {
                int before = info.inputs().get(0);
                yield LearnedParameters.dense(
                        info,
                        found,
                        engine.adapter(layer),
                        before == LayerInfo.IMAGE
                                ? Optional.empty()
                                : Optional.of(blueprint.layers().get(before)));
            }
            case BATCH_NORMALISATION -> Optional.of(LearnedParameters.normalisation(found));
            default -> Optional.empty();
        });
    }

    @Override
    public synchronized List<float[]> logits(List<float[]> images) {
        return backpropagation(images).logits(images);
    }

    @Override
    public synchronized Gradients gradients(float[] image, float[] logitWeights) {
        return backpropagation(List.of(image)).gradients(image, logitWeights);
    }

    @Override
    public synchronized void beginGradients(List<float[]> images) {
        backpropagation(images).begin(images);
    }

    @Override
    public synchronized List<float[]> imageGradients(List<float[]> images, float[] logitWeights) {
        return backpropagation(images).imageGradients(images, logitWeights);
    }

    @Override
    public synchronized void edit(WeightEdits edits) {
        requireOpen();
        prepare();
        weights.apply(edits);
        this.edits = edits;
    }

    @Override
    public synchronized Answer answerAsLoaded(DigitImage image) {
        WeightEdits current = edits;
        edit(WeightEdits.none());
        try {
            return answer(List.of(image)).get(0);
        } finally {
            edit(current);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            backpropagation.ifPresent(Backpropagation::close);
            engine.close();
        }
    }

    /** Before the layers compute anything but what is begun. */
    private void prepare() {
        backpropagation.ifPresent(Backpropagation::forget);
        Scope.endForgotten();
        Nd4jRuntime.useThreads(1);
    }

    /** Made when it is first asked for: most networks only read. */
    private Backpropagation backpropagation(List<float[]> images) {
        requireOpen();
        for (float[] image : images) {
            if (image.length != PIXELS) {
                throw new IllegalArgumentException("an image of " + image.length + " values");
            }
        }
        Nd4jRuntime.useThreads(1);
        Backpropagation found = backpropagation.orElseGet(() -> new Backpropagation(blueprint, engine, scale));
        backpropagation = Optional.of(found);
        return found;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the network is closed");
        }
    }

    private INDArray input(List<DigitImage> images) {
        float[] values = new float[images.size() * PIXELS];
        for (int i = 0; i < images.size(); i++) {
            images.get(i).copyInto(values, i * PIXELS);
        }
        return Nd4j.create(values, blueprint.form().shape(images.size()), 'c');
    }
}
