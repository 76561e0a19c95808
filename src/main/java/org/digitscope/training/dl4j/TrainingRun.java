package org.digitscope.training.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitscope.image.DigitImage;
import org.digitscope.network.dl4j.ModelWriter;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.LayerPlan;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingProgress;
import org.digitscope.training.TrainingSet;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One training from its first or a later epoch to its end; holds the native memory of its network. */
final class TrainingRun implements AutoCloseable {
    private static final int VALIDATION_BATCH = 250;

    private final TrainingPlan plan;
    private final TrainingSet set;
    private final List<LabelledImage> heldOut;
    private final int classes;
    private final String identity;
    private final MultiLayerNetwork network;
    private final List<EpochMetrics> metrics = new ArrayList<>();
    private Optional<float[]> best = Optional.empty();

    TrainingRun(TrainingPlan plan, TrainingSet set, String identity, Optional<Checkpoint> earlier) {
        this.plan = plan;
        this.set = set;
        this.heldOut = set.heldOut();
        this.classes = set.classes();
        this.identity = identity;
        this.network = new MultiLayerNetwork(NetworkBuilder.configuration(plan, classes));
        network.init();
        earlier.ifPresent(this::restore);
    }

    TrainedNetwork run(Path checkpoint, TrainingProgress progress, BooleanSupplier cancelled) throws IOException {
        boolean complete = true;
        long startNanos = System.nanoTime();
        int firstEpoch = metrics.size();
        for (int epoch = firstEpoch; epoch < plan.epochs() && !patienceIsOver(); epoch++) {
            Optional<EpochMetrics> done = epoch(epoch, firstEpoch, startNanos, progress, cancelled);
            if (done.isEmpty()) {
                complete = false;
                break;
            }
            metrics.add(done.get());
            keepIfBest();
            checkpoint().write(checkpoint);
            progress.epoch(done.get());
        }
        best.ifPresent(weights -> network.setParams(row(weights)));
        setRate(plan.learningRate().rate());
        byte[] zip = export();
        return new TrainedNetwork(zip, metrics, heldOut, complete);
    }

    /** The network as it is shipped: with nothing in it that only training needs. */
    private byte[] export() {
        List<LayerPlan> folded = Folding.layers(plan.layers());
        if (folded.equals(plan.layers())) {
            return ModelWriter.zip(network.getLayerWiseConfigurations().toJson(), network.params());
        }
        MultiLayerNetwork shipped = new MultiLayerNetwork(NetworkBuilder.configuration(plan, folded, classes));
        try {
            shipped.init();
            Folding.copyWeights(plan.layers(), network, shipped);
            return ModelWriter.zip(shipped.getLayerWiseConfigurations().toJson(), shipped.params());
        } finally {
            shipped.close();
        }
    }

    @Override
    public void close() {
        network.close();
    }

