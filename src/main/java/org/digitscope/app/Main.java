package org.digitscope.app;

import java.util.List;
import org.digitscope.cli.CommandLineProgram;
import org.digitscope.cli.Services;
import org.digitscope.files.UserFolders;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.network.dl4j.Nd4jRuntime;
import org.digitscope.training.dl4j.Dl4jTrainer;

/** Starts the window without arguments, and a command with them. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        UserFolders folders = UserFolders.ofThisProcess();
        Dl4jModels loader = new Dl4jModels();
        Desktop desktop = new Desktop(folders, loader);
        if (arguments.length > 0 && !List.of(arguments).contains("--window")) {
            // Decoding a picture must not ask for a display.
            System.setProperty("java.awt.headless", "true");
        }
        int status = arguments.length == 0
                // The window does not wait for the command line's classes.
                ? desktop.open(List.of())
                : CommandLineProgram.run(
                        arguments,
                        new Services(folders, loader, Dl4jTrainer::new, Nd4jRuntime::description, desktop),
                        System.in,
                        System.out,
                        System.err);
        System.exit(status);
    }
}
