package org.digitscope.network.dl4j;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A Deeplearning4j network of either kind; for one thread at a time. */
interface Engine extends AutoCloseable {
    /** The output of every layer in the order of the blueprint; the caller closes the arrays. */
    List<INDArray> activations(INDArray input);

    /** The output of the last layer; the caller closes the array. */
    INDArray output(INDArray input);

    /** The weights of a layer by their short names, such as {@code W} and {@code b}; views, not to be closed. */
    Map<String, INDArray> parameters(int layer);

    @Override
    void close();

    /** Frees an array unless it is the input itself; some layers hand their input on as it is. */
    static void close(INDArray array, INDArray input) {
        if (array != input && array.closeable() && !array.wasClosed()) {
            array.close();
        }
    }
}
