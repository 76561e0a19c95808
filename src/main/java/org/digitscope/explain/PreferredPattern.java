package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.digitscope.image.DigitImage;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.Inference;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;

/**
 * The image that one unit would like best: gradient ascent from noise on the value of the unit before its activation
 * (Erhan et al., <i>Visualizing higher-layer features of a deep network</i>, 2009), kept smooth and small by decay and
 * blur (Yosinski et al., <i>Understanding neural networks through deep visualization</i>, 2015, section 3). The unit is
 * the one at the centre of a map, so that its whole receptive field counts; of a softmax it is the logit.
 *
 * <p>The network is needed at the beginning alone. Computed in plain Java, one step of some milliseconds after the other:
 * for one thread at a time, but for any. The same network and seed give the same image.
 */
public final class PreferredPattern {
    private static final int STEPS = 64;
    /** The last steps go without blur, so that fine filters show their own pattern. */
    private static final int SHARP_STEPS = 16;

    private static final int BLUR_EVERY = 4;
    private static final double BLUR = 0.1;
    private static final double DECAY = 0.01;
    private static final double FIRST_RATE = 0.1;
    private static final double LAST_RATE = 0.01;
    private static final double NOISE_MEAN = 0.5;
    private static final double NOISE_DEVIATION = 0.1;
    private static final long PROBE_SEED = 28;

    private final PrefixNetwork network;
    private final ReceptiveField field;
    private final int unit;
    private final double[] weights;
    private final double[] image = new double[DigitImage.SIZE * DigitImage.SIZE];
    private final double initialValue;
    private PrefixNetwork.Pass pass;
    private int steps;

    /** @param field what the unit sees of the image */
    PreferredPattern(PrefixNetwork network, ReceptiveField field, int map, long seed) {
        this.network = network;
        this.field = field;
        this.unit = centre(network.shape(), map);
        this.weights = new double[network.shape().size()];
        weights[unit] = 1;
        Random random = new Random(seed);
        for (int y = field.top(); y < field.bottom(); y++) {
            for (int x = field.left(); x < field.right(); x++) {
                image[y * DigitImage.SIZE + x] = clamp(NOISE_MEAN + NOISE_DEVIATION * random.nextGaussian());
            }
        }
        pass = network.forward(image);
        initialValue = network.preActivations(pass)[unit];
    }

    /** What is needed of a network to begin, which needs it no more. For any thread. */
    public static final class Preparation {
        private final List<LayerInfo> layers;
        private final List<Optional<LayerParameters>> parameters;
        private final Inference probe;
        private final int layer;
        private final int map;

        private Preparation(
                List<LayerInfo> layers,
                List<Optional<LayerParameters>> parameters,
                Inference probe,
                int layer,
                int map) {
            this.layers = layers;
            this.parameters = parameters;
            this.probe = probe;
            this.layer = layer;
            this.map = map;
        }

        /**
         * Begins, which takes some milliseconds.
         *
         * @param seed of the noise
         * @return empty if the network does not compute what is known here
         */
        public Optional<PreferredPattern> begin(long seed) {
            MapShape shape = layers.get(layer).output();
            ReceptiveField field = ReceptiveField.of(layers, layer, shape.width() / 2, shape.height() / 2);
            return PrefixNetwork.of(layers, parameters, probe, layer)
                    .map(prefix -> new PreferredPattern(prefix, field, map, seed));
        }
    }

    /**
     * Does one pass of the network, and takes a copy of what it has learned.
     *
     * @param layer index
     * @param map index in the layer
     * @return empty if a layer on the way is of a kind whose derivatives are not known here
     * @throws IndexOutOfBoundsException if there is no such map
     */
    public static Optional<Preparation> prepare(DigitNetwork network, int layer, int map) {
        List<Optional<LayerParameters>> parameters = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            parameters.add(i <= layer ? network.parameters(i) : Optional.empty());
        }
        if (!PrefixNetwork.supports(network.layers(), parameters, layer)) {
            return Optional.empty();
        }
        Objects.checkIndex(map, network.layers().get(layer).output().maps());
        return Optional.of(new Preparation(network.layers(), parameters, probe(network), layer, map));
    }

    /**
     * Does one step; nothing once it is finished.
     *
     * @return true when it is finished
     */
    public boolean step() {
        if (steps < STEPS) {
            climb();
            steps++;
        }
        return steps == STEPS;
    }

    /** The share that is done, 0 to 1. */
    public double progress() {
        return (double) steps / STEPS;
    }

    /** As far as it is: 28×28, row-major, 0 to 1, paper outside of {@link #field()}; a fresh array. */
    public float[] pixels() {
        float[] pixels = new float[image.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) image[i];
        }
        return pixels;
    }

    /** The part of the image that the unit sees; no other pixel means anything. */
    public ReceptiveField field() {
        return field;
    }

    /** The unit's value before its activation for the noise of the beginning. */
    public double initialValue() {
        return initialValue;
    }

    /** The unit's value before its activation for {@link #pixels()}. */
    public double value() {
        return network.preActivations(pass)[unit];
    }

    private void climb() {
        double[] gradient = network.gradient(pass, weights);
        double length = rootMeanSquare(gradient);
        if (length == 0) {
            gradient = network.redirectedGradient(pass, weights);
            length = rootMeanSquare(gradient);
        }
        double rate = FIRST_RATE + (LAST_RATE - FIRST_RATE) * steps / STEPS;
        boolean blurs = steps % BLUR_EVERY == BLUR_EVERY - 1 && steps < STEPS - SHARP_STEPS;
        for (int i = 0; i < image.length; i++) {
            double ascent = length == 0 ? 0 : rate * gradient[i] / length;
            image[i] = clamp(image[i] * (1 - DECAY) + ascent);
        }
        if (blurs) {
            blur();
        }
        pass = network.forward(image);
    }

    /** Over the receptive field. */
    private double rootMeanSquare(double[] gradient) {
        double sum = 0;
        for (double each : gradient) {
            sum += each * each;
        }
        return Math.sqrt(sum / ((field.right() - field.left()) * (field.bottom() - field.top())));
    }

    /** Moves each pixel of the receptive field a little towards its four neighbours within the field. */
    private void blur() {
        double[] sharp = image.clone();
        for (int y = field.top(); y < field.bottom(); y++) {
            for (int x = field.left(); x < field.right(); x++) {
                int pixel = y * DigitImage.SIZE + x;
                double change = 0;
                change += x > field.left() ? sharp[pixel - 1] - sharp[pixel] : 0;
                change += x + 1 < field.right() ? sharp[pixel + 1] - sharp[pixel] : 0;
                change += y > field.top() ? sharp[pixel - DigitImage.SIZE] - sharp[pixel] : 0;
                change += y + 1 < field.bottom() ? sharp[pixel + DigitImage.SIZE] - sharp[pixel] : 0;
                image[pixel] += BLUR * change;
            }
        }
    }

    private static Inference probe(DigitNetwork network) {
        byte[] levels = new byte[DigitImage.SIZE * DigitImage.SIZE];
        new Random(PROBE_SEED).nextBytes(levels);
        return network.run(DigitImage.ofLevels(levels));
    }

    private static int centre(MapShape shape, int map) {
        return shape.offset(map) + shape.height() / 2 * shape.width() + shape.width() / 2;
    }

    private static double clamp(double level) {
        return Math.max(0, Math.min(1, level));
    }
}
