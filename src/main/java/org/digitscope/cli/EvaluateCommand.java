package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.data.Dataset;
import org.digitscope.data.KnownDataset;
import org.digitscope.evaluation.Comparison;
import org.digitscope.evaluation.Contender;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.Evaluator;
import org.digitscope.evaluation.HtmlReport;
import org.digitscope.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate}: how good a model is on a data set, alone or against another. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--data", required = true, paramLabel = "SET", descriptionKey = "data-set")
    private String data = "";

    @Option(names = "--model", paramLabel = "NAME|FILE", descriptionKey = "model")
    private String model = ModelCatalog.BUNDLED.get(0);

    @Option(names = "--compare", paramLabel = "NAME|FILE", descriptionKey = "evaluate.compare")
    private Optional<String> compare = Optional.empty();

    @Option(names = "--placement", paramLabel = "mass|canvas", descriptionKey = "evaluate.placement")
    private InkPlacement placement = InkPlacement.MASS;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--report", paramLabel = "FILE.html", descriptionKey = "evaluate.report")
    private Optional<Path> report = Optional.empty();

    EvaluateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, CommandProblem {
        if (report.isPresent()) {
            OutputFiles.requireWritable(report.get());
        }
        LoadingModel first = LoadingModel.start(context.models(), model);
        Optional<LoadingModel> second = compare.map(name -> LoadingModel.start(context.models(), name));
        boolean stopped;
        try (Interruption interruption = Interruption.watch()) {
            Dataset dataset = placement.open(context, data);
            stopped = !evaluated(first.get(), second, dataset, interruption);
        } finally {
            first.close();
            second.ifPresent(LoadingModel::close);
        }
        return stopped ? 1 : 0;
    }

    /** False if it was stopped, which is told before the process may end. */
    private boolean evaluated(
            LoadedModel first, Optional<LoadingModel> second, Dataset dataset, BooleanSupplier cancelled)
            throws IOException {
        try {
            evaluate(first, second, dataset, cancelled);
            return true;
        } catch (CancellationException e) {
            context.say("cancelled");
            return false;
        }
    }

    private void evaluate(LoadedModel first, Optional<LoadingModel> second, Dataset dataset, BooleanSupplier cancelled)
            throws IOException {
        Optional<Comparison> comparison = Optional.empty();
        Evaluation evaluation;
        try (Progress progress = context.progress()) {
            LongConsumer report = reporter(progress);
            if (second.isPresent()) {
                Contender other = contender(second.get().get());
                comparison = Optional.of(Evaluator.compare(contender(first), other, dataset, report, cancelled));
                evaluation = comparison.get().first();
            } else {
                evaluation = Evaluator.evaluate(contender(first), dataset, report, cancelled);
            }
        }
        if (report.isPresent()) {
            HtmlReport.write(
                    report.get(), evaluation, comparison, context.texts().locale());
        }
        if (format == OutputFormat.JSON) {
            Map<String, Object> json = evaluation.toJson();
            if (comparison.isPresent()) {
                json.put("comparison", comparison.get().toJson());
            }
            context.out().line(Json.write(json));
        } else {
            new EvaluationText(context.texts()).print(evaluation, comparison, context.out());
        }
    }

    private LongConsumer reporter(Progress progress) {
        OptionalLong total = KnownDataset.sampleCount(data);
        long startNanos = System.nanoTime();
        return done -> progress.show(() -> {
            if (total.isEmpty()) {
                return context.texts().get("evaluate.progress", done);
            }
            double millis = (System.nanoTime() - startNanos) / 1e6;
            long left = Math.round(millis / done * Math.max(0, total.getAsLong() - done));
            return context.texts().get("evaluate.progress-of", done, total.getAsLong(), Figures.duration(left));
        });
    }

    private static Contender contender(LoadedModel loaded) {
        return new Contender(loaded.card().name(), loaded.network());
    }
}
