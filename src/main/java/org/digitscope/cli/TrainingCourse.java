package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.digitscope.training.CrossValidation;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingSet;

/**
 * Trains the networks of a cross-validation, if the plan wants one, and then the network that is shipped. Each has a
 * checkpoint of its own, which stays until the model is written: a fold that is done is not trained again.
 */
final class TrainingCourse {
    private final Context context;
    private final TrainingPlan plan;
    private final TrainingFiles files;
    private final Trainer trainer;
    private final boolean resume;
    private final BooleanSupplier cancelled;

    TrainingCourse(
            Context context,
            TrainingPlan plan,
            TrainingFiles files,
            Trainer trainer,
            boolean resume,
            BooleanSupplier cancelled) {
        this.context = context;
        this.plan = plan;
        this.files = files;
        this.trainer = trainer;
        this.resume = resume;
        this.cancelled = cancelled;
    }

    /**
     * What came of it.
     *
     * @param network that is shipped; one that is not complete, of a fold perhaps, if it was cancelled
     * @param crossValidation if the plan wants one and it is done
     */
    record Outcome(TrainedNetwork network, Optional<CrossValidation> crossValidation) {}

    Outcome run(TrainingData data) throws IOException {
        MetricsFile metrics = MetricsFile.open(files.metrics(), resume);
        try (TrainingReport report = new TrainingReport(plan, context, metrics)) {
            int folds = plan.crossValidation().orElse(0);
            List<Double> accuracies = new ArrayList<>();
            for (int fold = 1; fold <= folds; fold++) {
                report.begin(fold);
                TrainingSet set = data.fold(fold);
                TrainedNetwork trained = train(set, files.checkpoint(fold), report);
                if (!trained.complete()) {
                    return new Outcome(trained, Optional.empty());
                }
                metrics.replaceBy(fold, trained.metrics());
                accuracies.add(accuracy(plan, trained));
                tell(report, fold, folds, accuracy(plan, trained), set.heldOut().size());
            }
            Optional<CrossValidation> result =
                    folds == 0 ? Optional.empty() : Optional.of(new CrossValidation(accuracies));
            if (result.isPresent()) {
                metrics.add(result.get());
            }
            report.begin(MetricsFile.SHIPPED);
            TrainedNetwork shipped = train(data.set(), files.checkpoint(), report);
            if (shipped.complete()) {
                metrics.replaceBy(MetricsFile.SHIPPED, shipped.metrics());
            }
            return new Outcome(shipped, result);
        }
    }

    private TrainedNetwork train(TrainingSet set, Path checkpoint, TrainingReport report) throws IOException {
        TrainedNetwork trained = trainer.train(plan, set, checkpoint, resume, report, cancelled);
        report.throwIfFailed();
        return trained;
    }

    private void tell(TrainingReport report, int fold, int folds, double accuracy, int count) throws IOException {
        report.close();
        context.out().line(context.texts().get("train.fold-done", fold, folds, Figures.percent(accuracy), count));
        context.out().flush();
    }

    /** Of the epoch whose weights are the network's: the last one, or with patience the one with the lowest loss. */
    static double accuracy(TrainingPlan plan, TrainedNetwork trained) {
        Optional<EpochMetrics> kept = plan.patience().isPresent()
                ? trained.metrics().stream().min(Comparator.comparingDouble(EpochMetrics::validationLoss))
                : trained.metrics().stream().reduce((first, second) -> second);
        return kept.map(EpochMetrics::validationAccuracy).orElse(Double.NaN);
    }
}
