package org.digitscope.training;

/** Told how a training goes, on the thread that trains. */
public interface TrainingProgress {
    /**
     * After a step.
     *
     * @param epoch from 1
     * @param step of this epoch, from 1
     * @param steps in this epoch
     * @param loss mean over the epoch so far
     * @param remainingMillis estimate for the whole training
     */
    void step(int epoch, int step, int steps, double loss, long remainingMillis);

    /** After an epoch. */
    void epoch(EpochMetrics metrics);
}
