package org.digitscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.cli.CommandLineProgram;
import org.digitscope.cli.FileArguments;
import org.digitscope.cli.Services;
import org.digitscope.files.UserFolders;
import org.digitscope.network.dl4j.Dl4jModels;
import org.digitscope.network.dl4j.Nd4jRuntime;
import org.digitscope.training.dl4j.Dl4jTrainer;

/** Starts the window without arguments or with files alone, and a command otherwise. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        UserFolders folders = UserFolders.ofThisProcess();
        Dl4jModels loader = new Dl4jModels();
        Desktop desktop = new Desktop(folders, loader);
        Optional<List<Path>> files = arguments.length == 0 ? Optional.of(List.of()) : FileArguments.of(arguments);
        boolean window = files.isPresent()
                || List.of(arguments).contains("--window")
                || List.of(arguments).contains("--soak");
        if (!window) {
            // Decoding a picture must not ask for a display.
            System.setProperty("java.awt.headless", "true");
        }
        int status = files.isPresent()
                // The window does not wait for the command line's classes.
                ? desktop.open(files.get())
                : CommandLineProgram.run(
                        arguments,
                        new Services(folders, loader, Dl4jTrainer::new, Nd4jRuntime::description, desktop),
                        languageOfTheTerminal(),
                        System.in,
                        System.out,
                        System.err);
        System.exit(status);
    }

    /** The system's, as long as its terminals take the UTF-8 that the program writes. */
    private static Locale languageOfTheTerminal() {
        String encoding = System.getProperty("native.encoding", "UTF-8");
        return encoding.equalsIgnoreCase("UTF-8") ? Locale.getDefault() : Locale.ENGLISH;
    }
}
