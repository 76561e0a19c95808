package org.digitscope.ui.help;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.files.ProgramLog;

/** What somebody needs to know who looks for the cause of a problem; in English, for it is for the authors. */
final class Diagnostics {
    private static final int LOG_LINES = 60;
    private static final long MEBI = 1 << 20;

    private Diagnostics() {}

    /** Waits for the number system and reads the log: not for the JavaFX thread. */
    static String collect(ModelCatalog catalog, Optional<LoadedModel> model, Locale locale, Path logs) {
        Runtime machine = Runtime.getRuntime();
        List<String> lines = new ArrayList<>();
        lines.add("Digitscope " + About.version());
        lines.add("Java: " + property("java.runtime.version") + ", " + property("java.vm.name") + ", "
                + property("java.vendor"));
        lines.add("System: " + property("os.name") + " " + property("os.version") + ", " + property("os.arch") + ", "
                + machine.availableProcessors() + " processors");
        lines.add("JavaFX: " + property("javafx.runtime.version") + ", " + pipeline());
        lines.add("Network: " + catalog.runtime());
        lines.add("Model: " + model.map(Diagnostics::describe).orElse("none"));
        lines.add("Memory: " + (machine.totalMemory() - machine.freeMemory()) / MEBI + " MiB used, "
                + machine.maxMemory() / MEBI + " MiB at most");
        lines.add("Locale: " + Locale.getDefault().toLanguageTag() + ", texts " + locale.toLanguageTag());
        lines.add("Log:");
        ProgramLog.lastLines(logs, LOG_LINES).forEach(line -> lines.add("  " + line));
        return withoutPerson(String.join("\n", lines), property("user.home"), property("user.name")) + "\n";
    }

    private static String describe(LoadedModel model) {
        return model.card().name() + ", " + model.network().layers().size() + " layers, "
                + model.network().parameterCount() + " parameters, "
                + model.card().sha256();
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    /** Which way JavaFX paints; it says so nowhere in its API. */
    private static String pipeline() {
        try {
            Object pipeline = Class.forName("com.sun.prism.GraphicsPipeline")
                    .getMethod("getPipeline")
                    .invoke(null);
            return pipeline == null ? "no pipeline" : pipeline.getClass().getSimpleName();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return "pipeline unknown";
        }
    }

    /** A person's name is often that of the home folder, and of folders elsewhere. */
    static String withoutPerson(String text, String home, String name) {
        String shorter = home.length() > 1 ? text.replace(home, "~") : text;
        return shorter.replaceAll("(?<=[/\\\\])" + Pattern.quote(name) + "(?=[/\\\\]|\\s|$)", "…");
    }
}
