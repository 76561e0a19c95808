package org.digitscope.network.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.digitscope.network.LayerInfo;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where a network's logits are: before the function of its last step that is not the identity. A softmax of its own,
 * in an activation layer or a loss, is such a step, so that the logits are what goes into it. Where nobody knows what
 * went into the last function, the logarithms of the probabilities take the logits' place, which differ from a
 * softmax's logits by one number for all classes.
 *
 * @param step index of that step; the last one where the logarithms take the logits' place
 * @param known whether what goes into the function is known
 */
record LogitEnd(int step, boolean known) {

    static LogitEnd of(List<LayerInfo> layers, List<Step> steps, List<Step.Pass> passes) {
        int last = steps.size() - 1;
        int step = last;
        while (steps.get(step).isIdentity() && layers.get(step).inputs().get(0) != LayerInfo.IMAGE) {
            step = layers.get(step).inputs().get(0);
        }
        boolean known = passes.get(step).beforeFunction().isPresent();
        return new LogitEnd(known ? step : last, known);
    }

    /** One row an image. */
    List<float[]> logits(List<Step.Pass> passes, int batch, OutputScale scale) {
        List<float[]> rows = rows(array(passes), batch);
        return known ? rows : rows.stream().map(scale::logarithms).toList();
    }

    /**
     * The derivatives of Σ weight · logit by what goes into the function, or by the output where that is not known.
     *
     * @return in the shape of that array
     */
    INDArray gradient(List<Step.Pass> passes, int batch, float[] logitWeights, OutputScale scale) {
        INDArray array = array(passes);
        int classes = logitWeights.length;
        float[] gradient = new float[batch * classes];
        List<float[]> rows = known
                ? Collections.nCopies(batch, logitWeights)
                : rows(array, batch).stream()
                        .map(row -> scale.derivatives(row, logitWeights))
                        .toList();
        for (int i = 0; i < batch; i++) {
            System.arraycopy(rows.get(i), 0, gradient, i * classes, classes);
        }
        return Nd4j.create(gradient, array.shape(), 'c');
    }

    private INDArray array(List<Step.Pass> passes) {
        Step.Pass pass = passes.get(step);
        return pass.beforeFunction().filter(before -> known).orElse(pass.output());
    }

    private static List<float[]> rows(INDArray array, int batch) {
        float[] values = Floats.of(array);
        int classes = values.length / batch;
        List<float[]> rows = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            rows.add(Arrays.copyOfRange(values, i * classes, (i + 1) * classes));
        }
        return rows;
    }
}
