package org.digitscope.network.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    public Map<String, INDArray> parameters(int layer) {
        return graph.getVertex(names.get(layer)).paramTable(false);
    }

    @Override
    public void close() {
        graph.close();
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
