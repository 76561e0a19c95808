package org.digitscope.network.dl4j;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An affine map and a function after it. Unlike Deeplearning4j's own way back it leaves out the weights' gradients. */
abstract class AffineStep implements Step {
    private final IActivation function;

    AffineStep(IActivation function) {
        this.function = atInference(function);
    }

    /** The affine map. */
    abstract INDArray map(INDArray input);

    /**
     * The transposed linear part of the map.
     *
     * @param gradient by the map's output
     * @param input of the map
     */
    abstract INDArray mapBack(INDArray gradient, INDArray input);

    @Override
    public final Pass forward(List<INDArray> inputs, Scope scope) {
        INDArray input = inputs.get(0);
        INDArray mapped = map(input);
        INDArray output = hasFunction() ? function.getActivation(mapped.dup('c'), false) : mapped;
        return new AffinePass(this, input, mapped, output);
    }

    /** False if the function is the identity. */
    final boolean hasFunction() {
        return !(function instanceof ActivationIdentity);
    }

    private static IActivation atInference(IActivation function) {
        if (function instanceof KeepingInput keeping) {
            return atInference(keeping.function());
        }
        // Its slope is by chance in training; at inference it is the mean, which its own way back does not know.
        return function instanceof ActivationRReLU random
                ? new ActivationLReLU((random.getL() + random.getU()) / 2)
                : function;
    }

    private record AffinePass(AffineStep step, INDArray input, INDArray mapped, INDArray output) implements Pass {
        @Override
        public Optional<INDArray> beforeFunction() {
            return Optional.of(mapped);
        }

        @Override
        public List<INDArray> backward(INDArray gradient) {
            INDArray shaped = gradient.reshape('c', mapped.shape());
            // Deeplearning4j's functions write into what they are given, and both may be somebody else's, too.
            return backwardFromBeforeFunction(
                    step.hasFunction()
                            ? step.function
                                    .backprop(mapped.dup('c'), shaped.dup('c'))
                                    .getFirst()
                            : shaped);
        }

        @Override
        public List<INDArray> backwardFromBeforeFunction(INDArray gradient) {
            return List.of(step.mapBack(gradient, input));
        }
    }
}
