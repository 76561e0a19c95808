package org.digitscope.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.digitscope.explain.UnitArithmetic.ChannelSum;
import org.digitscope.explain.UnitArithmetic.Contribution;
import org.digitscope.explain.UnitArithmetic.Term;
import org.digitscope.explain.UnitArithmetic.WeightedSum;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerParameters;

/** The weighted sums and shares of {@link UnitArithmetic}. */
final class UnitSums {
    private UnitSums() {}

    static ChannelSum channelSum(UnitPatch patch, Kernels kernels, int filter, int channel) {
        float[] values = patch.values();
        float[] kernel = new float[values.length];
        double[] products = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            kernel[i] = kernels.at(filter, channel, i % patch.width(), i / patch.width());
            products[i] = (double) kernel[i] * values[i];
            sum += products[i];
        }
        return new ChannelSum(patch, kernel, products, sum);
    }

    /** Of one unit. */
    static WeightedSum weightedSum(LayerParameters.Dense dense, int unit, UnitInputs inputs, int before) {
        List<Contribution> contributions = new ArrayList<>(dense.inputs());
        double sum = dense.biases()[unit];
        for (int input = 0; input < dense.inputs(); input++) {
            UnitValue value = inputs.at(before, input);
            double weight = dense.at(unit, input);
            contributions.add(new Contribution(input, value, weight, weight * value.value()));
            sum += weight * value.value();
        }
        contributions.sort(Comparator.comparingDouble((Contribution each) -> -Math.abs(each.product())));
        return new WeightedSum(contributions, dense.biases()[unit], sum);
    }

    static UnitArithmetic softmax(Optional<WeightedSum> logit, double[] logits, int asked, float shown) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double each : logits) {
            largest = Math.max(largest, each);
        }
        double sum = 0;
        for (double each : logits) {
            sum += Math.exp(each - largest);
        }
        List<Term> terms = new ArrayList<>(logits.length);
        for (int unit = 0; unit < logits.length; unit++) {
            double power = Math.exp(logits[unit] - largest);
            terms.add(new Term(unit, logits[unit], power, power / sum));
        }
        return new UnitArithmetic.Softmax(logit, terms, asked, largest, sum, shown);
    }

    /** Of all units. */
    static double[] logits(LayerParameters.Dense dense, float[] values) {
        double[] logits = new double[dense.units()];
        for (int unit = 0; unit < logits.length; unit++) {
            logits[unit] = dense.biases()[unit];
            for (int input = 0; input < values.length; input++) {
                logits[unit] += (double) dense.at(unit, input) * values[input];
            }
        }
        return logits;
    }

    static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
