package org.digitscope.network.dl4j;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A step with the adapter before it that brings the input into another form, as flattening does. */
record AdaptedStep(InputPreProcessor adapter, Step step) implements Step {
    @Override
    public Pass forward(List<INDArray> inputs, Scope scope) {
        INDArray adapted = adapter.preProcess(inputs.get(0), scope.batch(), scope.manager());
        return new AdaptedPass(adapter, step.forward(List.of(adapted), scope), scope);
    }

    @Override
    public void forget() {
        step.forget();
    }

    @Override
    public void close() {
        step.close();
    }

    private record AdaptedPass(InputPreProcessor adapter, Pass pass, Scope scope) implements Pass {
        @Override
        public INDArray output() {
            return pass.output();
        }

        @Override
        public Optional<INDArray> beforeFunction() {
            return pass.beforeFunction();
        }

        @Override
        public List<INDArray> backward(INDArray gradient) {
            return List.of(back(pass.backward(gradient)));
        }

        @Override
        public List<INDArray> backwardFromBeforeFunction(INDArray gradient) {
            return List.of(back(pass.backwardFromBeforeFunction(gradient)));
        }

        private INDArray back(List<INDArray> gradients) {
            return adapter.backprop(gradients.get(0), scope.batch(), scope.manager());
        }
    }
}
