package org.digitscope.training.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.digitscope.files.AtomicFiles;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.TrainedNetwork;

/** Checkpoints for tests of other packages. */
public final class CheckpointFiles {
    private static final int WEIGHTS = 20_000;

    private CheckpointFiles() {}

    /** Writes one whose content follows from a number. */
    public static void write(Path file, int number) throws IOException {
        float[] weights = new float[WEIGHTS];
        Arrays.fill(weights, number);
        new Checkpoint(
                        "identity " + number,
                        number,
                        List.of(new EpochMetrics(1, 3, 0.5, Double.NaN, Double.NaN, 0.1, 100, 5)),
                        weights,
                        weights,
                        Optional.of(weights))
                .write(file);
    }

    /** Trains a little, going on from the checkpoint that is there, and leaves a model as the command line does. */
    public static void train(Path folder) throws IOException {
        Path checkpoint = folder.resolve("model.zip.checkpoint");
        TrainedNetwork trained =
                TinyTraining.of(TinyTraining.DENSE).epochs(4).train(checkpoint, Files.exists(checkpoint));
        AtomicFiles.write(folder.resolve("model.zip"), out -> out.write(trained.zip()));
        Files.deleteIfExists(checkpoint);
    }

    /** Opens one as a training that goes on does. */
    public static void open(Path file) throws IOException {
        Checkpoint.read(file);
    }

    /** Opens one as a training that goes on does, and looks whether its parts are of one writing, if {@link #write} made it. */
    public static void requireWhole(Path file) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        int number = checkpoint.iterations();
        boolean ours = checkpoint.identity().equals("identity " + number);
        for (float weight : checkpoint.parameters()) {
            if (ours && weight != number) {
                throw new AssertionError(weight + " in the checkpoint of " + number);
            }
        }
    }
}
