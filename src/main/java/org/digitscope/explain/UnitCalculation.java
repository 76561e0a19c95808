package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.digitscope.explain.UnitArithmetic.Activated;
import org.digitscope.explain.UnitArithmetic.ChannelSum;
import org.digitscope.explain.UnitArithmetic.WeightedSum;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Kernels;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;

/** Does the sums of {@link UnitArithmetic} for one unit. */
final class UnitCalculation {
    private static final String SOFTMAX = "softmax";

    private final UnitInputs inputs;
    private final LayerInfo info;
    private final int map;
    private final int x;
    private final int y;
    private final int before;
    private final FeatureMaps maps;
    private final FeatureMaps output;
    private final float shown;

    UnitCalculation(UnitInputs inputs, int layer, int map, int x, int y) {
        this.inputs = inputs;
        this.info = inputs.info(layer);
        this.map = Objects.checkIndex(map, info.output().maps());
        this.x = Objects.checkIndex(x, info.output().width());
        this.y = Objects.checkIndex(y, info.output().height());
        this.before = info.inputs().isEmpty() ? LayerInfo.IMAGE : info.inputs().get(0);
        this.maps = inputs.maps(before);
        this.output = inputs.maps(layer);
        this.shown = output.at(map, x, y);
    }

    UnitArithmetic with(Optional<LayerParameters> parameters) {
        Optional<UnitArithmetic> known = switch (info.kind()) {
            case CONVOLUTION -> convolution(parameters);
            case MAX_POOLING, AVERAGE_POOLING -> info.window().flatMap(this::pooling);
            case GLOBAL_POOLING -> pooling(UnitHints.whole(maps.shape()));
            case DENSE -> dense(parameters);
            case OUTPUT -> parameters.isPresent() ? dense(parameters) : activation();
            case BATCH_NORMALISATION -> normalisation(parameters);
            case ACTIVATION -> activation();
            case DROPOUT -> pointwise().map(this::passed);
            case PADDING -> padding();
            case ADDITION -> addition();
            case CONCATENATION -> concatenation();
            case OTHER -> Optional.empty();
        };
        return known.orElseGet(() -> new UnitArithmetic.Other(info.kind(), shown));
    }

    /** Empty for a function that is not known or mixes values. */
    private Optional<ActivationFunction> function() {
        return info.activation().isEmpty()
                ? Optional.of(ActivationFunction.identity())
                : ActivationFunction.named(info.activation().get());
    }

    private Optional<UnitArithmetic> convolution(Optional<LayerParameters> parameters) {
        if (!(parameters.orElse(null) instanceof LayerParameters.Convolution convolution)
                || info.window().isEmpty()
                || !fits(convolution.kernels(), info, maps.shape())) {
            return Optional.empty();
        }
        Kernels kernels = convolution.kernels();
        Window window = info.window().get();
        List<ChannelSum> channels = new ArrayList<>();
        double preActivation = kernels.biases()[map];
        for (int channel = 0; channel < kernels.channels(); channel++) {
            UnitPatch patch = UnitPatch.of(before, maps, channel, window, x, y);
            ChannelSum sum = UnitSums.channelSum(patch, kernels, map, channel);
            channels.add(sum);
            preActivation += sum.sum();
        }
        double total = preActivation;
        return function()
                .map(function -> new UnitArithmetic.Convolution(
                        channels, kernels.biases()[map], Activated.of(function, total), shown));
    }

    /** False for kernels that a layer uses in another way than a plain convolution does. */
    static boolean fits(Kernels kernels, LayerInfo info, MapShape before) {
        return kernels.filters() == info.output().maps()
                && kernels.channels() == before.maps()
                && info.window()
                        .filter(window -> window.width() == kernels.width() && window.height() == kernels.height())
                        .isPresent();
    }

    private Optional<UnitArithmetic> pooling(Window window) {
        if (maps.shape().maps() != info.output().maps()) {
            return Optional.empty();
        }
        UnitSummary summary = UnitHints.summary(info.kind(), window, maps, output);
        UnitPatch patch = UnitPatch.of(before, maps, map, window, x, y);
        Optional<UnitValue> winner = summary == UnitSummary.MAXIMUM ? patch.largest() : Optional.empty();
        return Optional.of(new UnitArithmetic.Pooling(patch, summary, winner, summary.of(patch), shown));
    }

