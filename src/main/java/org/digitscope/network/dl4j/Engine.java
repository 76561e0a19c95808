package org.digitscope.network.dl4j;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A Deeplearning4j network of either kind; for one thread at a time. */
interface Engine extends AutoCloseable {
    /** The output of every layer in the order of the blueprint; the caller closes the arrays. */
    List<INDArray> activations(INDArray input);

    /** The output of the last layer; the caller closes the array. */
    INDArray output(INDArray input);

    /** A layer without the wrapper that freezes it; absent for vertices of other kinds. */
    Optional<Layer> layer(int index);

    /** What brings the output of the layer before into the form that this layer takes. */
    Optional<InputPreProcessor> adapter(int index);

    /** A new step that computes what a layer or vertex computes, and its derivatives; the caller closes it. */
    Step step(int index);

    @Override
    void close();

    /** Frees an array unless it is the input itself; some layers hand their input on as it is. */
    static void close(INDArray array, INDArray input) {
        if (array != input && array.closeable() && !array.wasClosed()) {
            array.close();
        }
    }
}
