package org.digitscope.network.dl4j;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex of a graph that is no layer, such as an addition. */
final class VertexStep implements Step {
    private final GraphVertex vertex;

    VertexStep(GraphVertex vertex) {
        this.vertex = vertex;
    }

    @Override
    public Pass forward(List<INDArray> inputs, Scope scope) {
        for (int i = 0; i < inputs.size(); i++) {
            vertex.setInput(i, inputs.get(i), scope.manager());
        }
        return new VertexPass(vertex, vertex.doForward(false, scope.manager()), scope);
    }

    @Override
    public void forget() {
        vertex.clear();
    }

    private record VertexPass(GraphVertex vertex, INDArray output, Scope scope) implements Pass {
        @Override
        public Optional<INDArray> beforeFunction() {
            return Optional.empty();
        }

        @Override
        public List<INDArray> backward(INDArray gradient) {
            vertex.setEpsilon(gradient.dup('c'));
            return List.of(vertex.doBackward(false, scope.manager()).getSecond());
        }

        @Override
        public List<INDArray> backwardFromBeforeFunction(INDArray gradient) {
            throw new IllegalStateException("a vertex has no function");
        }
    }
}
