package org.digitscope.network.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The function of an activation layer, made to leave its input as it was. Deeplearning4j applies it in place, so that
 * the layer before would show the output of the layer after it.
 */
final class KeepingInput extends BaseActivationFunction {
    private static final long serialVersionUID = 1;

    private final IActivation function;
    private boolean keeping;

    private KeepingInput(IActivation function) {
        this.function = function;
    }

    /** Puts itself in the place of the layer's function; nothing for layers of other kinds. */
    static Optional<KeepingInput> install(Layer layer) {
        if (LayerDescription.unfrozen(layer.conf().getLayer()) instanceof ActivationLayer activation) {
            KeepingInput keeping = new KeepingInput(activation.getActivationFn());
            activation.setActivationFn(keeping);
            return Optional.of(keeping);
        }
        return Optional.empty();
    }

    /** In every layer that needs it. */
    static List<KeepingInput> install(Layer[] layers) {
        List<KeepingInput> installed = new ArrayList<>();
        for (Layer layer : layers) {
            install(layer).ifPresent(installed::add);
        }
        return List.copyOf(installed);
    }

    /** What the layer had before. */
    IActivation function() {
        return function;
    }

    /** From now on: the output in an array of its own, outside of all workspaces. */
    void keep(boolean on) {
        keeping = on;
    }

    @Override
    @SuppressWarnings("try") // it works by being open
    public INDArray getActivation(INDArray in, boolean training) {
        if (!keeping) {
            return function.getActivation(in, training);
        }
        try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            return function.getActivation(in.dup(), training);
        }
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        return function.backprop(in, epsilon);
    }

    @Override
    public int numParams(int inputSize) {
        return function.numParams(inputSize);
    }
}
