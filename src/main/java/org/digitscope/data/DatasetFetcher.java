package org.digitscope.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.digitscope.files.AtomicFiles;
import org.digitscope.files.FileProblem;
import org.digitscope.files.UserFolders;

/**
 * Brings a {@link KnownDataset} into the folder of data sets. Files that are there and right are left alone, so doing it
 * again costs next to nothing; one that is there and not right is replaced.
 *
 * <p>Safe for any thread; each call blocks its own.
 */
public final class DatasetFetcher {
    private static final long EXTRA_BYTES = 1 << 20;

    private final Path dataSets;
    private final Downloader downloader;

    public DatasetFetcher(UserFolders folders, Downloader downloader) {
        this.dataSets = folders.dataSets();
        this.downloader = downloader;
    }

    /** True if all files of {@code set} are there; what is in them is not looked at. */
    public boolean isHere(KnownDataset set) {
        return set.files().stream().allMatch(file -> find(file).isPresent());
    }

    /**
     * Fetches what is missing of {@code set}.
     *
     * @param progress hears the bytes of the whole set, files that need not be fetched included
     * @param cancelled asked several times a second while bytes arrive
     * @return the files that are new; none if all were there
     * @throws CancellationException if {@code cancelled} said so or the thread was interrupted; a
     *     later call goes on from there
     * @throws FileProblem if a file cannot be fetched, checked or written
     */
    public List<Path> fetch(KnownDataset set, DownloadProgress progress, BooleanSupplier cancelled) throws IOException {
        try {
            return fetchAll(set, progress, cancelled);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            throw e;
        }
    }

    private List<Path> fetchAll(KnownDataset set, DownloadProgress progress, BooleanSupplier cancelled)
            throws IOException {
        List<Path> fetched = new ArrayList<>();
        long totalBytes = set.downloadBytes();
        long earlierBytes = 0;
        for (KnownFile file : set.files()) {
            if (!isInstalled(file)) {
                long before = earlierBytes;
                long ceiling = before + file.downloadBytes();
                fetched.add(fetch(
                        file,
                        (name, done, total) ->
                                progress.report(file.path(), Math.min(before + done, ceiling), totalBytes),
                        cancelled));
            }
            earlierBytes += file.downloadBytes();
            progress.report(file.path(), earlierBytes, totalBytes);
        }
        return fetched;
    }

    private boolean isInstalled(KnownFile file) throws IOException {
        Optional<Path> found = find(file);
        try {
            return found.isPresent() && file.isInstalledAs(found.get());
        } catch (IOException e) {
            throw FileProblem.of(found.get(), e);
        }
    }

    private Optional<Path> find(KnownFile file) {
        return switch (file.kind()) {
            case IDX -> IdxFolder.find(dataSets.resolve(file.path().replaceFirst("\\.gz$", "")));
            case PEN_INK -> Optional.of(dataSets.resolve(file.path())).filter(Files::isRegularFile);
        };
    }

    private Path fetch(KnownFile file, DownloadProgress progress, BooleanSupplier cancelled) throws IOException {
        Path installed = dataSets.resolve(file.path());
        Path fetched = installed.resolveSibling(file.originalName());
        long maxBytes = 8 * file.downloadBytes() + EXTRA_BYTES;
        downloader.download(new Download(file.mirrors(), fetched, maxBytes, file::isFetchedAs), progress, cancelled);
        if (!fetched.equals(installed)) {
            AtomicFiles.write(installed, out -> file.convert(fetched, ink -> UnipenInk.writeLine(ink, out)));
            Files.deleteIfExists(fetched);
        }
        return installed;
    }
}
