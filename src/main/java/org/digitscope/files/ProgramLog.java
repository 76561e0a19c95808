package org.digitscope.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What the program writes down of its runs, in a few small files of which the newest is {@code digitscope-0.log}. A log
 * that cannot be written is no reason to disturb anybody. Safe for any thread.
 */
public final class ProgramLog implements AutoCloseable {
    private static final String NAME = "digitscope-";
    private static final String ENDING = ".log";
    private static final int FILE_BYTES = 256 << 10;
    private static final int FILES = 3;

    private final Path folder;
    private final Logger logger;
    private Optional<FileHandler> file = Optional.empty();

    /**
     * @param folder is made when the log is opened
     * @param logger all of whose records are kept, those of loggers below it with them
     */
    public ProgramLog(Path folder, Logger logger) {
        this.folder = folder;
        this.logger = logger;
    }

    /** Begins to write; takes some milliseconds for the disk. */
    public synchronized void open() {
        if (file.isPresent()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            String pattern = folder.toAbsolutePath().toString().replace("%", "%%") + "/" + NAME + "%g" + ENDING;
            FileHandler handler = new FileHandler(pattern, FILE_BYTES, FILES, true);
            handler.setEncoding(StandardCharsets.UTF_8.name());
            handler.setFormatter(new Lines());
            // The handler would tell of a full disk on standard error, again and again.
            handler.setErrorManager(new java.util.logging.ErrorManager() {
                @Override
                public synchronized void error(String message, Exception cause, int code) {}
            });
            logger.addHandler(handler);
            file = Optional.of(handler);
        } catch (IOException | SecurityException e) {
            file = Optional.empty();
        }
    }

    @Override
    public synchronized void close() {
        file.ifPresent(handler -> {
            logger.removeHandler(handler);
            handler.close();
        });
        file = Optional.empty();
    }

    /** The last lines of the newest file in a folder, oldest first; none if there is no log. */
    public static List<String> lastLines(Path folder, int count) {
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> newest = files.filter(ProgramLog::isLog).max(Comparator.comparing(ProgramLog::modified));
            if (newest.isEmpty()) {
                return List.of();
            }
            List<String> lines = new String(Files.readAllBytes(newest.get()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isLog(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(NAME) && name.contains(ENDING) && !name.endsWith(".lck");
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** One record a line, and what was thrown below it. */
    private static final class Lines extends Formatter {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                        "yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                .withZone(ZoneId.systemDefault());

        @Override
        public String format(LogRecord logged) {
            StringBuilder line = new StringBuilder(TIME.format(logged.getInstant()))
                    .append(' ')
                    .append(logged.getLevel().getName())
                    .append(' ')
                    .append(formatMessage(logged))
                    .append('\n');
            Throwable thrown = logged.getThrown();
            if (thrown != null) {
                java.io.StringWriter trace = new java.io.StringWriter();
                thrown.printStackTrace(new java.io.PrintWriter(trace, true));
                line.append(trace);
            }
            return line.toString();
        }
    }
}