    private Optional<EpochMetrics> epoch(
            int epoch, int firstEpoch, long startNanos, TrainingProgress progress, BooleanSupplier cancelled) {
        // Dropout draws from this generator; seeding it anew lets a resumed epoch draw the same.
        Nd4j.getRandom().setSeed(plan.seed() * 7919 + epoch);
        int steps = BatchPipeline.batches(plan, set.trained().size());
        long epochNanos = System.nanoTime();
        double lossSum = 0;
        double rate = 0;
        try (BatchPipeline pipeline = new BatchPipeline(plan, set, epoch)) {
            for (int step = 0; step < steps; step++) {
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                rate = plan.learningRate().at(epoch * steps + step, plan.epochs() * steps, steps);
                setRate(rate);
                lossSum += fit(pipeline.next());
                double done = (epoch - firstEpoch) * (double) steps + step + 1;
                double left = (plan.epochs() - epoch) * (double) steps - step - 1;
                long remaining = (long) ((System.nanoTime() - startNanos) / 1e6 / done * left);
                progress.step(epoch + 1, step + 1, steps, lossSum / (step + 1), remaining);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        long trainingNanos = System.nanoTime() - epochNanos;
        double[] validation = validate();
        return Optional.of(new EpochMetrics(
                epoch + 1,
                plan.epochs(),
                lossSum / steps,
                validation[0],
                validation[1],
                rate,
                set.trained().size() / (trainingNanos / 1e9),
                (System.nanoTime() - epochNanos) / 1_000_000));
    }

    private double fit(Batch batch) {
        int side = DigitImage.SIZE;
        try (INDArray images = Nd4j.create(batch.images(), new long[] {batch.size(), 1, side, side}, 'c');
                INDArray targets = Nd4j.create(batch.targets(), new long[] {batch.size(), classes}, 'c')) {
            network.fit(images, targets);
        }
        // The score counts what keeps weights small as well; people want the cross-entropy.
        return network.score() - network.calcRegularizationScore(true);
    }

    /** Loss and accuracy on the held-out part; NaN without one. */
    private double[] validate() {
        int right = 0;
        double loss = 0;
        for (int from = 0; from < heldOut.size(); from += VALIDATION_BATCH) {
            List<LabelledImage> part = heldOut.subList(from, Math.min(from + VALIDATION_BATCH, heldOut.size()));
            float[] probabilities = probabilities(part);
            for (int i = 0; i < part.size(); i++) {
                int label = part.get(i).label();
                loss -= Math.log(Math.max(probabilities[i * classes + label], 1e-30));
                right += argMax(probabilities, i * classes) == label ? 1 : 0;
            }
        }
        return new double[] {loss / heldOut.size(), right / (double) heldOut.size()};
    }

    private float[] probabilities(List<LabelledImage> part) {
        int side = DigitImage.SIZE;
        float[] pixels = new float[part.size() * side * side];
        for (int i = 0; i < part.size(); i++) {
            part.get(i).image().copyInto(pixels, i * side * side);
        }
        try (INDArray images = Nd4j.create(pixels, new long[] {part.size(), 1, side, side}, 'c');
                INDArray output = network.output(images, false)) {
            return output.dup('c').data().asFloat();
        }
    }

    private int argMax(float[] values, int from) {
        int best = 0;
        for (int i = 1; i < classes; i++) {
            best = values[from + i] > values[from + best] ? i : best;
        }
        return best;
    }

    /** The updaters read the rate from the configuration at each step. */
    private void setRate(double rate) {
        for (Layer layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof BaseLayer configuration && configuration.getIUpdater() != null) {
                configuration.getIUpdater().setLrAndSchedule(rate, null);
            }
        }
    }

    private void keepIfBest() {
        if (plan.patience().isPresent() && bestEpoch() == metrics.size()) {
            best = Optional.of(network.params().data().asFloat());
        }
    }

    private boolean patienceIsOver() {
        return plan.patience().isPresent()
                && metrics.size() - bestEpoch() >= plan.patience().get();
    }

    /** The epoch with the lowest validation loss, from 1; 0 before the first. */
    private int bestEpoch() {
        int bestEpoch = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (EpochMetrics epoch : metrics) {
            if (epoch.validationLoss() < lowest) {
                lowest = epoch.validationLoss();
                bestEpoch = epoch.epoch();
            }
        }
        return bestEpoch;
    }

    private Checkpoint checkpoint() {
        INDArray state = network.updaterState();
        return new Checkpoint(
                identity,
                network.getLayerWiseConfigurations().getIterationCount(),
                List.copyOf(metrics),
                network.params().data().asFloat(),
                state == null ? new float[0] : state.dup('c').data().asFloat(),
                best);
    }

    private void restore(Checkpoint checkpoint) {
        network.setParams(row(checkpoint.parameters()));
        if (checkpoint.updaterState().length > 0) {
            network.getUpdater(true).setStateViewArray(network, row(checkpoint.updaterState()), false);
        }
        network.setIterationCount(checkpoint.iterations());
        metrics.addAll(checkpoint.metrics());
        best = checkpoint.best();
    }

    private static INDArray row(float[] values) {
        return Nd4j.create(values, new long[] {1, values.length}, 'c');
    }
}
