package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.digitscope.image.DigitImage;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Gradients;
import org.digitscope.network.Inference;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;
import org.digitscope.network.Readout;
import org.digitscope.network.WeightEdits;
import org.digitscope.network.Window;

/**
 * A network in plain Java with exact derivatives: one convolution with ReLU, without padding, and ten outputs that see
 * all of it. Its layers are 0, the convolution, and 1, the outputs.
 */
final class TinyNetwork implements DigitNetwork {
    private static final int SIZE = DigitImage.SIZE;
    private static final int CLASSES = 10;

    private final MapShape shape;
    private final int stride;
    private final LayerParameters.Convolution loadedConvolution;
    private final LayerParameters.Dense loadedDense;
    private final List<Integer> batches = new ArrayList<>();
    private Kernels kernels;
    private LayerParameters.Dense dense;
    private float lie = 1;

    /**
     * @param kernels with one channel
     * @param stride of the convolution, on both axes
     * @param weights of the outputs, output after output
     * @param biases of the outputs
     */
    TinyNetwork(Kernels kernels, int stride, float[] weights, float[] biases) {
        this.kernels = kernels;
        this.stride = stride;
        this.shape = shape(kernels.filters(), kernels.width(), stride);
        this.dense = new LayerParameters.Dense(CLASSES, shape.size(), weights, biases);
        this.loadedConvolution = new LayerParameters.Convolution(kernels);
        this.loadedDense = dense;
    }

    /** A 1×1 kernel of weight 1: logits are weighted sums of the grey levels, zero but for some classes. */
    static TinyNetwork linear(float[]... weightsOfClasses) {
        float[] weights = new float[CLASSES * SIZE * SIZE];
        for (int i = 0; i < weightsOfClasses.length; i++) {
            System.arraycopy(weightsOfClasses[i], 0, weights, i * SIZE * SIZE, SIZE * SIZE);
        }
        Kernels same = new Kernels(1, 1, 1, 1, new float[] {1}, new float[1]);
        return new TinyNetwork(same, 1, weights, new float[CLASSES]);
    }

    /** Six kernels of 5×5 and all weights by chance, of which the logits are a few units large. */
    static TinyNetwork random(long seed) {
        Random random = new Random(seed);
        Kernels kernels = new Kernels(6, 1, 5, 5, normal(random, 150, 0.5), normal(random, 6, 0.5));
        int inputs = shape(6, 5, 1).size();
        return new TinyNetwork(kernels, 1, normal(random, CLASSES * inputs, 0.1), normal(random, CLASSES, 1));
    }

    private static MapShape shape(int filters, int kernel, int stride) {
        int side = (SIZE - kernel) / stride + 1;
        return new MapShape(filters, side, side);
    }

    private static float[] normal(Random random, int count, double deviation) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    /** Gives derivatives by the image that are so many times too large. */
    TinyNetwork lying(float factor) {
        lie = factor;
        return this;
    }

    /** How many images each call of {@link #logits} and {@link #imageGradients} had. */
    List<Integer> batches() {
        return batches;
    }

    double logit(float[] image, int digit) {
        return logits(convolved(image))[digit];
    }

    @Override
    public List<LayerInfo> layers() {
        Window window = new Window(kernels.height(), kernels.width(), stride, stride, 0, 0, 1);
        return List.of(
                new LayerInfo(
                        "convolution",
                        LayerKind.CONVOLUTION,
                        shape,
                        0,
                        Optional.of(window),
                        Optional.of("relu"),
                        List.of(LayerInfo.IMAGE)),
                new LayerInfo(
                        "output",
                        LayerKind.OUTPUT,
                        MapShape.units(CLASSES),
                        0,
                        Optional.empty(),
                        Optional.of("softmax"),
                        List.of(0)));
    }

