package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.digitscope.catalog.ModelCard;
import org.digitscope.files.FileProblem;
import org.digitscope.text.Phrase;
import org.digitscope.training.CrossValidation;
import org.digitscope.training.DataPlan;
import org.digitscope.training.TrainedNetwork;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingPlan;
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
    private int threads = 2;

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
        Optional<Path> left = files.checkpointLeft();
        if (!resume && left.isPresent()) {
            throw new FileProblem(left.get(), "training.checkpoint-left");
        }
        try (Interruption interruption = Interruption.watch()) {
            TrainingData data = TrainingData.read(context, plan);
            Trainer trainer = context.services().trainers().apply(threads);
            TrainingCourse course = new TrainingCourse(context, plan, files, trainer, resume, interruption);
            TrainingCourse.Outcome outcome = course.run(data);
            if (!outcome.network().complete()) {
                stopped(plan, data, outcome, files);
                return 1;
            }
            finish(plan, data, outcome, files);
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
            for (String set : dataSets) {
                if (DataPlan.of(set).isGenerated()) {
                    throw new ParameterException(
                            spec.commandLine(), context.texts().get("train.bad-data", set));
                }
            }
            plan = plan.withDataSets(dataSets);
        }
        if (plan.data().isEmpty()) {
            throw new FileProblem(Path.of(planName), "training.plan", new Phrase("part.plan-no-data"));
        }
        return seed.isPresent() ? plan.withSeed(seed.get()) : plan;
    }

    /** Keeps what has been learned so far, of the network that would be shipped, beside what a training can go on from. */
    private void stopped(TrainingPlan plan, TrainingData data, TrainingCourse.Outcome outcome, TrainingFiles files)
            throws IOException {
        TrainedNetwork trained = outcome.network();
        Optional<Path> kept = files.checkpointLeft();
        if (kept.isEmpty()) {
            context.say("train.stopped-at-once");
            return;
        }
        boolean isOfAFold =
                plan.crossValidation().isPresent() && outcome.crossValidation().isEmpty();
        if (isOfAFold || trained.metrics().isEmpty()) {
            context.say("train.stopped", kept.get().toString());
            return;
        }
        CardMaker cards = new CardMaker(context, plan, command(plan));
        files.writeUnfinished(trained.zip(), cards.card(files.name(), trained, data.descriptions()));
        context.say(
                "train.stopped-with-model",
                kept.get().toString(),
                out.toString(),
                trained.metrics().size(),
                plan.epochs());
    }

    private String command(TrainingPlan plan) {
        return TrainingFiles.command(planName, dataSets, plan.seed(), threads, out);
    }

    private void finish(TrainingPlan plan, TrainingData data, TrainingCourse.Outcome outcome, TrainingFiles files)
            throws IOException {
        TrainedNetwork trained = outcome.network();
        context.say("train.measuring");
        CardMaker cards = new CardMaker(context, plan, command(plan));
        ModelCard card = cards.card(files.name(), trained, data.descriptions());
        Optional<CrossValidation> folds = outcome.crossValidation();
        files.write(trained.zip(), folds.isPresent() ? with(card, folds.get()) : card);
        if (folds.isPresent()) {
            context.out()
                    .line(context.texts()
                            .get(
                                    "train.cross-validation",
                                    folds.get().accuracies().size(),
                                    Figures.percent(folds.get().mean()),
                                    Figures.percent(folds.get().standardDeviation())));
        }
        String accuracy = Figures.percent(TrainingCourse.accuracy(plan, trained));
        context.out()
                .line(context.texts()
                        .get(
                                folds.isPresent() ? "train.done-on-all" : "train.done",
                                out.toString(),
                                trained.metrics().size(),
                                accuracy));
    }

    private static ModelCard with(ModelCard card, CrossValidation result) {
        Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        Map<String, Double> found = new LinkedHashMap<>();
        found.put("accuracy", Figures.rounded(result.mean()));
        found.put("folds", (double) result.accuracies().size());
        found.put("standardDeviation", Figures.rounded(result.standardDeviation()));
        figures.put("cross-validation", found);
        figures.putAll(card.figures());
        return new ModelCard(
                card.name(),
                card.description(),
                card.architecture(),
                card.parameterCount(),
                card.data(),
                card.seed(),
                card.command(),
                figures,
                card.limits(),
                card.sha256(),
                card.readout());
    }
}
