package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.explain.Explanation;
import org.digitscope.explain.Explanations;
import org.digitscope.explain.Method;
import org.digitscope.explain.Question;
import org.digitscope.explain.Relevance;
import org.digitscope.files.AtomicFiles;
import org.digitscope.image.InkRasterizer;
import org.digitscope.image.PictureWriter;
import org.digitscope.json.Json;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.Readout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: which ink an answer rests on, as a picture or as numbers. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
    private static final String PICTURE = ".png";
    private static final String NUMBERS = ".json";

    private final Context context;
    private final InkRasterizer rasterizer = new InkRasterizer();
    private OptionalInt digit = OptionalInt.empty();
    private OptionalInt against = OptionalInt.empty();

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "drawing-file")
    private String file = "";

    @Option(names = "--method", required = true, paramLabel = "NAME", descriptionKey = "explain.method")
    private String methodName = "";

    @Option(names = "--class", paramLabel = "N|no-digit", descriptionKey = "explain.class")
    private Optional<String> asked = Optional.empty();

    @Option(names = "--against", paramLabel = "N|no-digit", descriptionKey = "explain.against")
    private Optional<String> other = Optional.empty();

    @Option(names = "--layer", paramLabel = "NAME|INDEX", descriptionKey = "explain.layer")
    private Optional<String> layer = Optional.empty();

    @Option(names = "--index", paramLabel = "N", descriptionKey = "drawing-index")
    private int index;

    @Option(names = "--model", paramLabel = "NAME|FILE", descriptionKey = "model")
    private String model = ModelCatalog.BUNDLED.get(0);

    @Option(names = "--out", required = true, paramLabel = "FILE.png|.json", descriptionKey = "explain.out")
    private Path out = Path.of("");

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ExplainCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, CommandProblem {
        Method method = method();
        checkUsage(method);
        OutputFiles.requireWritable(out);
        LoadingModel loading = LoadingModel.start(context.models(), model);
        try {
            DigitInput input = DigitInput.read(context, file, index, rasterizer);
            input.requireOther(out);
            if (input.image().isBlank()) {
                throw new CommandProblem(context.texts().get("explain.blank", file, index));
            }
            // Not before all is read: who stops a command that waits for standard input waits for nothing more.
            try (Interruption interruption = Interruption.watch()) {
                return written(input, method, loading.get(), interruption) ? 0 : 1;
            }
        } finally {
            loading.close();
        }
    }

    /** False if it was stopped, which is told before the process may end. */
    private boolean written(DigitInput input, Method method, LoadedModel loaded, BooleanSupplier cancelled)
            throws IOException, CommandProblem {
        try {
            write(explained(input, method, loaded, cancelled));
            return true;
        } catch (CancellationException e) {
            context.say("cancelled");
            return false;
        }
    }

    private Method method() {
        return Method.named(methodName)
                .orElseThrow(() -> wrong(
                        "explain.bad-method",
                        methodName,
                        Arrays.stream(Method.values()).map(Method::key).collect(Collectors.joining(", "))));
    }

    private void checkUsage(Method method) {
        digit = index("--class", asked);
        against = index("--against", other);
        if (against.isPresent() && against.equals(digit)) {
            throw wrong("explain.against-itself", Explained.name(against.getAsInt()));
        }
        if (layer.isPresent() && method != Method.GRAD_CAM) {
            throw wrong("explain.layer-unused", method.key());
        }
        if (index < 0) {
            throw wrong("input.bad-index", index);
        }
        if (!isPicture() && !hasEnding(NUMBERS)) {
            throw wrong("explain.bad-out", out.toString());
        }
    }

    private OptionalInt index(String option, Optional<String> name) {
        if (name.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt found = IntStream.rangeClosed(0, Readout.NO_DIGIT)
                .filter(at -> Explained.name(at).equals(name.get()))
                .findFirst();
        if (found.isEmpty()) {
            throw wrong("explain.bad-class", option, name.get());
        }
        return found;
    }

    private ParameterException wrong(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), context.texts().get(key, arguments));
    }

    private Explained explained(DigitInput input, Method method, LoadedModel loaded, BooleanSupplier cancelled)
            throws CommandProblem {
        DigitNetwork network = loaded.network();
        if (Math.max(digit.orElse(0), against.orElse(0)) >= network.classCount()) {
            throw new CommandProblem(context.texts().get("explain.no-such-output", model, Explained.NO_DIGIT));
        }
        int prediction = network.answer(List.of(input.image())).get(0).prediction();
        OptionalInt chosen = convolution(method, network.layers(), input);
        Question question = question(method, prediction, chosen);
        Explanation explanation = Explanations.begin(question, input.image(), input.ink(), rasterizer);
        while (!explanation.step(network)) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
        }
        Relevance relevance = explanation.result().orElseThrow();
        float[] logits = network.logits(List.of(input.image().pixels())).get(0);
        Optional<String> name =
                chosen.stream().mapToObj(at -> network.layers().get(at).name()).findFirst();
        return new Explained(input, loaded.card().name(), name, prediction, logits, relevance);
    }

    private Question question(Method method, int prediction, OptionalInt chosen) throws CommandProblem {
        int explained = digit.orElse(prediction);
        if (against.isPresent() && against.getAsInt() == explained) {
            throw new CommandProblem(context.texts().get("explain.against-prediction", explained));
        }
        return new Question(method, explained, against, chosen);
    }

    /** The convolution to look at, where the method looks at one. */
    private OptionalInt convolution(Method method, List<LayerInfo> layers, DigitInput input) throws CommandProblem {
        boolean supported = Explanations.supports(method, layers, input.ink().isPresent());
        if (method != Method.GRAD_CAM) {
            if (!supported) {
                throw new CommandProblem(context.texts().get("explain.no-strokes", file, method.key()));
            }
            return OptionalInt.empty();
        }
        if (!supported) {
            throw new CommandProblem(context.texts().get("explain.no-convolution", model, method.key()));
        }
        return OptionalInt.of(Convolutions.of(layers).choose(layer, context.texts()));
    }

    private void write(Explained explained) throws IOException {
        if (isPicture()) {
            PictureWriter.writePng(out, ExplainPicture.of(explained.input().image(), explained.relevance()));
        } else {
            AtomicFiles.writeText(out, Json.write(explained.toJson()) + "\n");
        }
        context.out()
                .line(
                        format == OutputFormat.JSON
                                ? Json.write(explained.summary(out.toString()))
                                : explained.toText(context.texts(), out.toString()));
        context.out().flush();
    }

    private boolean isPicture() {
        return hasEnding(PICTURE);
    }

    private boolean hasEnding(String ending) {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
