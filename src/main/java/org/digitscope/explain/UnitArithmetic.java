package org.digitscope.explain;

import java.util.List;
import java.util.Optional;
import org.digitscope.network.Inference;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;

/**
 * How the value of one unit comes about: the numbers that go in, what is done to them, and what comes out. Everything is
 * computed anew in double precision from the outputs of the layers before; the network works in single precision, so
 * that {@link #result()} and {@link #shown()} differ by its rounding. Safe for any thread.
 */
public sealed interface UnitArithmetic {

    /** The value that the network gave. */
    float shown();

    /** The value that the arithmetic gives. */
    double result();

    /** {@link #result()} less {@link #shown()}. */
    default double difference() {
        return result() - shown();
    }

    /** How large the numbers are that are summed up: the sum of their magnitudes, or that of the result. */
    default double magnitude() {
        return Math.abs(result());
    }

    /**
     * Whether the difference is no more than rounding: a hundred-thousandth of the value, or a millionth of the
     * {@link #magnitude()} where large terms cancel, and at least a millionth. It is more where a layer does what its
     * {@link LayerInfo} does not tell, such as a limited {@code relu}.
     */
    default boolean agrees() {
        double allowed = Math.max(1e-6, Math.max(1e-5 * Math.abs(shown()), 1e-6 * magnitude()));
        return Math.abs(difference()) <= allowed;
    }

    /**
     * A weighted sum over a window of each map before, then a function.
     *
     * @param channels one an input map; their sums and the bias make up the value before the activation
     */
    record Convolution(List<ChannelSum> channels, double bias, Activated activated, float shown)
            implements UnitArithmetic {
        public Convolution {
            channels = List.copyOf(channels);
        }

        @Override
        public double result() {
            return activated.result();
        }

        @Override
        public double magnitude() {
            double magnitude = Math.abs(bias);
            for (ChannelSum channel : channels) {
                for (double product : channel.products()) {
                    magnitude += Math.abs(product);
                }
            }
            return magnitude;
        }
    }

    /**
     * What one input map contributes to a convolution.
     *
     * @param kernel as many weights as the patch has cells, in the same order; not to be changed
     * @param products value times weight of each cell; not to be changed
     * @param sum of the products
     */
    @SuppressWarnings("ArrayRecordComponent") // read only; nobody compares sums
    record ChannelSum(UnitPatch patch, float[] kernel, double[] products, double sum) {}

    /**
     * The last step of a layer: its function.
     *
     * @param function {@code identity} where the layer has none
     * @param preActivation what goes into it
     * @param result what comes out of it
     */
    record Activated(ActivationFunction function, double preActivation, double result) {
        static Activated of(ActivationFunction function, double preActivation) {
            return new Activated(function, preActivation, function.apply(preActivation));
        }
    }

    /**
     * The largest value, the mean or the like of a window, or of a whole map in global pooling.
     *
     * @param winner for {@link UnitSummary#MAXIMUM}: the first of the largest cells
     */
    record Pooling(UnitPatch patch, UnitSummary summary, Optional<UnitValue> winner, double result, float shown)
            implements UnitArithmetic {}

    /**
     * {@code gamma · (x − mean) / √(variance + epsilon) + beta} (Ioffe, Szegedy, <i>Batch normalization</i>, 2015).
     *
     * @param input x
     * @param normalised the value before gamma and beta
     */
    record BatchNormalisation(
            UnitValue input,
            double mean,
            double variance,
            double epsilon,
            double normalised,
            double gamma,
            double beta,
            double result,
            float shown)
            implements UnitArithmetic {}

    /** A weighted sum of all values before, then a function. */
    record Dense(WeightedSum sum, Activated activated, float shown) implements UnitArithmetic {
        @Override
        public double result() {
            return activated.result();
        }

        @Override
        public double magnitude() {
            return Math.abs(sum.bias())
                    + sum.contributions().stream()
                            .mapToDouble(each -> Math.abs(each.product()))
                            .sum();
        }
    }

    /**
     * The sum of weighted inputs.
     *
     * @param contributions one an input, the largest magnitude first
     * @param result the sum of all products, and the bias
     */
    record WeightedSum(List<Contribution> contributions, double bias, double result) {
        public WeightedSum {
            contributions = List.copyOf(contributions);
        }

        /** The sum of the products after the first {@code shown}. */
        public double rest(int shown) {
            return contributions.stream()
                    .skip(shown)
                    .mapToDouble(Contribution::product)
                    .sum();
        }
    }

    /**
     * What one input adds to a weighted sum.
     *
     * @param index of the input, counted through all maps before
     * @param product value times weight
     */
    record Contribution(int index, UnitValue input, double weight, double product) {}

    /**
     * A class's share: exp(logit − largest) over the sum of that of all classes. It is the network's own output; the
     * probabilities of an {@link org.digitscope.network.Answer} are calibrated after it.
     *
     * @param logit how the unit's logit comes about; absent if the layer takes its input for it
     * @param terms one a class, in their order
     * @param unit the class asked for
     * @param largest logit of all
     * @param sum of the powers of all classes
     */
    record Softmax(Optional<WeightedSum> logit, List<Term> terms, int unit, double largest, double sum, float shown)
            implements UnitArithmetic {
        public Softmax {
            terms = List.copyOf(terms);
        }

        @Override
        public double result() {
            return terms.get(unit).share();
        }
    }

    /**
     * One class of a softmax.
     *
     * @param unit the class
     * @param power exp(logit − largest)
     * @param share power over the sum of all powers, 0 to 1
     */
    record Term(int unit, double logit, double power, double share) {}

    /** A function of one value. */
    record Activation(UnitValue input, Activated activated, float shown) implements UnitArithmetic {
        @Override
        public double result() {
            return activated.result();
        }
    }

    /** The sum of values at the same place in several layers. */
    record Addition(List<UnitValue> inputs, double result, float shown) implements UnitArithmetic {
        public Addition {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A value that is passed on as it is, by dropout, concatenation or padding.
     *
     * @param kind which of them
     * @param from where it comes from; absent for the zeros of padding
     */
    record Passed(LayerKind kind, Optional<UnitValue> from, double result, float shown) implements UnitArithmetic {}

    /** A layer whose arithmetic is not known here; the result is what the network gave. */
    record Other(LayerKind kind, float shown) implements UnitArithmetic {
        @Override
        public double result() {
            return shown;
        }
    }

    /**
     * The arithmetic of one unit.
     *
     * @param layers of the network
     * @param inference of the same network
     * @param layer index
     * @param parameters of this layer; those of the same network, with the same edits
     * @param map index in the layer
     * @param x column in the map
     * @param y row in the map
     * @throws IndexOutOfBoundsException if there is no such unit
     */
    static UnitArithmetic of(
            List<LayerInfo> layers,
            Inference inference,
            int layer,
            Optional<LayerParameters> parameters,
            int map,
            int x,
            int y) {
        return new UnitCalculation(new UnitInputs(layers, inference), layer, map, x, y).with(parameters);
    }
}
