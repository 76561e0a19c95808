package org.digitscope.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a new process takes until its first answer. */
final class CommandLineStart {
    private static final String MAIN_CLASS = "org.digitscope.app.Main";

    private CommandLineStart() {}

    /**
     * How this program is started: by the launcher beside its jar where there is one, else by this Java with this
     * process's options. Empty if this process is not the program itself, as in a test.
     */
    static Optional<List<String>> ofThisProgram() {
        Optional<Path> launcher = launcher();
        if (launcher.isPresent()) {
            return Optional.of(List.of(launcher.get().toString()));
        }
        String main = System.getProperty("sun.java.command", "");
        if (!main.equals(MAIN_CLASS) && !main.startsWith(MAIN_CLASS + " ")) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(MAIN_CLASS);
        return Optional.of(command);
    }

    /**
     * The median time from the start of a process to the first byte of its answer.
     *
     * @param command without the arguments of {@code classify}
     * @param ink one drawing
     */
    static double firstAnswerMillis(List<String> command, Path ink, int times) throws IOException {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            nanos[i] = once(classify(command, ink));
        }
        return Quantiles.ofNanos(nanos).p50();
    }

    /**
     * The same for the very first start on a machine, which unpacks the native libraries.
     *
     * @param emptyFolder to unpack to
     */
    static double firstEverAnswerMillis(List<String> command, Path ink, Path emptyFolder) throws IOException {
        ProcessBuilder process = classify(command, ink);
        process.environment()
                .merge("JAVA_TOOL_OPTIONS", "-Dorg.bytedeco.javacpp.cachedir=" + emptyFolder, (a, b) -> a + " " + b);
        return once(process) / 1e6;
    }

    private static ProcessBuilder classify(List<String> command, Path ink) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("classify", ink.toString(), "--format", "json"));
        return new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private static long once(ProcessBuilder builder) throws IOException {
        long start = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            int first = out.read();
            long nanos = System.nanoTime() - start;
            out.transferTo(OutputStream.nullOutputStream());
            if (first != '{' || process.waitFor() != 0) {
                throw new IOException("the child process gave no answer");
            }
            return nanos;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroy();
        }
    }

    private static Optional<Path> launcher() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        String name = windows ? "digitscope.bat" : "digitscope";
        return Arrays.stream(System.getProperty("java.class.path", "").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> entry.endsWith(".jar"))
                .flatMap(entry -> folder(entry).stream())
                // An installed program keeps its jars one folder deeper.
                .map(folder -> folder.endsWith(Path.of("lib", "app")) ? folder.getParent() : folder)
                .filter(folder -> folder != null && folder.endsWith("lib"))
                .map(folder -> folder.resolveSibling("bin").resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The folder that a jar is in; an installed program names its jars by way of an open file. */
    private static Optional<Path> folder(String jar) {
        try {
            return Optional.ofNullable(Path.of(jar).toRealPath().getParent());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Of this process, without its class path, where the system tells them. */
    private static List<String> options() {
        List<String> arguments =
                Arrays.asList(ProcessHandle.current().info().arguments().orElse(new String[0]));
        int main = arguments.indexOf(MAIN_CLASS);
        List<String> options = new ArrayList<>();
        for (int i = 0; i < main; i++) {
            String argument = arguments.get(i);
            boolean classPath =
                    argument.equals("-cp") || argument.equals("-classpath") || argument.equals("--class-path");
            if (classPath) {
                i++;
            } else if (!argument.startsWith("-XX:ArchiveClassesAtExit")) {
                options.add(argument);
            }
        }
        return options;
    }
}
