package org.digitscope.training.dl4j;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.network.dl4j.Nd4jRuntime;
import org.digitscope.training.Example;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingProgress;
import org.digitscope.training.TrainingSet;

/** Trains on Deeplearning4j with a given number of threads, each on its part of a batch; one training at a time. */
public final class Dl4jTrainer implements Trainer {
    private final int threads;

    /** @param threads between which each batch is shared; the weights depend on their number */
    public Dl4jTrainer(int threads) {
        this.threads = threads;
        Nd4jRuntime.prepare();
    }

    @Override
    public TrainedNetwork train(
            TrainingPlan plan,
            TrainingSet set,
            Path checkpoint,
            boolean resume,
            TrainingProgress progress,
            BooleanSupplier cancelled)
            throws IOException {
        String identity = identity(plan, set);
        Optional<Checkpoint> earlier = Optional.empty();
        if (resume && Files.exists(checkpoint)) {
            earlier = Optional.of(Checkpoint.read(checkpoint));
            if (!earlier.get().identity().equals(identity)) {
                throw new FileProblem(checkpoint, "training.other-plan");
            }
        }
        try (TrainingRun run = new TrainingRun(plan, set, identity, threads, earlier)) {
            return run.run(checkpoint, progress, cancelled);
        }
    }

    /** Of the plan, the data and the thread count: everything that decides the weights. */
    private String identity(TrainingPlan plan, TrainingSet set) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(plan.json().getBytes(StandardCharsets.UTF_8));
            digest.update((plan.dataSets() + " seed " + plan.seed() + " threads " + threads)
                    .getBytes(StandardCharsets.UTF_8));
            byte[] drawn = new byte[DigitImage.SIZE * DigitImage.SIZE];
            float[] pixels = new float[drawn.length];
            long chance = plan.seed();
            for (Example example : set.trained()) {
                example.draw(new SplittableRandom(chance++), pixels, 0);
                for (int i = 0; i < drawn.length; i++) {
                    drawn[i] = (byte) (int) (pixels[i] * 255);
                }
                digest.update(drawn);
                digest.update((byte) example.label());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
