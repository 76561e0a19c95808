package org.digitscope.app;

import java.util.Arrays;
import javafx.animation.AnimationTimer;
import org.digitscope.cli.SoakFigures;

/** The times from one frame to the next. For the JavaFX thread. */
final class FrameTimes extends AnimationTimer {
    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[4096];
    private int count;
    private long last;

    /** Goes on after a pause, which no frame counts. */
    FrameTimes go() {
        last = 0;
        start();
        return this;
    }

    FrameTimes pause() {
        stop();
        return this;
    }

    @Override
    public void handle(long now) {
        if (last != 0) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = now - last;
        }
        last = now;
    }

    SoakFigures.Frames figures() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new SoakFigures.Frames(
                count, quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 0.999), quantile(sorted, 1));
    }

    private static double quantile(long[] sorted, double share) {
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, place)] / NANOS_PER_MILLI;
    }
}
