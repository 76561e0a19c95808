package org.digitscope.app;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.digitscope.cli.WindowFigures;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.Point;
import org.digitscope.ink.Stroke;
import org.digitscope.live.Latency;
import org.digitscope.ui.pad.PadViewModel;
import org.digitscope.ui.window.MainWindow;

/** Opens the window, draws in it as a person would, lets it rest, and measures on the way. */
final class WindowBench {
    private static final long TIMEOUT_SECONDS = 60;
    private static final long EVENT_MILLIS = 8;
    private static final long PAUSE_MILLIS = 250;
    private static final long IDLE_MILLIS = 10_000;

    private final Consumer<Runnable> startJavaFx;
    private final Function<Stage, MainWindow> windows;

    WindowBench(Consumer<Runnable> startJavaFx, Function<Stage, MainWindow> windows) {
        this.startJavaFx = startJavaFx;
        this.windows = windows;
    }

    WindowFigures run(Duration drawing) throws Exception {
        CompletableFuture<MainWindow> opened = new CompletableFuture<>();
        CompletableFuture<Double> shown = new CompletableFuture<>();
        CompletableFuture<Double> answered = new CompletableFuture<>();
        startJavaFx.accept(() -> open(opened, shown, answered));
        MainWindow window = await(opened);
        double shownMillis = await(shown);
        double answeredMillis = await(answered);
        List<InkRecord> digits = ReferenceDigits.read();
        Latency latency = window.session().latency();

        draw(window, digits, Duration.ofSeconds(3)); // warms up
        latency.clear();
        double residentStart = ProcessMemory.residentMegabytes();
        draw(window, digits, drawing);
        double p50 = latency.quantileMillis(0.5);
        double p99 = latency.quantileMillis(0.99);
        double residentEnd = ProcessMemory.residentMegabytes();
        Thread.sleep(1_000);
        double idle = idleCpuPercent();
        onFxThread(() -> {
            javafx.stage.Window.getWindows().get(0).hide();
            return true;
        });
        Platform.exit();
        return new WindowFigures(shownMillis, answeredMillis, p50, p99, residentStart, residentEnd, idle);
    }

    private void open(
            CompletableFuture<MainWindow> opened, CompletableFuture<Double> shown, CompletableFuture<Double> answered) {
        try {
            Platform.setImplicitExit(false);
            MainWindow window = windows.apply(new Stage());
            window.session().readingProperty().addListener((property, before, reading) -> {
                if (reading.isPresent() && reading.get().inference().isPresent()) {
                    answered.complete(sinceStartMillis());
                }
            });
            window.show(List.of());
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    frames++;
                    if (frames == 2) { // the first frame is on the screen
                        shown.complete(sinceStartMillis());
                        stop();
                    }
                }
            }.start();
            opened.complete(window);
        } catch (RuntimeException e) {
            opened.completeExceptionally(e);
        }
    }

    /** One digit after the other, an event every few milliseconds, until the time is over. */
    private static void draw(MainWindow window, List<InkRecord> digits, Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        PadViewModel pad = window.pad();
        for (int i = 0; System.nanoTime() < end; i = (i + 1) % digits.size()) {
            for (Stroke stroke : digits.get(i).drawing().strokes()) {
                boolean first = true;
                for (Point point : stroke.points()) {
                    boolean down = first;
                    Platform.runLater(() -> {
                        if (down) {
                            pad.down(point.x(), point.y(), false);
                        } else {
                            pad.drag(point.x(), point.y());
                        }
                    });
                    first = false;
                    Thread.sleep(EVENT_MILLIS);
                }
                Platform.runLater(pad::up);
            }
            Thread.sleep(PAUSE_MILLIS);
            Platform.runLater(pad::clear);
        }
    }

    private static double idleCpuPercent() throws InterruptedException {
        com.sun.management.OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        long before = system.getProcessCpuTime();
        long startNanos = System.nanoTime();
        Thread.sleep(IDLE_MILLIS);
        return 100.0 * (system.getProcessCpuTime() - before) / (System.nanoTime() - startNanos);
    }

    private static double sinceStartMillis() {
        return System.currentTimeMillis()
                - (double) ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private static <T> T onFxThread(Supplier<T> work) throws Exception {
        return await(CompletableFuture.supplyAsync(work, Platform::runLater));
    }

    private static <T> T await(CompletableFuture<T> result)
            throws ExecutionException, InterruptedException, TimeoutException {
        return result.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
