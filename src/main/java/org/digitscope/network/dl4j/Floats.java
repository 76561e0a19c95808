package org.digitscope.network.dl4j;

import org.bytedeco.javacpp.FloatPointer;
import org.digitscope.network.FeatureMaps;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/** Copies native arrays into Java's. */
final class Floats {
    private Floats() {}

    /** The values in row-major order. */
    static float[] of(INDArray array) {
        // A permuted array calls itself neither a view nor anything but 'c'; only its strides tell.
        boolean plain = array.dataType() == DataType.FLOAT
                && !array.isView()
                && array.ordering() == 'c'
                && Shape.hasDefaultStridesForShape(array);
        if (plain) {
            return plainFloats(array);
        }
        INDArray copy = Nd4j.createUninitialized(DataType.FLOAT, array.shape(), 'c');
        try {
            copy.assign(array);
            return plainFloats(copy);
        } finally {
            Engine.close(copy, array);
        }
    }

    /** The output of a layer for one image, or what has its shape. */
    static FeatureMaps maps(INDArray array, LayerDescription layer) {
        boolean last = array.rank() == 4 && layer.channelsLast();
        return new FeatureMaps(layer.info().output(), of(last ? array.permute(0, 3, 1, 2) : array));
    }

    private static float[] plainFloats(INDArray array) {
        float[] values = new float[(int) array.length()];
        new FloatPointer(array.data().pointer()).get(values);
        return values;
    }
}
