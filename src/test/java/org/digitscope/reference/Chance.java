package org.digitscope.reference;

import java.util.Random;

/** Random numbers that are the same for the same key on every platform. */
final class Chance {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Random random;

    Chance(String key) {
        // Neighbouring seeds give Random neighbouring first numbers: the product sets them apart.
        random = new Random(key.hashCode() * SPREAD);
    }

    /** Evenly from {@code least} to {@code most}. */
    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** From {@code -most} to {@code most}, the middle more often. */
    double around(double most) {
        return most * (random.nextDouble() + random.nextDouble() - 1);
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int whole(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
