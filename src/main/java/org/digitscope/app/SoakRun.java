package org.digitscope.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.digitscope.cli.SoakFigures;
import org.digitscope.ui.window.MainWindow;

/** Uses the window by chance for a long time and looks whether it stays as it was. */
public final class SoakRun {
    private static final long PATIENCE_SECONDS = 120;
    private static final int QUARTERS = 4;
    private static final int WARM_UP_SHARE = 5;
    private static final long REST_MILLIS = 1_000;
    private static final int MOST_RESTS = 12;
    private static final long BETWEEN_RESTS_NANOS = Duration.ofSeconds(20).toNanos();

    private static final Logger LOG = Logger.getLogger("org.digitscope");

    private final Consumer<Runnable> startJavaFx;
    private final Function<Stage, MainWindow> windows;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    /**
     * @param windows builds a window that keeps its files where nobody misses them
     */
    public SoakRun(Consumer<Runnable> startJavaFx, Function<Stage, MainWindow> windows) {
        this.startJavaFx = startJavaFx;
        this.windows = windows;
    }

    /**
     * Blocks; not for the JavaFX thread.
     *
     * @param folder for files to open
     */
    public SoakFigures run(Duration duration, long seed, Path folder) throws Exception {
        CompletableFuture<MainWindow> opened = new CompletableFuture<>();
        CompletableFuture<Stage> stage = new CompletableFuture<>();
        startJavaFx.accept(() -> {
            Platform.setImplicitExit(false);
            Thread.currentThread().setUncaughtExceptionHandler(this::note);
            try {
                stage.complete(new Stage());
                MainWindow window = windows.apply(stage.join());
                window.show(List.of());
                opened.complete(window);
            } catch (RuntimeException e) {
                opened.completeExceptionally(e);
            }
        });
        MainWindow window = opened.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this::note);
        Handler warnings = warnings();
        LOG.addHandler(warnings);
        try {
            return use(window, stage.join(), duration, seed, folder);
        } finally {
            LOG.removeHandler(warnings);
            Thread.setDefaultUncaughtExceptionHandler(before);
            onFxThread(() -> {
                stage.join().hide();
                return true;
            });
        }
    }

    private SoakFigures use(MainWindow window, Stage stage, Duration duration, long seed, Path folder)
            throws Exception {
        SoakActions actions = new SoakActions(window, stage, seed, folder);
        long warmUp = duration.toNanos() / WARM_UP_SHARE;
        until(System.nanoTime() + warmUp, actions);
        List<SoakFigures.Quarter> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            quarters.add(quarter((duration.toNanos() - warmUp) / QUARTERS, actions));
        }
        problems.addAll(actions.misses());
        if (quarters.stream().anyMatch(quarter -> quarter.frames().count() == 0)) {
            problems.add("a quarter in which no frame was painted");
        }
        return new SoakFigures(actions.count(), quarters, problems);
    }

    /** Rests several times; the rests belong to no frame. */
    private static SoakFigures.Quarter quarter(long nanos, SoakActions actions) throws Exception {
        int rests = (int) Math.max(1, Math.min(MOST_RESTS, nanos / BETWEEN_RESTS_NANOS));
        FrameTimes frames = onFxThread(FrameTimes::new);
        List<SoakFigures.Footprint> held = new ArrayList<>();
        for (int rest = 0; rest < rests; rest++) {
            onFxThread(frames::go);
            until(System.nanoTime() + nanos / rests, actions);
            onFxThread(frames::pause);
            held.add(atRest(actions));
        }
        return new SoakFigures.Quarter(onFxThread(frames::figures), held);
    }

    private static void until(long end, SoakActions actions) throws Exception {
        while (System.nanoTime() < end) {
            actions.next();
        }
    }

    /**
     * With the first model, an empty pad and nothing on its way, so that all rests can be compared. JavaFX lets go the
     * textures of a view that was collected in the next frame that it paints, and paints none for a window at rest.
     */
    private static SoakFigures.Footprint atRest(SoakActions actions) throws Exception {
        actions.rest();
        Thread.sleep(REST_MILLIS);
        for (int i = 0; i < 3; i++) {
            System.gc();
            actions.paint();
            Thread.sleep(REST_MILLIS / 5);
        }
        System.gc();
        return ProcessMemory.footprint();
    }

    /** What was caught, but should not have been thrown, is warned of in the log. */
    private Handler warnings() {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (!isLoggable(record)) {
                    return;
                }
                String cause = record.getThrown() == null ? "" : ": " + record.getThrown();
                problems.add("warned of: " + record.getMessage() + cause);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.WARNING);
        return handler;
    }

    private void note(Thread thread, Throwable problem) {
        String ours = Arrays.stream(problem.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.digitscope"))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        problems.add(thread.getName() + ": " + problem + ours);
    }

    static <T> T onFxThread(Supplier<T> work) throws Exception {
        return CompletableFuture.supplyAsync(work, Platform::runLater).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
