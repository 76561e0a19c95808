package org.digitscope.data.synthetic;

import java.util.SplittableRandom;

/** Choices at random, the same for the same generator on every platform. */
final class Dice {
    private final SplittableRandom random;

    Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Evenly from {@code least} to {@code most}. */
    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** From {@code -most} to {@code most}, small ones more often. */
    double around(double most) {
        double up = random.nextDouble();
        return most * (up - random.nextDouble());
    }

    /** From {@code least} to {@code most}, both included. */
    int whole(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** True in {@code share} of the cases. */
    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** 1 or -1. */
    int sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    /** An index, each as often as its weight says. */
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double rest = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            rest -= weights[i];
            if (rest < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
