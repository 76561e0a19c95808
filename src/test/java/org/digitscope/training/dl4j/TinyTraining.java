package org.digitscope.training.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.digitscope.image.DigitImage;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.ModelArchive;
import org.digitscope.network.Readout;
import org.digitscope.network.dl4j.ArrayFile;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingProgress;

/** A plan of a few fields, and images that are learned in a second. */
record TinyTraining(String layers, String optimizer, String rate, int epochs, String more) {
    static final String DENSE = "{\"type\": \"dense\", \"units\": 12, \"activation\": \"relu\"}";

    /** Plain gradient descent. */
    static TinyTraining of(String layers) {
        return new TinyTraining(
                layers,
                "{\"type\": \"sgd\", \"momentum\": 0}",
                "{\"schedule\": \"constant\", \"rate\": 0.05}",
                3,
                "\"validationShare\": 0.1");
    }

    TinyTraining optimizer(String other) {
        return new TinyTraining(layers, other, rate, epochs, more);
    }

    TinyTraining rate(String other) {
        return new TinyTraining(layers, optimizer, other, epochs, more);
    }

    TinyTraining epochs(int other) {
        return new TinyTraining(layers, optimizer, rate, other, more);
    }

    /** @param field of the plan */
    TinyTraining with(String field) {
        return new TinyTraining(layers, optimizer, rate, epochs, more + ", " + field);
    }

    TrainingPlan plan() throws IOException {
        return TrainingPlan.parse("{\"name\": \"tiny\", \"layers\": [" + layers + "], \"optimizer\": " + optimizer
                + ", \"learningRate\": "
                + rate + ", \"batchSize\": 20, \"epochs\": " + epochs + ", \"seed\": 5, \"dataSets\": [], " + more
                + "}");
    }

    TrainedNetwork train(Path checkpoint, boolean resume) throws IOException {
        return train(1, checkpoint, resume);
    }

    TrainedNetwork train(int threads, Path checkpoint, boolean resume) throws IOException {
        return new Dl4jTrainer(threads).train(plan(), samples(), checkpoint, resume, new Silent(), () -> false);
    }

    static DigitNetwork load(TrainedNetwork trained) throws IOException {
        return new Dl4jModels().load(ModelArchive.of(Path.of("trained.zip"), trained.zip()), Readout.plain());
    }

    static float[] weights(TrainedNetwork trained) throws IOException {
        return ArrayFile.read(
                ModelArchive.of(Path.of("trained.zip"), trained.zip()).coefficients());
    }

    /** 200 images: a bright column whose place is the label, in noise. */
    static List<LabelledImage> samples() {
        Random random = new Random(1);
        List<LabelledImage> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int label = i % 10;
            byte[] levels = new byte[784];
            for (int pixel = 0; pixel < levels.length; pixel++) {
                boolean bright = pixel % 28 / 2 == label + 2;
                levels[pixel] = (byte) (bright ? 200 + random.nextInt(56) : random.nextInt(60));
            }
            samples.add(new LabelledImage(DigitImage.ofLevels(levels), label));
        }
        return samples;
    }

    /** Hears nothing and says nothing. */
    static class Silent implements TrainingProgress {
        @Override
        public void step(int epoch, int step, int steps, double loss, long remainingMillis) {}

        @Override
        public void epoch(EpochMetrics metrics) {}
    }
}
