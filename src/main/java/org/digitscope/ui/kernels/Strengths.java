package org.digitscope.ui.kernels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Kernels;
import org.digitscope.network.MapShape;

/** How strong filters, kernels and maps are, as single numbers. */
final class Strengths {
    private Strengths() {}

    /** The L2 norm of all weights of a filter, without its bias. */
    static double ofFilter(Kernels kernels, int filter) {
        int size = kernels.channels() * kernels.height() * kernels.width();
        return norm(kernels.weights(), filter * size, size);
    }

    /** The L2 norm of the kernel with which a filter reads one input map. */
    static double ofKernel(Kernels kernels, int filter, int channel) {
        int size = kernels.height() * kernels.width();
        return norm(kernels.weights(), (filter * kernels.channels() + channel) * size, size);
    }

    /** The mean magnitude of a map's values. */
    static double ofMap(FeatureMaps maps, int map) {
        MapShape shape = maps.shape();
        double sum = 0;
        for (int i = shape.offset(map); i < shape.offset(map + 1); i++) {
            sum += Math.abs(maps.values()[i]);
        }
        return sum / (shape.height() * shape.width());
    }

    /** The largest magnitude among all weights of a layer. */
    static float largest(Kernels kernels) {
        float largest = 0;
        for (int filter = 0; filter < kernels.filters(); filter++) {
            largest = Math.max(largest, kernels.largestMagnitude(filter));
        }
        return largest;
    }

    /** The input maps of a filter, the one with the strongest kernel first. */
    static List<Integer> channels(Kernels kernels, int filter) {
        return descending(kernels.channels(), channel -> ofKernel(kernels, filter, channel));
    }

    /** The numbers from 0 to {@code count} − 1 by what they are worth, the highest first; equals stay in their order. */
    static List<Integer> descending(int count, IntToDoubleFunction worth) {
        double[] worths = new double[count];
        List<Integer> sorted = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            worths[i] = worth.applyAsDouble(i);
            sorted.add(i);
        }
        sorted.sort(Comparator.comparingDouble((Integer i) -> -worths[i]));
        return List.copyOf(sorted);
    }

    private static double norm(float[] values, int offset, int count) {
        double sum = 0;
        for (int i = offset; i < offset + count; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum);
    }
}
