package org.digitscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in one sentence what a window lacks on this machine, before JavaFX fails with a stack trace. */
final class DisplayCheck {
    private static final Path ROOT = Path.of("/");

    private static final List<String> FOLDERS = List.of(
            "usr/lib/x86_64-linux-gnu",
            "lib/x86_64-linux-gnu",
            "usr/lib/aarch64-linux-gnu",
            "usr/lib64",
            "lib64",
            "usr/lib",
            "lib",
            "usr/local/lib");

    /** Graphics processors of Linux, of NVIDIA's own driver, and of Windows around a Linux. */
    private static final List<String> PROCESSORS = List.of("dev/dri", "dev/nvidiactl", "dev/dxg");

    private DisplayCheck() {}

    /** The sentence; empty if nothing is known to lack. */
    static Optional<String> obstacle() {
        boolean headless = "Monocle".equals(System.getProperty("glass.platform"));
        if (!isLinux() || headless) {
            return Optional.empty();
        }
        if (isBlank(System.getenv("DISPLAY")) && isBlank(System.getenv("WAYLAND_DISPLAY"))) {
            return Optional.of(
                    "There is no display to open a window on: start Digitscope from a desktop, or use it without a"
                            + " window (digitscope --help).");
        }
        List<String> missing = new ArrayList<>();
        if (!isThere(ROOT, "libgtk-3.so.0")) {
            missing.add("GTK 3 (libgtk-3-0 on Debian and Ubuntu, gtk3 elsewhere)");
        }
        if (!isThere(ROOT, "libXtst.so.6")) {
            missing.add("XTest (libxtst6 on Debian and Ubuntu, libXtst elsewhere)");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The window needs " + String.join(" and ", missing) + ": install it and start again.");
    }

    /**
     * True if JavaFX would try OpenGL in vain, for lack of its libraries or of a graphics processor, tell of it with a stack
     * trace or not, and after a tenth of a second paint in software anyway.
     */
    static boolean lacksOpenGl() {
        return isLinux() && lacksOpenGl(ROOT);
    }

    /** The same for a Linux that is below a folder. */
    static boolean lacksOpenGl(Path root) {
        boolean processor = PROCESSORS.stream().anyMatch(device -> Files.exists(root.resolve(device)));
        return !(processor && isThere(root, "libGL.so.1") && isThere(root, "libXxf86vm.so.1"));
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static boolean isThere(Path root, String library) {
        List<String> folders = new ArrayList<>(FOLDERS);
        String path = System.getenv("LD_LIBRARY_PATH");
        if (path != null) {
            folders.addAll(List.of(path.split(":", -1)));
        }
        // Where no usual folder exists the system keeps its libraries in a way of its own, which JavaFX may know.
        boolean usual = FOLDERS.stream().anyMatch(folder -> Files.isDirectory(root.resolve(folder)));
        return !usual
                || folders.stream()
                        .anyMatch(folder -> Files.exists(root.resolve(folder).resolve(library)));
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
