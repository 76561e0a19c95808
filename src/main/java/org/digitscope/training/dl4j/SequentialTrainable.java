package org.digitscope.training.dl4j;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.digitscope.network.dl4j.NetworkMemory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers in a row. */
final class SequentialTrainable implements Trainable {
    private final MultiLayerNetwork network;

    SequentialTrainable(MultiLayerConfiguration configuration) {
        this.network = new MultiLayerNetwork(configuration);
        network.init();
    }

    @Override
    public double gradient(INDArray images, INDArray targets) {
        network.setInput(images);
        network.setLabels(targets);
        try {
            network.computeGradientAndScore();
            return network.score() - network.calcRegularizationScore(true);
        } finally {
            network.clearLayersStates();
        }
    }

    @Override
    public INDArray gradients() {
        return network.getFlattenedGradients();
    }

    @Override
    public Map<String, INDArray> gradientsByName() {
        return network.gradient().gradientForVariable();
    }

    @Override
    public void step(int images) {
        int iteration = iterations();
        network.getUpdater(true)
                .update(
                        network,
                        network.gradient(),
                        iteration,
                        network.getEpochCount(),
                        images,
                        LayerWorkspaceMgr.noWorkspaces());
        network.params().subi(gradients().reshape(network.params().shape()));
        network.setIterationCount(iteration + 1);
    }

    @Override
    public INDArray output(INDArray images) {
        return network.output(images, false);
    }

    @Override
    public INDArray parameters() {
        return network.params();
    }

    @Override
    public void setParameters(float[] values) {
        network.setParams(Trainable.row(values));
    }

    @Override
    public float[] updaterState() {
        INDArray state = network.updaterState();
        return state == null ? new float[0] : state.dup('c').data().asFloat();
    }

    @Override
    public void setUpdaterState(float[] values) {
        network.getUpdater(true).setStateViewArray(network, Trainable.row(values), false);
    }

    @Override
    public int iterations() {
        return network.getLayerWiseConfigurations().getIterationCount();
    }

    @Override
    public void setIterations(int iterations) {
        network.setIterationCount(iterations);
    }

    @Override
    public List<Layer> layers() {
        return List.of(network.getLayers());
    }

    @Override
    public Map<String, INDArray> weights(String layer) {
        return network.getLayer(layer).paramTable();
    }

    @Override
    public String configuration() {
        return network.getLayerWiseConfigurations().toJson();
    }

    @Override
    public void close() {
        NetworkMemory.release(network);
    }
}
