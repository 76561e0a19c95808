package org.digitscope.explain;

import java.util.List;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.LayerKind;

/**
 * How many images go through a network in one slice. Most of a call's time is the same for one image and for several of a
 * small network, so these go together; a large network gets one after the other. It follows from the network alone and
 * not from the clock, as the last digits of what a network says depend on how many images it is given.
 */
final class Portion {
    /** What takes about as long as the calls themselves; the network for the pad needs a fifth of it to read an image. */
    private static final long MULTIPLICATIONS = 40_000_000;

    /** The way there, and twice as much on the way back. */
    private static final int PASSES_OF_A_GRADIENT = 3;

    private Portion() {}

    /** Images that the network reads in one slice, from 1 to {@code most}. */
    static int forReading(List<LayerInfo> layers, int most) {
        return images(multiplications(layers), most);
    }

    /** Images whose gradients are taken in one slice, from 1 to {@code most}. */
    static int forGradients(List<LayerInfo> layers, int most) {
        return images(PASSES_OF_A_GRADIENT * multiplications(layers), most);
    }

    private static int images(long multiplications, int most) {
        return (int) Math.max(1, Math.min(most, MULTIPLICATIONS / Math.max(1, multiplications)));
    }

    private static long multiplications(List<LayerInfo> layers) {
        long sum = 0;
        for (LayerInfo layer : layers) {
            long places = layer.kind() == LayerKind.CONVOLUTION
                    ? (long) layer.output().height() * layer.output().width()
                    : 1;
            sum += places * layer.parameterCount();
        }
        return sum;
    }
}
