package org.digitscope.network.dl4j;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.ResetPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native memory for one pass forwards and backwards: whatever is made on this thread while it is open, by
 * Deeplearning4j's layers too, is gone when it is closed. The memory itself stays with the thread for the next pass,
 * unless it is very large.
 *
 * <p>It may be paused, so that other things are computed on the thread in between. If those open a scope of their own, it
 * takes the memory over, and what the paused one held is gone.
 */
final class Scope implements AutoCloseable {
    private static final String NAME = "DIGITSCOPE_BACKPROPAGATION";

    /** Recurrent layers open and close it for each step of a series. */
    private static final String LOOP_NAME = "DIGITSCOPE_SERIES";

    private static final long LARGEST_KEPT_BYTES = 64 << 20;
    private static final WorkspaceConfiguration CONFIGURATION = WorkspaceConfiguration.builder()
            .initialSize(0)
            .policyAllocation(AllocationPolicy.STRICT)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policyReset(ResetPolicy.BLOCK_LEFT)
            .policySpill(SpillPolicy.REALLOCATE)
            .build();

    private final int batch;
    private final MemoryWorkspace memory;
    private final LayerWorkspaceMgr manager;
    private final Thread thread = Thread.currentThread();
    private final long generation;

    private Scope(int batch, MemoryWorkspace memory, LayerWorkspaceMgr manager) {
        this.batch = batch;
        this.memory = memory;
        this.manager = manager;
        this.generation = memory.getGenerationId();
    }

    /** @param batch the number of images in this pass */
    static Scope open(int batch) {
        return new Scope(
                batch,
                Nd4j.getWorkspaceManager().getAndActivateWorkspace(CONFIGURATION, NAME),
                LayerWorkspaceMgr.builder()
                        .with(ArrayType.RNN_FF_LOOP_WORKING_MEM, LOOP_NAME, CONFIGURATION)
                        .with(ArrayType.RNN_BP_LOOP_WORKING_MEM, LOOP_NAME, CONFIGURATION)
                        .defaultWorkspace(NAME, CONFIGURATION)
                        .build());
    }

    /**
     * Ends a scope of this thread that was paused and then forgotten by another thread, which could not end it. To be
     * called before Deeplearning4j computes on its own: it insists that nothing is open.
     */
    static void endForgotten() {
        if (Nd4j.getWorkspaceManager().checkIfWorkspaceExistsAndActive(NAME)) {
            Nd4j.getWorkspaceManager().getWorkspaceForCurrentThread(NAME).close();
        }
    }

    int batch() {
        return batch;
    }

    /** Leads the arrays of Deeplearning4j's layers into this scope. */
    LayerWorkspaceMgr manager() {
        return manager;
    }

    /** From now on arrays are made elsewhere, until {@link #resume}. */
    void pause() {
        Nd4j.getMemoryManager().setCurrentWorkspace(null);
    }

    /** Goes on after a pause; false if what was made before it is gone, or belongs to another thread. */
    boolean resume() {
        boolean whole =
                thread == Thread.currentThread() && memory.isScopeActive() && memory.getGenerationId() == generation;
        if (whole) {
            Nd4j.getMemoryManager().setCurrentWorkspace(memory);
        }
        return whole;
    }

    @Override
    public void close() {
        memory.close();
        if (memory.getCurrentSize() > LARGEST_KEPT_BYTES) {
            memory.destroyWorkspace(true);
        }
    }
}
