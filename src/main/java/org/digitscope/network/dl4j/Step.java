package org.digitscope.network.dl4j;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One layer or vertex as it computes at inference, forwards and backwards. For one thread at a time. */
interface Step extends AutoCloseable {

    /** What a step has computed, as long as the scope is open in which it did. */
    interface Pass {
        INDArray output();

        /** What went into the function at the end of the step; absent where the step does not know it. */
        Optional<INDArray> beforeFunction();

        /**
         * The whole way back.
         *
         * @param gradient by {@link #output}
         * @return by each input
         */
        List<INDArray> backward(INDArray gradient);

        /**
         * The way back without the function.
         *
         * @param gradient by {@link #beforeFunction}, where that is present
         * @return by each input
         */
        List<INDArray> backwardFromBeforeFunction(INDArray gradient);
    }

    /**
     * The way forward.
     *
     * @param inputs not changed
     * @param scope in which its arrays live
     */
    Pass forward(List<INDArray> inputs, Scope scope);

    /** True if the output is always the one input. */
    default boolean isIdentity() {
        return false;
    }

    /** Lets go of arrays of the last pass, before its scope is closed. */
    default void forget() {}

    @Override
    default void close() {}
}
