package org.digitscope.network.dl4j;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A function and nothing before it: activation layers, losses without weights, and dropout as the identity. */
final class FunctionStep extends AffineStep {
    FunctionStep(IActivation function) {
        super(function);
    }

    @Override
    public boolean isIdentity() {
        return !hasFunction();
    }

    @Override
    INDArray map(INDArray input) {
        return input;
    }

    @Override
    INDArray mapBack(INDArray gradient, INDArray input) {
        return gradient;
    }
}
