package org.digitscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.digitscope.text.Texts;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The whole command line. */
public final class CommandLineProgram {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final String BUNDLE = "org.digitscope.assets.translations.cli";

    private final Context context;
    private final RootCommand root;

    private CommandLineProgram(Context context) {
        this.context = context;
        this.root = new RootCommand(context);
    }

    /**
     * Does what the arguments say; without arguments, or with nothing but files, it opens the window.
     *
     * @param system the language of the system; the program speaks Chinese where that is Chinese, else English
     * @return the exit status: 0 done, 1 the work failed, 2 wrong usage
     */
    public static int run(
            String[] args, Services services, Locale system, InputStream in, PrintStream out, PrintStream err) {
        boolean chinese = system.getLanguage().equals(Locale.CHINESE.getLanguage());
        Texts texts = Texts.of("cli", chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
        Context context = new Context(services, in, new Output(out), err, isTerminal(err), texts);
        return new CommandLineProgram(context).run(args);
    }

    private int run(String[] args) {
        try {
            Optional<List<Path>> files = args.length == 0 ? Optional.of(List.of()) : FileArguments.of(args);
            if (files.isPresent()) {
                return context.services().window().open(files.get());
            }
            int status = commandLine(args).execute(args);
            context.out().flush();
            return status;
        } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
            return failed(e);
        }
    }

    /** Describing all commands costs 30 ms at every start, so only the one that was asked for is described. */
    private CommandLine commandLine(String[] args) {
        CommandLine commandLine = new CommandLine(root);
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("classify", () -> new ClassifyCommand(context, root));
        commands.put("evaluate", () -> new EvaluateCommand(context));
        commands.put("explain", () -> new ExplainCommand(context));
        commands.put("activations", () -> new ActivationsCommand(context));
        commands.put("train", () -> new TrainCommand(context));
        commands.put("models", () -> new ModelsCommand(context));
        commands.put(
                "data",
                () -> new CommandLine(new DataCommand(context))
                        .addSubcommand("list", new DataListCommand(context))
                        .addSubcommand("fetch", new DataFetchCommand(context))
                        .addSubcommand("export", new DataExportCommand(context)));
        commands.put("bench", () -> new BenchCommand(context));
        if (commands.containsKey(args[0])) {
            commands.keySet().retainAll(List.of(args[0]));
        } else {
            commands.put("generate-completion", GenerateCompletion::new);
        }
        commands.forEach((name, command) -> commandLine.addSubcommand(name, command.get()));
        PrintWriter err = new PrintWriter(context.err(), true, StandardCharsets.UTF_8);
        WrongUsage wrong = new WrongUsage(context.texts());
        wrong.register(commandLine);
        return commandLine
                .setResourceBundle(ResourceBundle.getBundle(
                        BUNDLE,
                        context.texts().locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .setOut(context.out().writer())
                .setErr(err)
                .registerConverter(OutputFormat.class, oneOf(OutputFormat.values()))
                .registerConverter(InkPlacement.class, oneOf(InkPlacement.values()))
                .setParameterExceptionHandler(
                        (problem, arguments) -> wrongUsage(problem, wrong.sentence(problem, arguments)))
                .setExecutionExceptionHandler((problem, command, result) -> failed(problem));
    }

    /** Values as they print, in lower case. */
    private <T> ITypeConverter<T> oneOf(T[] values) {
        return text -> Arrays.stream(values)
                .filter(value -> value.toString().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        context.texts().get("usage.one-of", text, values[0].toString(), values[1].toString())));
    }

    private int wrongUsage(ParameterException problem, String sentence) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        context.err().println(context.texts().get("usage.wrong", Problems.oneLine(sentence), command));
        context.err().flush();
        return WRONG_USAGE;
    }

    private int failed(Throwable problem) {
        if (problem instanceof Output.ClosedPipe) {
            return DONE;
        }
        if (problem instanceof CancellationException) {
            context.say("cancelled");
            return FAILED;
        }
        try {
            context.out().flush();
        } catch (IOException e) {
            // The first problem is the one to tell.
        }
        Problems.report(problem, context.texts(), context.err(), root.debug());
        return FAILED;
    }

    @SuppressWarnings("SystemConsoleNull") // newer Javas never say null; a log then gets some carriage returns
    private static boolean isTerminal(PrintStream err) {
        if (err != System.err) {
            return false;
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | RuntimeException e) {
            return System.console() != null;
        }
    }
}
