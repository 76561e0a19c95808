package org.digitscope.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code data}: what to do with the public data sets is said by its own commands. */
@Command(name = "data", synopsisSubcommandLabel = "COMMAND")
final class DataCommand implements Runnable {
    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DataCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), context.texts().get("data.no-command"));
    }
}
