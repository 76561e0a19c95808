package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.digitscope.data.DatasetFetcher;
import org.digitscope.data.Downloader;
import org.digitscope.data.KnownDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code data fetch}: brings a public data set here, going on where an earlier run was broken off. */
@Command(name = "fetch")
final class DataFetchCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "NAME", descriptionKey = "data.name")
    private String name = "";

    DataFetchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, CommandProblem {
        Optional<KnownDataset> set = KnownDataset.named(name);
        if (set.isEmpty()) {
            String names = KnownDataset.all().stream().map(KnownDataset::name).collect(Collectors.joining(", "));
            throw new CommandProblem(context.texts().get("data.unknown", name, names));
        }
        DatasetFetcher fetcher = new DatasetFetcher(context.services().folders(), new Downloader());
        try (Interruption interruption = Interruption.watch()) {
            List<Path> fetched;
            try (Progress progress = context.progress()) {
                fetched = fetcher.fetch(
                        set.get(),
                        (file, done, total) -> progress.show(() -> context.texts()
                                .get("data.progress", file, Figures.megabytes(done), Figures.megabytes(total))),
                        interruption);
            } catch (CancellationException e) {
                context.say("data.cancelled", name);
                return 1;
            }
            for (Path file : fetched) {
                context.out().line(context.texts().get("data.fetched", file.toString()));
            }
            if (fetched.isEmpty()) {
                context.out().line(context.texts().get("data.nothing-missing", name));
            }
        }
        return 0;
    }
}
