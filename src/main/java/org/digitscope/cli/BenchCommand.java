package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.NdjsonInk;
import org.digitscope.json.Json;
import org.digitscope.network.DigitNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: latency, throughput, memory and start-up on this machine. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
    private static final int START_TIMES = 3;

    private static final int MOST_SOAK_MINUTES = 10_080;

    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<String, Object> figures = new LinkedHashMap<>();

    @Option(names = "--window", descriptionKey = "bench.window")
    private boolean window;

    @Option(names = "--drawing", paramLabel = "SECONDS", descriptionKey = "bench.drawing")
    private int drawingSeconds = 30;

    @Option(names = "--soak", paramLabel = "MINUTES", descriptionKey = "bench.soak")
    private Optional<Double> soakMinutes = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "bench.seed")
    private long seed = 1;

    @Option(names = "--quick", descriptionKey = "bench.quick")
    private boolean quick;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    BenchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (soakMinutes.isPresent()) {
            return soak(soakMinutes.get());
        }
        // The window's start is counted from the start of this process, so it comes first.
        Optional<WindowFigures> windowFigures = window
                ? Optional.of(context.services().window().bench(Duration.ofSeconds(drawingSeconds)))
                : Optional.empty();
        BenchInk ink = BenchInk.load(context.services().folders().dataSets(), quick ? 200 : 2000);
        Benchmark benchmark = new Benchmark(ink, quick ? 50 : 1000);
        try (Progress progress = context.progress()) {
            machine(ink);
            steps(benchmark, progress);
            Memory.peakResidentMegabytes()
                    .ifPresent(peak -> figures.put("peakResidentMegabytes", Figures.measured(peak)));
            tell(progress, "training");
            figures.put("trainingOneThreadImagesPerSecond", training(benchmark, ink, 1));
            figures.put("trainingTwoThreadsImagesPerSecond", training(benchmark, ink, 2));
            tell(progress, "start");
            start(ink);
        }
        windowFigures.ifPresent(this::window);
        print();
        return 0;
    }

    /** Alone, so that nothing else fills the memory. */
    private int soak(double minutes) throws Exception {
        if (!(minutes > 0 && minutes <= MOST_SOAK_MINUTES)) {
            throw new ParameterException(
                    spec.commandLine(), context.texts().get("bench.soak-range", MOST_SOAK_MINUTES));
        }
        Duration duration = Duration.ofMillis(Math.round(minutes * 60_000));
        SoakFigures soaked = context.services().window().soak(duration, seed);
        if (format == OutputFormat.JSON) {
            context.out().line(Json.write(soaked.toJson(minutes, seed)));
        } else {
            new SoakText(context.texts()).print(soaked, context.out());
        }
        soaked.problems().forEach(problem -> context.err().println(problem));
        return soaked.problems().isEmpty() && soaked.growth().isEmpty() ? 0 : 1;
    }

    private void machine(BenchInk ink) {
        figures.put("ink", ink.source());
        figures.put("drawings", ink.drawings().size());
        figures.put("penEvents", ink.events().size());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        figures.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        figures.put("computesOn", context.services().computesOn().get());
    }

    private void steps(Benchmark benchmark, Progress progress) throws IOException {
        try (DigitNetwork network =
                context.models().load(ModelCatalog.BUNDLED.get(0)).network()) {
            tell(progress, "image");
            figures.put("inkToImageMillis", benchmark.inkToImage().toJson());
            tell(progress, "inference");
            figures.put(
                    "inferenceAllActivationsMillis",
                    benchmark.inferenceWithActivations(network).toJson());
            figures.put(
                    "singleImageInferenceMillis", benchmark.singleImage(network).toJson());
            figures.put("batchImagesPerSecond", Figures.measured(benchmark.batchImagesPerSecond(network)));
            tell(progress, "explanations");
            figures.put(
                    "explanationSliceMillis",
                    benchmark.explanationSlices(network).toJson());
            figures.put(
                    "quickExplanationMillis",
                    benchmark.quickExplanations(network).toJson());
        }
        tell(progress, "pen");
        DigitNetwork live = context.models().load(ModelCatalog.BUNDLED.get(0)).network();
        figures.put("penToResultMillis", benchmark.penToResult(live).toJson());
        DigitNetwork explained =
                context.models().load(ModelCatalog.BUNDLED.get(0)).network();
        figures.put(
                "penToResultWhileExplainingMillis",
                benchmark.penToResultWhileExplaining(explained).toJson());
    }

    private double training(Benchmark benchmark, BenchInk ink, int threads) throws IOException {
        return Figures.measured(TrainingBench.imagesPerSecond(
                context.services().trainers().apply(threads), benchmark.images(ink.drawings()), quick ? 1 : 30));
    }

    private void start(BenchInk ink) throws IOException {
        Optional<List<String>> command = CommandLineStart.ofThisProgram();
        if (command.isEmpty()) {
            return;
        }
        Path file = Files.createTempFile("digitscope-bench-", ".ndjson");
        try {
            Files.writeString(file, NdjsonInk.line(InkRecord.of(ink.drawings().get(0))) + "\n");
            figures.put(
                    "commandLineFirstAnswerMillis",
                    Figures.measured(CommandLineStart.firstAnswerMillis(command.get(), file, START_TIMES)));
            if (!quick) {
                firstEver(command.get(), file);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Apart from the others: it unpacks 400 MB of native libraries, once on each machine. */
    private void firstEver(List<String> command, Path ink) throws IOException {
        Path folder = Files.createTempDirectory("digitscope-bench-");
        try {
            figures.put(
                    "firstEverAnswerMillis",
                    Figures.measured(CommandLineStart.firstEverAnswerMillis(command, ink, folder)));
        } finally {
            TrainingBench.delete(folder);
        }
    }

    private void window(WindowFigures measured) {
        put("windowShownMillis", measured.windowShownMillis());
        put("windowFirstAnswerMillis", measured.firstAnswerMillis());
        figures.put(
                "windowPenToResultMillis",
                new Quantiles(measured.penToResultP50Millis(), measured.penToResultP99Millis()).toJson());
        figures.put("windowDrawingSeconds", drawingSeconds);
        put("windowResidentStartMegabytes", measured.residentStartMegabytes());
        put("windowResidentMegabytes", measured.residentEndMegabytes());
        put("windowIdleCpuPercent", measured.idleCpuPercent());
    }

    private void put(String key, double value) {
        figures.put(key, Double.isNaN(value) ? null : Figures.measured(value));
    }

    private void tell(Progress progress, String what) {
        if (context.terminal()) {
            progress.line(context.texts().get("bench.measuring." + what));
        }
    }

    private void print() throws IOException {
        if (format == OutputFormat.JSON) {
            context.out().line(Json.write(figures));
        } else {
            new BenchText(context.texts()).print(figures, context.out());
        }
    }
}
