package org.digitscope.training.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitscope.training.LayerPlan;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes of a trained network the one that is shipped: batch normalisation is folded into the convolution or dense
 * layer before it, a following activation too, and dropout, which does nothing any more, is left out. The outputs are
 * the same up to rounding (Jacob et al., <i>Quantization and training of neural networks</i>, 2018, section 3.2); there
 * are fewer layers to look at, and they are faster.
 */
final class Folding {
    /** What Deeplearning4j adds to the variance. */
    static final double EPSILON = 1e-5;

    /**
     * A layer of the folded network.
     *
     * @param plan its kind
     * @param source index of the trained layer with its weights, −1 if it has none
     * @param normalisation index of the trained batch normalisation to be folded in
     */
    private record Folded(LayerPlan plan, int source, Optional<Integer> normalisation) {}

    private Folding() {}

    /** The layers of the folded network. */
    static List<LayerPlan> layers(List<LayerPlan> trained) {
        return fold(trained).stream().map(Folded::plan).toList();
    }

    /** Sets the weights of a folded network from those of the trained one. */
    static void copyWeights(List<LayerPlan> plans, MultiLayerNetwork trained, MultiLayerNetwork target) {
        List<Folded> folded = fold(plans);
        for (int i = 0; i < folded.size(); i++) {
            Folded layer = folded.get(i);
            if (layer.source() >= 0) {
                copy(trained.getLayer(layer.source()).paramTable(), target, i);
            }
            if (layer.normalisation().isPresent()) {
                normalise(trained.getLayer(layer.normalisation().get()).paramTable(), target, i);
            }
        }
        copy(trained.getLayer(plans.size()).paramTable(), target, folded.size());
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
                boolean hasWeights = plan instanceof LayerPlan.Convolution
                        || plan instanceof LayerPlan.Dense
                        || plan instanceof LayerPlan.BatchNormalisation;
                folded.add(new Folded(plan, hasWeights ? i : -1, Optional.empty()));
            }
        }
        return folded;
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

    private static void copy(Map<String, INDArray> weights, MultiLayerNetwork target, int layer) {
        weights.forEach((name, array) -> target.getLayer(layer).getParam(name).assign(array));
    }

    /** w' = w γ / σ and b' = β + (b − μ) γ / σ, by output map or unit. */
    private static void normalise(Map<String, INDArray> normalisation, MultiLayerNetwork target, int layer) {
        float[] gamma = floats(normalisation, "gamma");
        float[] beta = floats(normalisation, "beta");
        float[] mean = floats(normalisation, "mean");
        float[] variance = floats(normalisation, "var");
        INDArray weights = target.getLayer(layer).getParam("W");
        INDArray biases = target.getLayer(layer).getParam("b");
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
        INDArray array = table.get(name);
        if (array == null) {
            throw new IllegalStateException("batch normalisation without " + name);
        }
        return array.dup('c').data().asFloat();
    }
}
