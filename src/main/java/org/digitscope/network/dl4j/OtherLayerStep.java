package org.digitscope.network.dl4j;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A layer by Deeplearning4j's own means: pooling, padding and all kinds that are rare. */
final class OtherLayerStep implements Step {
    private final Layer layer;
    private final Optional<INDArray> weightGradients;

    @SuppressWarnings("try") // it works by being open
    OtherLayerStep(Layer layer) {
        this.layer = layer;
        calm(layer.conf().getLayer());
        if (layer.numParams() == 0) {
            weightGradients = Optional.empty();
            return;
        }
        try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            INDArray gradients = Nd4j.create(DataType.FLOAT, 1, layer.numParams());
            layer.setBackpropGradientsViewArray(gradients);
            weightGradients = Optional.of(gradients);
        }
    }

    @Override
    public Pass forward(List<INDArray> inputs, Scope scope) {
        return new LayerPass(layer, layer.activate(inputs.get(0), false, scope.manager()), scope);
    }

    @Override
    public void forget() {
        layer.clear();
    }

    @Override
    public void close() {
        weightGradients.ifPresent(INDArray::close);
    }

    /** Deeplearning4j always goes back as in training, where these would come in. At inference they do nothing. */
    private static void calm(org.deeplearning4j.nn.conf.layers.Layer layer) {
        layer.setIDropout(null);
        if (layer instanceof BaseLayer base) {
            base.setWeightNoise(null);
        } else if (layer instanceof BaseWrapperLayer wrapper) {
            calm(wrapper.getUnderlying());
        } else if (layer instanceof Bidirectional both) {
            calm(both.getFwd());
            calm(both.getBwd());
        }
    }

    private record LayerPass(Layer layer, INDArray output, Scope scope) implements Pass {
        @Override
        public Optional<INDArray> beforeFunction() {
            return Optional.empty();
        }

        @Override
        public List<INDArray> backward(INDArray gradient) {
            INDArray own = gradient.dup('c').reshape('c', output.shape());
            return List.of(layer.backpropGradient(own, scope.manager()).getSecond());
        }

        @Override
        public List<INDArray> backwardFromBeforeFunction(INDArray gradient) {
            throw new IllegalStateException("nobody knows what goes into its function");
        }
    }
}
