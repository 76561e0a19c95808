package org.digitscope.explain;

import java.util.Optional;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;
import org.digitscope.network.LayerParameters;
import org.digitscope.network.MapShape;
import org.digitscope.network.Window;

/** Makes the steps of one layer of a {@link PrefixNetwork}. */
final class PrefixBuilder {
    private static final String SOFTMAX = "softmax";

    private final LayerInfo info;
    private final Optional<LayerParameters> parameters;
    private final FeatureMaps before;
    private final FeatureMaps output;

    /**
     * @param parameters of the layer
     * @param before what its first input gave for some image
     * @param output what the layer made of it
     */
    PrefixBuilder(LayerInfo info, Optional<LayerParameters> parameters, FeatureMaps before, FeatureMaps output) {
        this.info = info;
        this.parameters = parameters;
        this.before = before;
        this.output = output;
    }

    /** The layer's last step; empty if it is not known. */
    Optional<PrefixStep> activation() {
        if (info.activation().isEmpty()) {
            return Optional.of(new PrefixSteps.Activation(ActivationFunction.identity()));
        }
        if (info.activation().get().equals(SOFTMAX)) {
            return info.output().isUnits() ? Optional.of(new PrefixSteps.Softmax()) : Optional.empty();
        }
        return ActivationFunction.named(info.activation().get()).map(PrefixSteps.Activation::new);
    }

    /** What the layer does before its activation; empty if it is not known. */
    Optional<PrefixStep> main() {
        MapShape in = before.shape();
        MapShape out = info.output();
        return switch (info.kind()) {
            case CONVOLUTION -> convolution();
            case MAX_POOLING, AVERAGE_POOLING -> info.window().flatMap(this::pooling);
            case GLOBAL_POOLING -> pooling(UnitHints.whole(in));
            case DENSE -> dense();
            case OUTPUT -> parameters.isPresent() ? dense() : pointwise();
            case BATCH_NORMALISATION -> normalisation();
            case ACTIVATION, DROPOUT -> pointwise();
            case PADDING ->
                in.maps() == out.maps() && in.height() <= out.height() && in.width() <= out.width()
                        ? Optional.of(new PrefixSteps.Padding(UnitHints.padding(before, output), in, out))
                        : Optional.empty();
            case ADDITION -> Optional.of(new PrefixSteps.Addition());
            case CONCATENATION -> Optional.of(new PrefixSteps.Concatenation(out));
            case OTHER -> Optional.empty();
        };
    }

    /** True if the sizes of its inputs fit this layer. */
    boolean joins(Iterable<MapShape> inputs) {
        int sum = 0;
        for (MapShape input : inputs) {
            if (info.kind() == LayerKind.ADDITION
                    && input.size() != info.output().size()) {
                return false;
            }
            sum += input.size();
        }
        return info.kind() != LayerKind.CONCATENATION || sum == info.output().size();
    }

    private Optional<PrefixStep> convolution() {
        if (parameters.orElse(null) instanceof LayerParameters.Convolution convolution
                && UnitCalculation.fits(convolution.kernels(), info, before.shape())) {
            return info.window()
                    .map(window -> new PrefixConvolution(convolution.kernels(), window, before.shape(), info.output()));
        }
        return Optional.empty();
    }

    private Optional<PrefixStep> dense() {
        return parameters.orElse(null) instanceof LayerParameters.Dense dense
                        && dense.inputs() == before.shape().size()
                        && dense.units() == info.output().size()
                ? Optional.of(new PrefixDense(dense))
                : Optional.empty();
    }

    private Optional<PrefixStep> pooling(Window window) {
        if (before.shape().maps() != info.output().maps()) {
            return Optional.empty();
        }
        UnitSummary summary = UnitHints.summary(info.kind(), window, before, output);
        return Optional.of(new PrefixPooling(summary, window, before.shape(), info.output()));
    }

    private Optional<PrefixStep> normalisation() {
        return parameters.orElse(null) instanceof LayerParameters.BatchNormalisation learned
                        && learned.mean().length == info.output().maps()
                        && before.shape().size() == info.output().size()
                ? Optional.of(PrefixSteps.Affine.of(learned, info.output()))
                : Optional.empty();
    }

    private Optional<PrefixStep> pointwise() {
        return before.shape().size() == info.output().size()
                ? Optional.of(new PrefixSteps.Activation(ActivationFunction.identity()))
                : Optional.empty();
    }
}
