package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;

/**
 * The layers of a network up to one of them, computed in plain Java and in double precision, with the derivatives of that
 * layer by the image. Immutable: for any number of threads.
 */
final class PrefixNetwork {
    /** Deviation from the network's own values that is taken for rounding, as a share of a layer's largest value. */
    private static final double TOLERANCE = 1e-3;

    /** @param inputs the nodes that feed the step; node 0 is the image */
    private record Node(PrefixStep step, List<Integer> inputs) {}

    /**
     * What a forward pass computed.
     *
     * @param values one array a node
     */
    @SuppressWarnings("ArrayRecordComponent") // internal to a pass
    record Pass(double[][] values) {}

    private final List<Node> nodes = new ArrayList<>();
    /** The node of the output of each layer, shifted by one for the image; 0 for those that take no part. */
    private final int[] outputs;

    private final MapShape shape;
    private final int preActivation;
    private final int output;

    private PrefixNetwork(MapShape shape, Builder builder, int layer) {
        this.shape = shape;
        nodes.addAll(builder.nodes);
        outputs = builder.outputs.clone();
        output = outputs[layer + 1];
        preActivation = output - 1;
    }

    /** Whether every layer on the way is of a kind that is known, as far as that can be told without a pass. */
    static boolean supports(List<LayerInfo> layers, List<Optional<LayerParameters>> parameters, int layer) {
        boolean[] needed = new boolean[layer + 1];
        needed[layer] = true;
        for (int i = layer; i >= 0; i--) {
            LayerInfo info = layers.get(i);
            if (needed[i] && !isKnown(info, parameters.get(i))) {
                return false;
            }
            for (int input : info.inputs()) {
                if (needed[i] && input != LayerInfo.IMAGE) {
                    needed[input] = true;
                }
            }
        }
        return true;
    }

    private static boolean isKnown(LayerInfo info, Optional<LayerParameters> parameters) {
        boolean learned = info.kind() == LayerKind.CONVOLUTION
                || info.kind() == LayerKind.DENSE
                || info.kind() == LayerKind.BATCH_NORMALISATION;
        return info.kind() != LayerKind.OTHER && (!learned || parameters.isPresent());
    }

    /**
     * Makes the part of a network that ends with a layer.
     *
     * @param parameters one a layer, those after {@code layer} may be absent
     * @param probe of the same network with the same edits, best of an image with many levels: it shows what a
     *     {@link LayerInfo} does not tell
     * @param layer index of the last layer
     * @return empty if a layer on the way is of no known kind, or gives other values than the network does
     */
    static Optional<PrefixNetwork> of(
            List<LayerInfo> layers, List<Optional<LayerParameters>> parameters, Inference probe, int layer) {
        Builder builder = new Builder(layers, parameters, new UnitInputs(layers, probe));
        if (!builder.add(layer)) {
            return Optional.empty();
        }
        PrefixNetwork network = new PrefixNetwork(layers.get(layer).output(), builder, layer);
        return network.agreesWith(probe) ? Optional.of(network) : Optional.empty();
    }

    /** The shape of the last layer's output. */
    MapShape shape() {
        return shape;
    }

    /** @param image 28×28, row-major */
    Pass forward(double[] image) {
        double[][] values = new double[nodes.size() + 1][];
        values[0] = image.clone();
        for (int i = 1; i < values.length; i++) {
            Node node = nodes.get(i - 1);
            values[i] = node.step.forward(select(values, node.inputs));
        }
        return new Pass(values);
    }

    /** The output of a layer on the way, or of the last. */
    double[] output(Pass pass, int layer) {
        return pass.values[outputs[layer + 1]];
    }

    /** The last layer's values before its activation: logits, where that is a softmax. */
    double[] preActivations(Pass pass) {
        return pass.values[preActivation];
    }

    /**
     * The derivative of Σ weight · value by each pixel, over the last layer's values before its activation.
     *
     * @param weights one a value of that layer
     */
    double[] gradient(Pass pass, double[] weights) {
        return backward(pass, preActivation, weights, false);
    }

