package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.files.FileProblem;
import org.digitscope.image.InkRasterizer;
import org.digitscope.json.Json;
import org.digitscope.network.LayerInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code activations}: what every layer makes of one drawing, as pictures and as arrays for NumPy. */
@Command(name = "activations")
final class ActivationsCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "drawing-file")
    private String file = "";

    @Option(names = "--index", paramLabel = "N", descriptionKey = "drawing-index")
    private int index;

    @Option(names = "--model", paramLabel = "NAME|FILE", descriptionKey = "model")
    private String model = ModelCatalog.BUNDLED.get(0);

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "activations.out")
    private Path out = Path.of("");

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ActivationsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, CommandProblem {
        if (index < 0) {
            throw new ParameterException(spec.commandLine(), context.texts().get("input.bad-index", index));
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new FileProblem(out, "output.no-folder");
        }
        LoadingModel loading = LoadingModel.start(context.models(), model);
        try {
            DigitInput input = DigitInput.read(context, file, index, new InkRasterizer());
            // Not before all is read: who stops a command that waits for standard input waits for nothing more.
            try (Interruption interruption = Interruption.watch()) {
                return written(input, loading.get(), interruption) ? 0 : 1;
            }
        } finally {
            loading.close();
        }
    }

    /** False if it was stopped, which is told before the process may end. */
    private boolean written(DigitInput input, LoadedModel loaded, BooleanSupplier cancelled)
            throws IOException, CommandProblem {
        ActivationFiles files = computed(input, loaded);
        if (cancelled.getAsBoolean()) {
            context.say("cancelled");
            return false;
        }
        write(files, input);
        return true;
    }

    private ActivationFiles computed(DigitInput input, LoadedModel loaded) throws CommandProblem {
        List<LayerInfo> layers = loaded.network().layers();
        for (LayerInfo layer : layers) {
            if (!MapTiles.fits(layer.output())) {
                String shape = layer.output().toString();
                throw new CommandProblem(context.texts().get("activations.too-large", model, layer.name(), shape));
            }
        }
        return new ActivationFiles(
                input, loaded.card().name(), layers, loaded.network().run(input.image()));
    }

    private void write(ActivationFiles files, DigitInput input) throws IOException {
        for (String name : files.names()) {
            input.requireOther(out.resolve(name));
        }
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw FileProblem.of(out, e);
        }
        files.write(out);
        context.out()
                .line(
                        format == OutputFormat.JSON
                                ? Json.write(files.summary(out.toString()))
                                : files.toText(context.texts(), out.toString()));
        context.out().flush();
    }
}
