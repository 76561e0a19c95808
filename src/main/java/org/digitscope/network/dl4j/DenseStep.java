package org.digitscope.network.dl4j;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Units that see every value before them: input · W + b. */
final class DenseStep extends AffineStep {
    private final Parameters parameters;

    DenseStep(Parameters parameters, IActivation function) {
        super(function);
        this.parameters = parameters;
    }

    @Override
    INDArray map(INDArray input) {
        INDArray weights = parameters.weights();
        // A series of one step, as recurrent layers give it, has a third dimension.
        INDArray rows = input.rank() == 2 ? input : input.reshape('c', input.size(0), weights.size(0));
        INDArray mapped = rows.mmul(weights);
        parameters.biases().ifPresent(mapped::addiRowVector);
        return mapped;
    }

    @Override
    INDArray mapBack(INDArray gradient, INDArray input) {
        INDArray rows = gradient.mmul(parameters.weights().transpose());
        return input.rank() == 2 ? rows : rows.reshape('c', input.shape());
    }
}
