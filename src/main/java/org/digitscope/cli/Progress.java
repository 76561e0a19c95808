package org.digitscope.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How far the work is, on standard error: one line that is written over on a terminal, else a line every few seconds.
 * For one thread.
 */
final class Progress implements AutoCloseable {
    private static final long TERMINAL_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LOG_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintStream err;
    private final boolean terminal;
    private long lastNanos;
    private int shownWidth;

    Progress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        this.lastNanos = System.nanoTime();
    }

    /** @param text asked only if it is time for another */
    void show(Supplier<String> text) {
        long now = System.nanoTime();
        if (now - lastNanos < (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
            return;
        }
        lastNanos = now;
        if (terminal) {
            overwrite(text.get());
        } else {
            err.println(text.get());
        }
    }

    /** A line that stays. */
    void line(String text) {
        close();
        err.println(text);
    }

    /** Takes the progress from the screen. */
    @Override
    public void close() {
        if (shownWidth > 0) {
            overwrite("");
            err.print('\r');
            err.flush();
            shownWidth = 0;
        }
    }

    private void overwrite(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, shownWidth - Table.width(text))));
        err.flush();
        shownWidth = Table.width(text);
    }
}
