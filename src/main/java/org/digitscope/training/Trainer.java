package org.digitscope.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Makes a network of a plan and samples. */
public interface Trainer {
    /**
     * Trains until the plan is done, patience is at its end or it is cancelled; a checkpoint is written after each
     * epoch. Blocks the calling thread, for minutes or hours.
     *
     * @param set what to learn from and what to check on
     * @param checkpoint where the state is kept; taken up if it is there and of the same plan and {@code resume} is set
     * @param progress told of every step and epoch, on the calling thread
     * @param cancelled asked at every step; when true, training ends with what it has
     * @throws IOException if a checkpoint cannot be read or written
     */
    TrainedNetwork train(
            TrainingPlan plan,
            TrainingSet set,
            Path checkpoint,
            boolean resume,
            TrainingProgress progress,
            BooleanSupplier cancelled)
            throws IOException;

    /** Trains on images as they are, a share of which is held out by the plan's seed. */
    default TrainedNetwork train(
            TrainingPlan plan,
            List<LabelledImage> samples,
            Path checkpoint,
            boolean resume,
            TrainingProgress progress,
            BooleanSupplier cancelled)
            throws IOException {
        return train(plan, TrainingSet.split(plan, samples), checkpoint, resume, progress, cancelled);
    }
}
