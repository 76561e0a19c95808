package org.digitscope.network.dl4j;

import org.digitscope.network.LayerParameters;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batch normalisation with the mean and variance that training has left. Deeplearning4j's way back would take them from
 * the batch at hand.
 */
final class NormalisationStep extends AffineStep {
    private final float[] scale;
    private final float[] shift;
    private final boolean channelsLast;

    NormalisationStep(LayerParameters.BatchNormalisation learned, boolean channelsLast) {
        super(new ActivationIdentity());
        this.channelsLast = channelsLast;
        int maps = learned.gamma().length;
        scale = new float[maps];
        shift = new float[maps];
        for (int map = 0; map < maps; map++) {
            double factor = learned.gamma()[map] / Math.sqrt(learned.variance()[map] + learned.epsilon());
            scale[map] = (float) factor;
            shift[map] = (float) (learned.beta()[map] - factor * learned.mean()[map]);
        }
    }

    @Override
    INDArray map(INDArray input) {
        INDArray output = mapBack(input, input);
        return Nd4j.exec(new BroadcastAddOp(output, Nd4j.createFromArray(shift), output, axis(output)));
    }

    @Override
    INDArray mapBack(INDArray gradient, INDArray input) {
        INDArray plain = gradient.dup('c');
        return Nd4j.exec(new BroadcastMulOp(plain, Nd4j.createFromArray(scale), plain, axis(plain)));
    }

    private int axis(INDArray array) {
        return channelsLast && array.rank() == 4 ? 3 : 1;
    }
}
