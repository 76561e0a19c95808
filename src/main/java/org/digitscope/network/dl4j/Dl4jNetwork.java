package org.digitscope.network.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.MapShape;
import org.digitscope.network.Readout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/** A network on Deeplearning4j. Every array it makes is closed before a method returns. */
final class Dl4jNetwork implements DigitNetwork {
    private static final int PIXELS = DigitImage.SIZE * DigitImage.SIZE;

    private final Blueprint blueprint;
    private final List<LayerInfo> layers;
    private final Engine engine;
    private final OutputScale scale;
    private final Readout readout;
    private boolean closed;

    Dl4jNetwork(Blueprint blueprint, Engine engine, Readout readout) {
        this.blueprint = blueprint;
        this.layers = blueprint.infos();
        this.engine = engine;
        this.scale = OutputScale.of(layers.get(layers.size() - 1));
        this.readout = readout;
    }

    @Override
    public List<LayerInfo> layers() {
        return layers;
    }

    @Override
    public synchronized Inference run(DigitImage image) {
        requireOpen();
        Nd4jRuntime.useThreads(1);
        List<FeatureMaps> outputs = new ArrayList<>(layers.size());
        try (INDArray input = input(List.of(image))) {
            List<INDArray> arrays = engine.activations(input);
            for (int i = 0; i < arrays.size(); i++) {
                outputs.add(maps(arrays.get(i), blueprint.layers().get(i)));
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
        Nd4jRuntime.useThreads(1);
        try (INDArray input = input(images);
                INDArray output = engine.output(input)) {
            float[] values = floats(output);
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
        Map<String, INDArray> parameters = engine.parameters(layer);
        INDArray weights = parameters.get("W");
        if (info.kind() != LayerKind.CONVOLUTION
                || weights == null
                || weights.rank() != 4
                || weights.size(0) != info.output().maps()) {
            return Optional.empty();
        }
        INDArray biases = parameters.get("b");
        return Optional.of(new Kernels(
                (int) weights.size(0),
                (int) weights.size(1),
                (int) weights.size(2),
                (int) weights.size(3),
                floats(weights),
                biases == null ? new float[(int) weights.size(0)] : floats(biases)));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            engine.close();
        }
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

    private static FeatureMaps maps(INDArray array, LayerDescription layer) {
        MapShape shape = layer.info().output();
        if (array.rank() == 4 && layer.channelsLast()) {
            return new FeatureMaps(shape, floats(array.permute(0, 3, 1, 2)));
        }
        return new FeatureMaps(shape, floats(array));
    }

    /** The values in row-major order. */
    private static float[] floats(INDArray array) {
        // A permuted array calls itself neither a view nor anything but 'c'; only its strides tell.
        boolean plain = array.dataType() == DataType.FLOAT
                && !array.isView()
                && array.ordering() == 'c'
                && Shape.hasDefaultStridesForShape(array);
        if (!plain) {
            try (INDArray copy = Nd4j.createUninitialized(DataType.FLOAT, array.shape(), 'c')) {
                copy.assign(array);
                return plainFloats(copy);
            }
        }
        return plainFloats(array);
    }

    private static float[] plainFloats(INDArray array) {
        float[] values = new float[(int) array.length()];
        new FloatPointer(array.data().pointer()).get(values);
        return values;
    }
}
