package org.digitscope.network.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.DirectShapeInfoProvider;

/**
 * The descriptions of arrays' shapes: one for all arrays of one shape, strides, order and type.
 *
 * <p>Each array of ND4J has such a description, in native memory and never changed. ND4J keeps them, too, but most of
 * its constructors pass its cache by: with each array they ask the native library anew and leave two or three native
 * objects for the garbage collector to follow, which cost more than many an operation on the array does. It makes this
 * class by its name, which {@link Nd4jRuntime#prepare()} gives. Safe to be called from any thread.
 */
public final class SharedShapes extends DirectShapeInfoProvider {
    @Override
    public Pair<DataBuffer, long[]> createShapeInformation(
            long[] shape, long[] stride, long elementWiseStride, char order, DataType dataType, boolean empty) {
        // The cache would call a view without one stride between its elements one of stride 0, and knows no empty
        // arrays.
        return empty || elementWiseStride < 0
                ? super.createShapeInformation(shape, stride, elementWiseStride, order, dataType, empty)
                : createShapeInformation(shape, stride, elementWiseStride, order, dataType);
    }
}
