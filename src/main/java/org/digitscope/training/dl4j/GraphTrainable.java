package org.digitscope.training.dl4j;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.digitscope.network.dl4j.NetworkMemory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers that branch and join. */
final class GraphTrainable implements Trainable {
    private final ComputationGraph graph;

    GraphTrainable(ComputationGraphConfiguration configuration) {
        this.graph = new ComputationGraph(configuration);
        graph.init();
    }

    @Override
    public double gradient(INDArray images, INDArray targets) {
        graph.setInputs(images);
        graph.setLabels(targets);
        try {
            graph.computeGradientAndScore();
            return graph.score() - graph.calcRegularizationScore(true);
        } finally {
            graph.clearLayersStates();
        }
    }

    @Override
    public INDArray gradients() {
        return graph.getFlattenedGradients();
    }

    @Override
    public Map<String, INDArray> gradientsByName() {
        return graph.gradient().gradientForVariable();
    }

    @Override
    public void step(int images) {
        int iteration = iterations();
        graph.getUpdater(true)
                .update(
                        graph.gradient(),
                        iteration,
                        graph.getConfiguration().getEpochCount(),
                        images,
                        LayerWorkspaceMgr.noWorkspaces());
        graph.params().subi(gradients().reshape(graph.params().shape()));
        setIterations(iteration + 1);
    }

    @Override
    public INDArray output(INDArray images) {
        return graph.outputSingle(false, images);
    }

    @Override
    public INDArray parameters() {
        return graph.params();
    }

    @Override
    public void setParameters(float[] values) {
        graph.setParams(Trainable.row(values));
    }

    @Override
    public float[] updaterState() {
        INDArray state = graph.updaterState();
        return state == null ? new float[0] : state.dup('c').data().asFloat();
    }

    @Override
    public void setUpdaterState(float[] values) {
        graph.getUpdater(true).setStateViewArray(Trainable.row(values));
    }

    @Override
    public int iterations() {
        return graph.getConfiguration().getIterationCount();
    }

    @Override
    public void setIterations(int iterations) {
        graph.getConfiguration().setIterationCount(iterations);
    }

    @Override
    public List<Layer> layers() {
        return List.of(graph.getLayers());
    }

    @Override
    public Map<String, INDArray> weights(String layer) {
        return graph.getLayer(layer).paramTable();
    }

    @Override
    public String configuration() {
        return graph.getConfiguration().toJson();
    }

    @Override
    public void close() {
        NetworkMemory.release(graph);
    }
}
