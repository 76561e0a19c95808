package org.digitscope.training.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitscope.training.LayerPlan;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes of a trained network the one that is shipped: batch normalisation is folded into the convolution or dense
 * layer before it, a following activation too, and dropout, which does nothing any more, is left out. The outputs are
 * the same up to rounding (Jacob et al., <i>Quantization and training of neural networks</i>, 2018, section 3.2); there
 * are fewer layers to look at, and they are faster. The two ways of a residual block are folded likewise, each by itself.
 */
final class Folding {
    /** What Deeplearning4j adds to the variance. */
    static final double EPSILON = 1e-5;

    /**
     * A layer of the folded network.
     *
     * @param plan its kind
     * @param source index of the trained layer that it comes from
     * @param normalisation index of the trained batch normalisation to be folded in
     */
    private record Folded(LayerPlan plan, int source, Optional<Integer> normalisation) {}

    private Folding() {}

    /** The layers of the folded network. */
    static List<LayerPlan> layers(List<LayerPlan> trained) {
        return fold(trained).stream()
                .map(layer -> layer.plan() instanceof LayerPlan.Residual block ? folded(block) : layer.plan())
                .toList();
    }

    private static LayerPlan folded(LayerPlan.Residual block) {
        return new LayerPlan.Residual(layers(block.layers()), layers(block.shortcut()), block.activation());
    }

    /** Sets the weights of a folded network from those of the trained one. */
    static void copyWeights(List<LayerPlan> plans, Trainable trained, Trainable target) {
        int last = copyChain(plans, NetworkBuilder.LAYER, trained, NetworkBuilder.LAYER, target);
        copy(trained.weights(NetworkBuilder.LAYER + plans.size()), target.weights(NetworkBuilder.LAYER + last));
    }

    /**
     * @param from what the names of the trained layers begin with
     * @param to what the names of the folded layers begin with
     * @return the number of folded layers
     */
    private static int copyChain(List<LayerPlan> plans, String from, Trainable trained, String to, Trainable target) {
        List<Folded> folded = fold(plans);
        for (int i = 0; i < folded.size(); i++) {
            Folded layer = folded.get(i);
            String source = from + layer.source();
            String name = to + i;
            if (layer.plan() instanceof LayerPlan.Residual block) {
                String main = NetworkBuilder.MAIN;
                String shortcut = NetworkBuilder.SHORTCUT;
                copyChain(block.layers(), source + main, trained, name + main, target);
                copyChain(block.shortcut(), source + shortcut, trained, name + shortcut, target);
                continue;
            }
            if (hasWeights(layer.plan())) {
                copy(trained.weights(source), target.weights(name));
            }
            if (layer.normalisation().isPresent()) {
                normalise(trained.weights(from + layer.normalisation().get()), target.weights(name));
            }
        }
        return folded.size();
    }

    private static List<Folded> fold(List<LayerPlan> plans) {
        List<Folded> folded = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            LayerPlan plan = plans.get(i);
            Optional<Folded> before = folded.isEmpty() ? Optional.empty() : Optional.of(folded.get(folded.size() - 1));
            boolean intoLinear = before.isPresent() && isLinear(before.get().plan());
            if (plan instanceof LayerPlan.Dropout) {
                continue;
            }
            if (plan instanceof LayerPlan.BatchNormalisation
                    && intoLinear
                    && before.get().normalisation().isEmpty()) {
                folded.set(
                        folded.size() - 1,
                        new Folded(before.get().plan(), before.get().source(), Optional.of(i)));
            } else if (plan instanceof LayerPlan.Activation activation && intoLinear) {
                LayerPlan with = withActivation(before.get().plan(), activation.function());
                folded.set(
                        folded.size() - 1,
                        new Folded(with, before.get().source(), before.get().normalisation()));
            } else {
                folded.add(new Folded(plan, i, Optional.empty()));
            }
        }
        return folded;
    }

    private static boolean hasWeights(LayerPlan plan) {
        return plan instanceof LayerPlan.Convolution
                || plan instanceof LayerPlan.Dense
                || plan instanceof LayerPlan.BatchNormalisation;
    }

    private static boolean isLinear(LayerPlan plan) {
        return plan instanceof LayerPlan.Convolution convolution
                        && convolution.activation().equals("identity")
                || plan instanceof LayerPlan.Dense dense && dense.activation().equals("identity");
    }

    private static LayerPlan withActivation(LayerPlan plan, String function) {
        if (plan instanceof LayerPlan.Convolution convolution) {
            return new LayerPlan.Convolution(
                    convolution.filters(), convolution.kernel(), convolution.stride(), convolution.padding(), function);
        }
        return new LayerPlan.Dense(((LayerPlan.Dense) plan).units(), function);
    }

    private static void copy(Map<String, INDArray> trained, Map<String, INDArray> target) {
        trained.forEach((name, array) -> weight(target, name).assign(array));
    }

    /** w' = w γ / σ and b' = β + (b − μ) γ / σ, by output map or unit. */
    private static void normalise(Map<String, INDArray> normalisation, Map<String, INDArray> target) {
        float[] gamma = floats(normalisation, "gamma");
        float[] beta = floats(normalisation, "beta");
        float[] mean = floats(normalisation, "mean");
        float[] variance = floats(normalisation, "var");
        INDArray weights = weight(target, "W");
        INDArray biases = weight(target, "b");
        // Convolutions have their output maps first, dense layers their units last.
        int dimension = weights.rank() == 4 ? 0 : 1;
        for (int map = 0; map < gamma.length; map++) {
            double factor = gamma[map] / Math.sqrt(variance[map] + EPSILON);
            if (dimension == 0) {
                weights.tensorAlongDimension(map, 1, 2, 3).muli(factor);
            } else {
                weights.getColumn(map).muli(factor);
            }
            double bias = biases.getDouble(map);
            biases.putScalar(map, beta[map] + (bias - mean[map]) * factor);
        }
    }

    private static float[] floats(Map<String, INDArray> table, String name) {
        return weight(table, name).dup('c').data().asFloat();
    }

    private static INDArray weight(Map<String, INDArray> table, String name) {
        INDArray array = table.get(name);
        if (array == null) {
            throw new IllegalStateException("a layer without " + name);
        }
        return array;
    }
}
