package org.digitscope.cli;

import java.io.IOException;
import java.util.Optional;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingProgress;

/** Tells on standard error and in the metrics file how a training goes. */
final class TrainingReport implements TrainingProgress, AutoCloseable {
    private final TrainingPlan plan;
    private final Context context;
    private final MetricsFile metrics;
    private final Progress progress;
    private Optional<IOException> failure = Optional.empty();
    private double validationAccuracy = Double.NaN;
    private int fold = MetricsFile.SHIPPED;
    private long foldNanos = System.nanoTime();
    private long foldSteps;

    TrainingReport(TrainingPlan plan, Context context, MetricsFile metrics) {
        this.plan = plan;
        this.context = context;
        this.metrics = metrics;
        this.progress = context.progress();
    }

    /** @param next fold, from 1, or {@link MetricsFile#SHIPPED} */
    void begin(int next) {
        fold = next;
        foldNanos = System.nanoTime();
        foldSteps = 0;
        validationAccuracy = Double.NaN;
    }

    @Override
    public void step(int epoch, int step, int steps, double loss, long remainingMillis) {
        foldSteps++;
        progress.show(() -> inFold(context.texts()
                .get(
                        "train.progress",
                        epoch,
                        plan.epochs(),
                        step,
                        steps,
                        Figures.decimals(loss, 4),
                        Figures.percent(validationAccuracy),
                        Figures.duration(remainingMillis + laterMillis(steps)))));
    }

    @Override
    public void epoch(EpochMetrics epoch) {
        validationAccuracy = epoch.validationAccuracy();
        progress.line(inFold(context.texts()
                .get(
                        "train.epoch",
                        epoch.epoch(),
                        epoch.epochs(),
                        Figures.decimals(epoch.loss(), 4),
                        Figures.decimals(epoch.validationLoss(), 4),
                        Figures.percent(validationAccuracy),
                        Math.round(epoch.imagesPerSecond()))));
        try {
            metrics.add(fold, epoch);
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    /** A metrics file that could not be written must not break a training off, but is told at its end. */
    void throwIfFailed() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public void close() {
        progress.close();
    }

    private String inFold(String line) {
        if (plan.crossValidation().isEmpty()) {
            return line;
        }
        return fold == MetricsFile.SHIPPED
                ? context.texts().get("train.in-all", line)
                : context.texts()
                        .get("train.in-fold", fold, plan.crossValidation().get(), line);
    }

    /** The folds to come and the network that is shipped, at the pace of this fold. */
    private long laterMillis(int stepsPerEpoch) {
        if (fold == MetricsFile.SHIPPED) {
            return 0;
        }
        double perStep = (System.nanoTime() - foldNanos) / 1e6 / foldSteps;
        int trainings = plan.crossValidation().orElse(0) - fold + 1;
        return (long) (perStep * stepsPerEpoch * plan.epochs() * trainings);
    }
}
