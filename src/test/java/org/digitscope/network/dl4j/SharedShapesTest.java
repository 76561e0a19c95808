package org.digitscope.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.DirectShapeInfoProvider;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

final class SharedShapesTest {
    @BeforeAll
    static void prepare() {
        Nd4jRuntime.prepare();
    }

    @Test
    void nd4jTakesItsDescriptionsFromHere() {
        assertThat(Nd4j.getShapeInfoProvider()).isInstanceOf(SharedShapes.class);
    }

    @Test
    void arraysOfOneShapeHaveOneDescription() {
        try (INDArray one = Nd4j.create(DataType.FLOAT, 3, 4);
                INDArray other = Nd4j.create(DataType.FLOAT, 3, 4)) {
            assertThat(one.shapeInfoDataBuffer()).isSameAs(other.shapeInfoDataBuffer());
        }
    }

    @Test
    void anotherTypeOrderOrStrideIsAnotherDescription() {
        try (INDArray floats = Nd4j.create(DataType.FLOAT, 4, 4);
                INDArray doubles = Nd4j.create(DataType.DOUBLE, 4, 4);
                INDArray columns = Nd4j.createUninitialized(DataType.FLOAT, new long[] {4, 4}, 'f');
                INDArray wide = Nd4j.create(DataType.FLOAT, 4, 8)) {
            INDArray window = wide.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 4));

            assertThat(doubles.shapeInfoDataBuffer()).isNotSameAs(floats.shapeInfoDataBuffer());
            assertThat(doubles.dataType()).isEqualTo(DataType.DOUBLE);
            assertThat(columns.ordering()).isEqualTo('f');
            assertThat(floats.ordering()).isEqualTo('c');
            assertThat(window.stride()).containsExactly(8, 1);
            assertThat(floats.stride()).containsExactly(4, 1);
        }
    }

    @Property(tries = 200)
    void theyAreWhatNd4jWouldHaveSaid(
            @ForAll @Size(min = 1, max = 5) int @IntRange(min = 1, max = 6) [] dimensions,
            @ForAll boolean columns,
            @ForAll boolean empty,
            @ForAll @IntRange(min = -1, max = 3) int elementWiseStride,
            @ForAll @IntRange(min = 0, max = 2) int type) {
        Nd4jRuntime.prepare();
        long[] shape = Arrays.stream(dimensions).asLongStream().toArray();
        char order = columns ? 'f' : 'c';
        long[] stride = Nd4j.getStrides(shape, order);
        DataType dataType = new DataType[] {DataType.FLOAT, DataType.DOUBLE, DataType.LONG}[type];

        assertThat(new SharedShapes()
                        .createShapeInformation(shape, stride, elementWiseStride, order, dataType, empty)
                        .getSecond())
                .containsExactly(new DirectShapeInfoProvider()
                        .createShapeInformation(shape, stride, elementWiseStride, order, dataType, empty)
                        .getSecond());
    }
}
