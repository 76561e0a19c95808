package org.digitscope.network.dl4j;

import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gives back the native memory of Deeplearning4j's networks. Their own {@code close} collects garbage twice as well,
 * which stops every thread of the program, the one that draws the window too.
 */
public final class NetworkMemory {
    private NetworkMemory() {}

    /** Gives back weights, gradients and the optimizer's state, and the calling thread's workspaces. */
    public static void release(MultiLayerNetwork network) {
        release(network, Optional.ofNullable(network.getUpdater(false)));
    }

    /** Gives back weights, gradients and the optimizer's state, and the calling thread's workspaces. */
    public static void release(ComputationGraph graph) {
        release(graph, Optional.ofNullable(graph.getUpdater(false)));
    }

    private static void release(Model network, Optional<Updater> updater) {
        release(network.params());
        Optional.ofNullable(network.getGradientsViewArray()).ifPresent(NetworkMemory::release);
        updater.map(Updater::getStateViewArray).ifPresent(NetworkMemory::release);
        MemoryWorkspaceManager workspaces = Nd4j.getWorkspaceManager();
        workspaces.getAllWorkspacesForCurrentThread().forEach(workspaces::destroyWorkspace);
    }

    /** The weights are handed out as a view, which cannot be closed itself. */
    private static void release(INDArray array) {
        DataBuffer own = array.data();
        DataBuffer whole = own.originalDataBuffer() == null ? own : own.originalDataBuffer();
        if (whole.closeable()) {
            whole.close();
        }
    }
}
