package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.digitscope.files.FileProblem;
import org.digitscope.training.EpochMetrics;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.TrainingPlan;
import org.digitscope.training.TrainingSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code train}: makes a model of a plan and data sets, with its card beside it. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
    private static final int MAX_THREADS = 256;

    private final Context context;

    @Option(names = "--plan", required = true, paramLabel = "NAME|FILE.json", descriptionKey = "train.plan")
    private String planName = "";

    @Option(names = "--data", paramLabel = "SET", descriptionKey = "train.data")
    private List<String> dataSets = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "FILE.zip", descriptionKey = "train.out")
    private Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "train.seed")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--resume", descriptionKey = "train.resume")
    private boolean resume;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "train.threads")
    private int threads = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TrainCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, CommandProblem {
        checkUsage();
        TrainingFiles files = TrainingFiles.of(out);
        TrainingPlan plan = plan();
        OutputFiles.requireWritable(out);
        files.requireNoForeignCard();
        if (!resume && Files.exists(files.checkpoint())) {
            throw new FileProblem(files.checkpoint(), "training.checkpoint-left");
        }
        try (Interruption interruption = Interruption.watch()) {
            TrainingData data = TrainingData.read(context, plan);
            TrainedNetwork trained = train(plan, data.set(), files, interruption);
            if (!trained.complete()) {
                context.say(
                        Files.exists(files.checkpoint()) ? "train.stopped" : "train.stopped-at-once",
                        files.checkpoint().toString());
                return 1;
            }
            finish(plan, data, trained, files);
        }
        return 0;
    }

    private void checkUsage() {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new ParameterException(spec.commandLine(), context.texts().get("train.bad-threads", MAX_THREADS));
        }
        if (!out.toString().endsWith(TrainingFiles.ENDING)) {
            throw new ParameterException(spec.commandLine(), context.texts().get("train.bad-out", out.toString()));
        }
    }

    private TrainingPlan plan() throws IOException {
        TrainingPlan plan = Plans.load(planName);
        if (!dataSets.isEmpty()) {
            plan = plan.withDataSets(dataSets);
        }
        return seed.isPresent() ? plan.withSeed(seed.get()) : plan;
    }

    private TrainedNetwork train(TrainingPlan plan, TrainingSet set, TrainingFiles files, Interruption interruption)
            throws IOException {
        MetricsFile metrics = MetricsFile.open(files.metrics(), resume);
        try (TrainingReport report = new TrainingReport(plan, context, metrics)) {
            TrainedNetwork trained = context.services()
                    .trainers()
                    .apply(threads)
                    .train(plan, set, files.checkpoint(), resume, report, interruption);
            report.throwIfFailed();
            return trained;
        }
    }

    private void finish(TrainingPlan plan, TrainingData data, TrainedNetwork trained, TrainingFiles files)
            throws IOException {
        MetricsFile.open(files.metrics(), false).replaceBy(trained.metrics());
        context.say("train.measuring");
        String command = TrainingFiles.command(planName, dataSets, plan.seed(), threads, out);
        CardMaker cards = new CardMaker(context, plan, command);
        files.write(trained.zip(), cards.card(files.name(), trained, data.descriptions()));
        Optional<EpochMetrics> last = trained.metrics().stream().reduce((first, second) -> second);
        String accuracy =
                Figures.percent(last.map(EpochMetrics::validationAccuracy).orElse(Double.NaN));
        context.out()
                .line(context.texts()
                        .get("train.done", out.toString(), trained.metrics().size(), accuracy));
    }
}
