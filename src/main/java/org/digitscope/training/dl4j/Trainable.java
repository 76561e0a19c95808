package org.digitscope.training.dl4j;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.digitscope.training.LayerPlan;
import org.digitscope.training.TrainingPlan;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A Deeplearning4j network of either kind, to be trained; holds native memory; for one thread at a time. */
interface Trainable extends AutoCloseable {

    /** A new network with weights of chance, decided by the plan's seed. */
    static Trainable of(TrainingPlan plan, List<LayerPlan> layers, int classes) {
        return layers.stream().anyMatch(LayerPlan.Residual.class::isInstance)
                ? new GraphTrainable(NetworkBuilder.graph(plan, layers, classes))
                : new SequentialTrainable(NetworkBuilder.configuration(plan, layers, classes));
    }

    /**
     * Forward and back; what comes out stands in {@link #gradients()} until the next time. Several networks may do so
     * at once, each on a thread of its own.
     *
     * @return the mean loss, what keeps weights small not counted
     */
    double gradient(INDArray images, INDArray targets);

    /** The last gradients, as one row: their sum over the images; the network's own, not a copy. */
    INDArray gradients();

    /** Parts of {@link #gradients()} by the names of layer and weights, {@code layer_weights}; views, not copies. */
    Map<String, INDArray> gradientsByName();

    /**
     * One step of the optimizer along {@link #gradients()}, which are used up by it.
     *
     * @param images over how many the gradients are a sum
     */
    void step(int images);

    /** Probabilities, without dropout and with the means of batch normalisation; the caller closes the array. */
    INDArray output(INDArray images);

    /** All weights, as one row; the network's own, not a copy. */
    INDArray parameters();

    void setParameters(float[] values);

    /** What the optimizer remembers; empty if it remembers nothing. */
    float[] updaterState();

    void setUpdaterState(float[] values);

    /** Steps done. */
    int iterations();

    void setIterations(int iterations);

    List<Layer> layers();

    /** The weights of a layer by their names, the network's own; empty for a layer without. */
    Map<String, INDArray> weights(String layer);

    /** As it stands in a model's zip. */
    String configuration();

    @Override
    void close();

    /** An array of one row. */
    static INDArray row(float[] values) {
        return Nd4j.create(values, new long[] {1, values.length}, 'c');
    }
}
