package org.digitscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
        if (!isThere(ROOT, ownFolders(), "libgtk-3.so.0")) {
            missing.add("GTK 3 (libgtk-3-0 on Debian and Ubuntu, gtk3 elsewhere)");
        }
        if (!isThere(ROOT, ownFolders(), "libXtst.so.6")) {
            missing.add("XTest (libxtst6 on Debian and Ubuntu, libXtst elsewhere)");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The window needs " + String.join(" and ", missing) + ": install it and start again.");
    }

    /**
     * True if JavaFX would try OpenGL in vain and paint in software anyway: for lack of its libraries, of which it tells with
     * a stack trace, or of a graphics processor, which it finds out in a tenth of a second.
     */
    static boolean lacksOpenGl() {
        return isLinux() && lacksOpenGl(ROOT, ownFolders());
    }

    /**
     * The same for a Linux that is below a folder.
     *
     * @param own where libraries are looked for, too
     */
    static boolean lacksOpenGl(Path root, List<Path> own) {
        boolean processor = PROCESSORS.stream().anyMatch(device -> Files.exists(root.resolve(device)));
        return !(processor && isThere(root, own, "libGL.so.1") && isThere(root, own, "libXxf86vm.so.1"));
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    /** Those of this process, relative ones below the folder that it runs in. */
    private static List<Path> ownFolders() {
        String path = System.getenv("LD_LIBRARY_PATH");
        return path == null
                ? List.of()
                : Stream.of(path.split(":", -1)).map(Path::of).toList();
    }

    private static boolean isThere(Path root, List<Path> own, String library) {
        List<Path> usual = FOLDERS.stream().map(root::resolve).toList();
        // Where no usual folder exists the system keeps its libraries in a way of its own, which JavaFX may know.
        return usual.stream().noneMatch(Files::isDirectory)
                || Stream.concat(usual.stream(), own.stream())
                        .anyMatch(folder -> Files.exists(folder.resolve(library)));
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