    private Optional<UnitArithmetic> dense(Optional<LayerParameters> parameters) {
        if (!(parameters.orElse(null) instanceof LayerParameters.Dense dense)
                || dense.inputs() != maps.shape().size()
                || dense.units() != info.output().size()) {
            return Optional.empty();
        }
        WeightedSum sum = UnitSums.weightedSum(dense, map, inputs, before);
        if (info.activation().filter(SOFTMAX::equals).isPresent()) {
            return Optional.of(UnitSums.softmax(Optional.of(sum), UnitSums.logits(dense, maps.values()), map, shown));
        }
        return function().map(function -> new UnitArithmetic.Dense(sum, Activated.of(function, sum.result()), shown));
    }

    private Optional<UnitArithmetic> activation() {
        if (info.activation().filter(SOFTMAX::equals).isPresent()) {
            return maps.shape().equals(info.output()) && info.output().isUnits()
                    ? Optional.of(UnitSums.softmax(Optional.empty(), UnitSums.doubles(maps.values()), map, shown))
                    : Optional.empty();
        }
        return pointwise()
                .flatMap(input -> function()
                        .map(function ->
                                new UnitArithmetic.Activation(input, Activated.of(function, input.value()), shown)));
    }

    private Optional<UnitArithmetic> normalisation(Optional<LayerParameters> parameters) {
        if (!(parameters.orElse(null) instanceof LayerParameters.BatchNormalisation learned)
                || learned.mean().length != info.output().maps()) {
            return Optional.empty();
        }
        return pointwise().map(input -> {
            double mean = learned.mean()[map];
            double variance = learned.variance()[map];
            double normalised = (input.value() - mean) / Math.sqrt(variance + learned.epsilon());
            double gamma = learned.gamma()[map];
            double beta = learned.beta()[map];
            double result = gamma * normalised + beta;
            return new UnitArithmetic.BatchNormalisation(
                    input, mean, variance, learned.epsilon(), normalised, gamma, beta, result, shown);
        });
    }

    /** The value before at the same place, where maps are flattened at the same place in the row. */
    private Optional<UnitValue> pointwise() {
        if (maps.shape().equals(info.output())) {
            return Optional.of(inputs.at(before, map, x, y));
        }
        MapShape shape = info.output();
        return maps.shape().size() == shape.size()
                ? Optional.of(inputs.at(before, shape.offset(map) + y * shape.width() + x))
                : Optional.empty();
    }

    private UnitArithmetic passed(UnitValue from) {
        return new UnitArithmetic.Passed(info.kind(), Optional.of(from), from.value(), shown);
    }

    private Optional<UnitArithmetic> padding() {
        MapShape inner = maps.shape();
        MapShape outer = info.output();
        if (inner.maps() != outer.maps() || inner.height() > outer.height() || inner.width() > outer.width()) {
            return Optional.empty();
        }
        UnitHints.Offset offset = UnitHints.padding(maps, output);
        int fromX = x - offset.left();
        int fromY = y - offset.top();
        if (fromX < 0 || fromY < 0 || fromX >= inner.width() || fromY >= inner.height()) {
            return Optional.of(new UnitArithmetic.Passed(LayerKind.PADDING, Optional.empty(), 0, shown));
        }
        return Optional.of(passed(inputs.at(before, map, fromX, fromY)));
    }

    private Optional<UnitArithmetic> addition() {
        List<UnitValue> values = new ArrayList<>();
        double sum = 0;
        for (int input : info.inputs()) {
            if (!inputs.maps(input).shape().equals(info.output())) {
                return Optional.empty();
            }
            UnitValue value = inputs.at(input, map, x, y);
            values.add(value);
            sum += value.value();
        }
        return Optional.of(new UnitArithmetic.Addition(values, sum, shown));
    }

    private Optional<UnitArithmetic> concatenation() {
        int first = 0;
        Optional<UnitArithmetic> found = Optional.empty();
        for (int input : info.inputs()) {
            MapShape shape = inputs.maps(input).shape();
            if (shape.height() != info.output().height()
                    || shape.width() != info.output().width()) {
                return Optional.empty();
            }
            if (map >= first && map < first + shape.maps()) {
                found = Optional.of(passed(inputs.at(input, map - first, x, y)));
            }
            first += shape.maps();
        }
        return first == info.output().maps() ? found : Optional.empty();
    }
}
