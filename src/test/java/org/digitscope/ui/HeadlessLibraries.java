package org.digitscope.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says in one sentence what tests of the window lack on this machine, before JavaFX fails with a stack trace. */
final class HeadlessLibraries {
    private static final String PANGO = "libpangoft2-1.0.so.0";
    private static final Path LINKER_CACHE = Path.of("/etc/ld.so.cache");
    private static final List<String> FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu",
            "/lib/x86_64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu",
            "/usr/lib64",
            "/lib64",
            "/usr/lib",
            "/lib",
            "/usr/local/lib");

    private HeadlessLibraries() {}

    /** @throws AssertionError with one sentence and without a stack trace if something lacks */
    static void require() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (linux && !isThere(PANGO)) {
            AssertionError missing = new AssertionError(sentence());
            missing.setStackTrace(new StackTraceElement[0]);
            throw missing;
        }
    }

    static String sentence() {
        return "The tests of the window need Pango (" + PANGO
                + "): install libpangoft2-1.0-0 (Debian and Ubuntu; pango elsewhere), or run packaging/test.sh, which"
                + " does.";
    }

    /** Whether the system's linker knows a library, or it lies in one of the usual folders. */
    static boolean isThere(String library) {
        String path = System.getenv("LD_LIBRARY_PATH");
        Stream<String> own = path == null ? Stream.of() : Stream.of(path.split(":", -1));
        return Stream.concat(FOLDERS.stream(), own).anyMatch(folder -> Files.exists(Path.of(folder, library)))
                || isInLinkerCache(library);
    }

    private static boolean isInLinkerCache(String library) {
        try {
            return Files.isReadable(LINKER_CACHE)
                    && new String(Files.readAllBytes(LINKER_CACHE), StandardCharsets.ISO_8859_1).contains(library);
        } catch (IOException e) {
            return false;
        }
    }
}
