package org.digitscope.training.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.digitscope.files.FileProblem;
import org.digitscope.network.dl4j.ModelWriter;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.LabelledImage;
import org.digitscope.training.LayerPlan;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingProgress;
import org.digitscope.training.TrainingSet;

/** One training from its first or a later epoch to its end; holds the native memory of its network. */
final class TrainingRun implements AutoCloseable {
    private final TrainingPlan plan;
    private final TrainingSet set;
    private final List<LabelledImage> heldOut;
    private final int classes;
    private final String identity;
    private final Trainable network;
    private final Replicas replicas;
    private final List<EpochMetrics> metrics = new ArrayList<>();
    private Optional<float[]> best = Optional.empty();

    TrainingRun(TrainingPlan plan, TrainingSet set, String identity, int threads, Optional<Checkpoint> earlier) {
        this.plan = plan;
        this.set = set;
        this.heldOut = set.heldOut();
        this.classes = set.classes();
        this.identity = identity;
        this.network = Trainable.of(plan, plan.layers(), classes);
        this.replicas = new Replicas(network, threads, classes, () -> Trainable.of(plan, plan.layers(), classes));
        earlier.ifPresent(this::restore);
    }

    TrainedNetwork run(Path checkpoint, TrainingProgress progress, BooleanSupplier cancelled) throws IOException {
        boolean complete = true;
        long startNanos = System.nanoTime();
        int firstEpoch = metrics.size();
        for (int epoch = firstEpoch; epoch < plan.epochs() && !patienceIsOver(); epoch++) {
            Optional<EpochMetrics> done = epoch(epoch, firstEpoch, startNanos, checkpoint, progress, cancelled);
            if (done.isEmpty()) {
                complete = false;
                break;
            }
            metrics.add(done.get());
            keepIfBest();
            checkpoint().write(checkpoint);
            progress.epoch(done.get());
        }
        best.ifPresent(network::setParameters);
        setRate(plan.learningRate().rate());
        byte[] zip = export();
        return new TrainedNetwork(zip, metrics, heldOut, complete);
    }

    /** The network as it is shipped: with nothing in it that only training needs. */
    private byte[] export() {
        List<LayerPlan> folded = Folding.layers(plan.layers());
        if (folded.equals(plan.layers())) {
            return ModelWriter.zip(network.configuration(), network.parameters());
        }
        try (Trainable shipped = Trainable.of(plan, folded, classes)) {
            Folding.copyWeights(plan.layers(), network, shipped);
            return ModelWriter.zip(shipped.configuration(), shipped.parameters());
        }
    }

    @Override
    public void close() {
        replicas.close();
        network.close();
    }

    private Optional<EpochMetrics> epoch(
            int epoch,
            int firstEpoch,
            long startNanos,
            Path checkpoint,
            TrainingProgress progress,
            BooleanSupplier cancelled)
            throws FileProblem {
        Batches batches = new Batches(plan, set, epoch);
        int steps = batches.count();
        long epochNanos = System.nanoTime();
        double lossSum = 0;
        double rate = 0;
        try (BatchPipeline pipeline = new BatchPipeline(batches)) {
            // Dropout draws from this chance; seeding it anew lets a resumed epoch draw the same.
            replicas.begin(plan.seed() * 7919 + epoch);
            for (int step = 0; step < steps; step++) {
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                rate = plan.learningRate().at(epoch * steps + step, plan.epochs() * steps, steps);
                setRate(rate);
                lossSum += replicas.fit(pipeline.next());
                if (!Double.isFinite(lossSum)) {
                    throw new FileProblem(checkpoint, "training.diverged", epoch + 1);
                }
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
        HeldOut validation = HeldOut.of(network, heldOut, plan.loss(), classes);
        return Optional.of(new EpochMetrics(
                epoch + 1,
                plan.epochs(),
                lossSum / steps,
                validation.loss(),
                validation.accuracy(),
                rate,
                set.trained().size() / (trainingNanos / 1e9),
                (System.nanoTime() - epochNanos) / 1_000_000));
    }

    /** The updaters read the rate from the configuration at each step. */
    private void setRate(double rate) {
        for (Layer layer : network.layers()) {
            if (layer.conf().getLayer() instanceof BaseLayer configuration && configuration.getIUpdater() != null) {
                configuration.getIUpdater().setLrAndSchedule(rate, null);
            }
        }
    }

    private void keepIfBest() {
        if (plan.patience().isPresent() && bestEpoch() == metrics.size()) {
            best = Optional.of(network.parameters().data().asFloat());
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
        return new Checkpoint(
                identity,
                network.iterations(),
                List.copyOf(metrics),
                network.parameters().data().asFloat(),
                network.updaterState(),
                best);
    }

    private void restore(Checkpoint checkpoint) {
        network.setParameters(checkpoint.parameters());
        if (checkpoint.updaterState().length > 0) {
            network.setUpdaterState(checkpoint.updaterState());
        }
        network.setIterations(checkpoint.iterations());
        metrics.addAll(checkpoint.metrics());
        best = checkpoint.best();
    }
}
