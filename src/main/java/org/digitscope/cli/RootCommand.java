package org.digitscope.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code digitscope} itself, with what all commands have in common. */
@Command(
        name = "digitscope",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class RootCommand implements Runnable {
    @Option(names = "--debug", descriptionKey = "debug", scope = ScopeType.INHERIT)
    private boolean debug;

    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RootCommand(Context context) {
        this.context = context;
    }

    /** True if problems are to be told with their stack traces. */
    boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        CommandLine commandLine = spec.commandLine();
        throw new ParameterException(commandLine, context.texts().get("usage.no-command"));
    }
}