    @Override
    public Inference run(DigitImage image) {
        float[] maps = convolved(image.pixels());
        float[] logits = logits(maps);
        float[] probabilities = new float[CLASSES];
        float sum = 0;
        for (int i = 0; i < CLASSES; i++) {
            probabilities[i] = (float) Math.exp(logits[i]);
            sum += probabilities[i];
        }
        for (int i = 0; i < CLASSES; i++) {
            probabilities[i] /= sum;
        }
        return new Inference(
                image,
                Readout.plain().read(probabilities, image.isBlank()),
                List.of(new FeatureMaps(shape, maps), new FeatureMaps(MapShape.units(CLASSES), probabilities)));
    }

    @Override
    public List<Answer> answer(List<DigitImage> images) {
        return images.stream().map(image -> run(image).answer()).toList();
    }

    @Override
    public Optional<Kernels> kernels(int layer) {
        return layer == 0 ? Optional.of(kernels) : Optional.empty();
    }

    @Override
    public Optional<LayerParameters> parameters(int layer) {
        return Optional.of(layer == 0 ? new LayerParameters.Convolution(kernels) : dense);
    }

    @Override
    public List<float[]> logits(List<float[]> images) {
        batches.add(images.size());
        return images.stream().map(image -> logits(convolved(image))).toList();
    }

    @Override
    public Gradients gradients(float[] image, float[] logitWeights) {
        float[] maps = convolved(image);
        float[] byMaps = new float[shape.size()];
        for (int unit = 0; unit < CLASSES; unit++) {
            for (int i = 0; i < byMaps.length; i++) {
                byMaps[i] += logitWeights[unit] * dense.at(unit, i);
            }
        }
        return new Gradients(
                byImage(maps, byMaps),
                List.of(
                        new FeatureMaps(shape, byMaps),
                        new FeatureMaps(MapShape.units(CLASSES), logitWeights.clone())));
    }

    @Override
    public List<float[]> imageGradients(List<float[]> images, float[] logitWeights) {
        batches.add(images.size());
        return images.stream()
                .map(image -> gradients(image, logitWeights).image())
                .toList();
    }

    @Override
    public Answer answerAsLoaded(DigitImage image) {
        throw new AssertionError("not asked");
    }

    @Override
    public void edit(WeightEdits edits) {
        kernels = ((LayerParameters.Convolution) edits.applied(0, loadedConvolution)).kernels();
        dense = (LayerParameters.Dense) edits.applied(1, loadedDense);
    }

    @Override
    public void close() {}

    private float[] convolved(float[] image) {
        float[] maps = new float[shape.size()];
        int next = 0;
        for (int map = 0; map < shape.maps(); map++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    double sum = kernels.biases()[map];
                    for (int row = 0; row < kernels.height(); row++) {
                        for (int column = 0; column < kernels.width(); column++) {
                            sum += kernels.at(map, 0, column, row) * image[pixel(x, y, column, row)];
                        }
                    }
                    maps[next++] = (float) Math.max(0, sum);
                }
            }
        }
        return maps;
    }

    private float[] byImage(float[] maps, float[] byMaps) {
        float[] gradient = new float[SIZE * SIZE];
        int next = 0;
        for (int map = 0; map < shape.maps(); map++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++, next++) {
                    if (maps[next] <= 0) {
                        continue;
                    }
                    for (int row = 0; row < kernels.height(); row++) {
                        for (int column = 0; column < kernels.width(); column++) {
                            gradient[pixel(x, y, column, row)] += lie * byMaps[next] * kernels.at(map, 0, column, row);
                        }
                    }
                }
            }
        }
        return gradient;
    }

    private int pixel(int x, int y, int column, int row) {
        return (y * stride + row) * SIZE + x * stride + column;
    }

    private float[] logits(float[] maps) {
        float[] logits = new float[CLASSES];
        for (int unit = 0; unit < CLASSES; unit++) {
            double sum = dense.biases()[unit];
            for (int i = 0; i < maps.length; i++) {
                sum += dense.at(unit, i) * maps[i];
            }
            logits[unit] = (float) sum;
        }
        return logits;
    }
}
