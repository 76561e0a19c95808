package org.digitscope.network.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers that branch and join. */
final class GraphEngine implements Engine {
    private final ComputationGraph graph;
    private final List<String> names;
    private final List<KeepingInput> inPlace;
    private final boolean sharesInput;

    /** @param names of the vertices in the order of the blueprint */
    GraphEngine(ComputationGraph graph, List<String> names) {
        this.graph = graph;
        this.names = List.copyOf(names);
        this.inPlace = KeepingInput.install(graph.getLayers());
        this.sharesInput = Arrays.stream(graph.getVertices()).anyMatch(vertex -> sharesInput(vertex, graph));
    }

    @Override
    public List<INDArray> activations(INDArray input) {
        inPlace.forEach(function -> function.keep(true));
        Map<String, INDArray> byName = graph.feedForward(input, false);
        return names.stream().map(byName::get).toList();
    }

    @Override
    public INDArray output(INDArray input) {
        if (sharesInput) {
            List<INDArray> all = activations(input);
            INDArray output = all.get(all.size() - 1);
            all.stream().filter(array -> array != output).forEach(array -> Engine.close(array, input));
            return output;
        }
        inPlace.forEach(function -> function.keep(false));
        return graph.outputSingle(false, input);
    }

    @Override
    public Optional<Layer> layer(int index) {
        GraphVertex vertex = graph.getVertex(names.get(index));
        return vertex.hasLayer() ? Optional.of(Steps.unfrozen(vertex.getLayer())) : Optional.empty();
    }

    @Override
    public Optional<InputPreProcessor> adapter(int index) {
        return described(index) instanceof LayerVertex layer
                ? Optional.ofNullable(layer.getPreProcessor())
                : Optional.empty();
    }

    @Override
    public Step step(int index) {
        if (described(index) instanceof PreprocessorVertex alone) {
            return Steps.of(alone.getPreProcessor());
        }
        return layer(index)
                .map(layer -> Steps.of(layer, adapter(index)))
                .orElseGet(() -> new VertexStep(graph.getVertex(names.get(index))));
    }

    /** The configuration of a vertex without the wrapper that freezes it. */
    private org.deeplearning4j.nn.conf.graph.GraphVertex described(int index) {
        org.deeplearning4j.nn.conf.graph.GraphVertex vertex = Objects.requireNonNull(
                graph.getConfiguration().getVertices().get(names.get(index)), "the names are the configuration's");
        return vertex instanceof FrozenVertex frozen ? frozen.getUnderlying() : vertex;
    }

    @Override
    public void close() {
        NetworkMemory.release(graph);
    }

    /** An activation in place would change what another vertex is about to read, too. */
    private static boolean sharesInput(GraphVertex vertex, ComputationGraph graph) {
        if (!vertex.hasLayer() || !(vertex.getLayer().conf().getLayer() instanceof ActivationLayer)) {
            return false;
        }
        int before = vertex.getInputVertices()[0].getVertexIndex();
        return graph.getVertices()[before].getOutputVertices().length > 1;
    }
}
