package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.digitscope.image.DigitImage;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingProgress;

/** How many images a second are trained, with the plan of the bundled network. */
final class TrainingBench {
    private static final int EPOCHS = 3;

    private TrainingBench() {}

    /**
     * The rate of the last of three short epochs.
     *
     * @param images to train on, over and over; their labels do not matter
     * @param batches a epoch
     */
    static double imagesPerSecond(Trainer trainer, List<DigitImage> images, int batches) throws IOException {
        TrainingPlan plan = Plans.load("classic").shortened(EPOCHS);
        List<LabelledImage> samples = new ArrayList<>();
        for (int i = 0; i < batches * plan.batchSize(); i++) {
            samples.add(new LabelledImage(images.get(i % images.size()), i % 10));
        }
        Path folder = Files.createTempDirectory("digitscope-bench-");
        try {
            TrainedNetwork trained =
                    trainer.train(plan, samples, folder.resolve("bench.checkpoint"), false, new Silent(), () -> false);
            Optional<EpochMetrics> last = trained.metrics().stream().reduce((first, second) -> second);
            return last.map(EpochMetrics::imagesPerSecond).orElse(Double.NaN);
        } finally {
            delete(folder);
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static final class Silent implements TrainingProgress {
        @Override
        public void step(int epoch, int step, int steps, double loss, long remainingMillis) {}

        @Override
        public void epoch(EpochMetrics metrics) {}
    }
}
