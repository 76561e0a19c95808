package org.digitscope.network.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers in a row. */
final class SequentialEngine implements Engine {
    private final MultiLayerNetwork network;
    private final List<KeepingInput> inPlace;

    SequentialEngine(MultiLayerNetwork network) {
        this.network = network;
        this.inPlace = KeepingInput.install(network.getLayers());
    }

    @Override
    public List<INDArray> activations(INDArray input) {
        inPlace.forEach(function -> function.keep(true));
        List<INDArray> withInput = network.feedForward(input, false);
        return new ArrayList<>(withInput.subList(1, withInput.size()));
    }

    @Override
    public INDArray output(INDArray input) {
        inPlace.forEach(function -> function.keep(false));
        return network.output(input, false);
    }

    @Override
    public Optional<Layer> layer(int index) {
        return Optional.of(Steps.unfrozen(network.getLayer(index)));
    }

    @Override
    public Optional<InputPreProcessor> adapter(int index) {
        return Optional.ofNullable(network.getLayerWiseConfigurations().getInputPreProcess(index));
    }

    @Override
    public Step step(int index) {
        return Steps.of(network.getLayer(index), adapter(index));
    }

    @Override
    public void close() {
        NetworkMemory.release(network);
    }
}
