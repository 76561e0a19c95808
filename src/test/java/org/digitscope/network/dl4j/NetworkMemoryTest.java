package org.digitscope.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network that nobody needs any more leaves no weights behind until garbage is collected. */
final class NetworkMemoryTest {

    @Test
    void givesBackTheWeightsOfALoadedNetwork() {
        MultiLayerNetwork made = TestModels.classic();
        INDArray weights = row(made.numParams());
        MultiLayerNetwork network = new MultiLayerNetwork(made.getLayerWiseConfigurations());
        network.init(weights, false);

        NetworkMemory.release(network);
        NetworkMemory.release(made);

        assertThat(weights.wasClosed()).isTrue();
    }

    @Test
    void givesBackTheWeightsOfALoadedGraph() {
        ComputationGraph made = TestModels.residual();
        INDArray weights = row(made.numParams());
        ComputationGraph graph = new ComputationGraph(made.getConfiguration());
        graph.init(weights, false);

        NetworkMemory.release(graph);
        NetworkMemory.release(made);

        assertThat(weights.wasClosed()).isTrue();
    }

    @Test
    void givesBackWhatATrainingNeeded() {
        MultiLayerNetwork network = TestModels.perceptron();
        network.fit(Nd4j.ones(2, 784), Nd4j.ones(2, 10).divi(10));
        List<INDArray> arrays = List.of(
                network.getFlattenedGradients(), network.getUpdater(false).getStateViewArray());

        NetworkMemory.release(network);

        assertThat(arrays).allMatch(INDArray::wasClosed);
        assertThat(network.params().data().wasClosed()).isTrue();
    }

    @Test
    void mayBeDoneTwice() {
        MultiLayerNetwork network = TestModels.perceptron();

        NetworkMemory.release(network);
        NetworkMemory.release(network);

        assertThat(network.params().data().wasClosed()).isTrue();
    }

    private static INDArray row(long length) {
        return Nd4j.ones(1, (int) length);
    }
}
