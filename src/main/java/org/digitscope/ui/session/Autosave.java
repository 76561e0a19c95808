package org.digitscope.ui.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.NdjsonInk;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is on the pad in a file, so that a crash loses nothing. A window that is closed in order removes the file;
 * one that finds it at its start restores it. Only the first window of a person does so; another leaves it alone.
 *
 * <p>{@link #keep} is safe for any thread and returns at once; writing has its own thread.
 */
public final class Autosave implements AutoCloseable {
    private final Path file;
    private final Consumer<IOException> failed;
    private final @Nullable FileChannel lockChannel;
    private final AtomicReference<@Nullable Drawing> waiting = new AtomicReference<>();
    private boolean hasFailed; // of the writer's thread alone
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "autosave");
        thread.setDaemon(true);
        return thread;
    });

    /** @param folder of the person's data; created if it is missing */
    public Autosave(Path folder) {
        this(folder, problem -> {});
    }

    /**
     * @param folder of the person's data; created if it is missing
     * @param failed told why a drawing could not be kept, once until one can be again; on the writer's thread
     */
    public Autosave(Path folder, Consumer<IOException> failed) {
        this.failed = failed;
        this.file = folder.resolve("autosave.ndjson");
        this.lockChannel = lock(folder);
    }

    /** What an earlier window left behind when it crashed. */
    public Optional<Drawing> restore() {
        if (lockChannel == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return InkFiles.readAll(file).stream()
                    .findFirst()
                    .map(InkRecord::drawing)
                    .filter(drawing -> !drawing.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes the drawing soon; of several that wait, only the newest. */
    public void keep(Drawing drawing) {
        if (lockChannel != null && !writer.isShutdown() && waiting.getAndSet(drawing) == null) {
            writer.execute(this::write);
        }
    }

    /** Removes the file: the window is closed in order. */
    @Override
    public void close() throws IOException {
        waiting.set(null);
        writer.shutdown();
        try {
            if (!writer.awaitTermination(2, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (lockChannel != null) {
            Files.deleteIfExists(file);
            lockChannel.close();
        }
    }

    private void write() {
        Drawing drawing = waiting.getAndSet(null);
        if (drawing == null) {
            return;
        }
        try {
            if (drawing.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                NdjsonInk.write(file, List.of(InkRecord.of(drawing)));
            }
            hasFailed = false;
        } catch (IOException e) {
            // The drawing is still on the pad; the next stroke tries again.
            if (!hasFailed) {
                hasFailed = true;
                failed.accept(e);
            }
        }
    }

    private static @Nullable FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("autosave.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return null;
            }
            return channel;
        } catch (IOException | OverlappingFileLockException e) {
            return null;
        }
    }
}