    /** As {@link #gradient}, over the values after the activation. */
    double[] outputGradient(Pass pass, double[] weights) {
        return backward(pass, output, weights, false);
    }

    /**
     * As {@link #gradient}, but flat activations let the gradient through: a direction that wakes units that are silent
     * altogether (Olah et al., <i>Feature visualization</i>, 2017, does so in its first steps).
     */
    double[] redirectedGradient(Pass pass, double[] weights) {
        return backward(pass, preActivation, weights, true);
    }

    private double[] backward(Pass pass, int target, double[] weights, boolean redirected) {
        double[][] gradients = new double[target + 1][];
        for (int i = 0; i < target; i++) {
            gradients[i] = new double[pass.values[i].length];
        }
        gradients[target] = weights.clone();
        for (int i = target; i > 0; i--) {
            Node node = nodes.get(i - 1);
            double[][] inputs = select(pass.values, node.inputs);
            double[][] inputGradients = select(gradients, node.inputs);
            if (redirected && node.step instanceof PrefixSteps.Activation activation) {
                activation.backwardRedirected(inputs[0], gradients[i], inputGradients[0]);
            } else {
                node.step.backward(inputs, pass.values[i], gradients[i], inputGradients);
            }
        }
        return gradients[0];
    }

    private boolean agreesWith(Inference probe) {
        Pass pass = forward(UnitSums.doubles(probe.image().pixels()));
        for (int layer = 0; layer < probe.outputs().size(); layer++) {
            if (outputs[layer + 1] > 0
                    && !agree(output(pass, layer), probe.outputs().get(layer))) {
                return false;
            }
        }
        return true;
    }

    private static boolean agree(double[] values, FeatureMaps expected) {
        double tolerance = TOLERANCE * Math.max(expected.largestMagnitude(), TOLERANCE);
        for (int i = 0; i < values.length; i++) {
            // Written so that a value that is no number does not pass.
            if (!(Math.abs(values[i] - expected.values()[i]) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    private static double[][] select(double[][] arrays, List<Integer> indices) {
        double[][] selected = new double[indices.size()][];
        for (int i = 0; i < selected.length; i++) {
            selected[i] = arrays[indices.get(i)];
        }
        return selected;
    }

    /** Gathers the layers that a layer needs, each after those that feed it. */
    private static final class Builder {
        private final List<LayerInfo> layers;
        private final List<Optional<LayerParameters>> parameters;
        private final UnitInputs probe;
        private final List<Node> nodes = new ArrayList<>();
        private final int[] outputs;

        Builder(List<LayerInfo> layers, List<Optional<LayerParameters>> parameters, UnitInputs probe) {
            this.layers = layers;
            this.parameters = parameters;
            this.probe = probe;
            this.outputs = new int[layers.size() + 1];
        }

        /** False if a layer on the way is not known. */
        boolean add(int layer) {
            if (layer == LayerInfo.IMAGE || outputs[layer + 1] > 0) {
                return true;
            }
            LayerInfo info = layers.get(layer);
            for (int input : info.inputs()) {
                if (!add(input)) {
                    return false;
                }
            }
            if (info.inputs().isEmpty()) {
                return false;
            }
            PrefixBuilder builder = new PrefixBuilder(
                    info, parameters.get(layer), probe.maps(info.inputs().get(0)), probe.maps(layer));
            Optional<PrefixStep> main = builder.main();
            Optional<PrefixStep> activation = builder.activation();
            List<MapShape> before = info.inputs().stream()
                    .map(input -> probe.maps(input).shape())
                    .toList();
            if (main.isEmpty() || activation.isEmpty() || !builder.joins(before)) {
                return false;
            }
            nodes.add(new Node(
                    main.get(),
                    info.inputs().stream().map(input -> outputs[input + 1]).toList()));
            nodes.add(new Node(activation.get(), List.of(nodes.size())));
            outputs[layer + 1] = nodes.size();
            return true;
        }
    }
}
