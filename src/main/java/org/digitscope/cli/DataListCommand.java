package org.digitscope.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.digitscope.data.DatasetFetcher;
import org.digitscope.data.Downloader;
import org.digitscope.data.KnownDataset;
import org.digitscope.data.KnownFile;
import org.digitscope.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code data list}: the public data sets with size, licence and source, and whether they are here. */
@Command(name = "list")
final class DataListCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    DataListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        DatasetFetcher fetcher = new DatasetFetcher(context.services().folders(), new Downloader());
        if (format == OutputFormat.JSON) {
            for (KnownDataset set : KnownDataset.all()) {
                context.out().line(Json.write(toJson(set, fetcher.isHere(set))));
            }
            return 0;
        }
        for (KnownDataset set : KnownDataset.all()) {
            context.out().line(set.name() + " – " + set.description());
            new Table()
                    .row(
                            "",
                            context.texts().get("data.count"),
                            context.texts().get("data.count.value", set.trainCount(), set.testCount()))
                    .row("", context.texts().get("data.size"), Figures.megabytes(set.downloadBytes()))
                    .row("", context.texts().get("data.licence"), set.licence())
                    .row("", context.texts().get("data.authors"), set.authors())
                    .row("", context.texts().get("data.source"), set.home().toString())
                    .row("", context.texts().get("data.here"), here(set, fetcher))
                    .print(context.out());
            for (KnownFile file : set.files()) {
                context.out().line("  " + file.sha256() + "  " + file.path());
            }
        }
        context.out()
                .line(context.texts()
                        .get(
                                "data.folder",
                                context.services().folders().dataSets().toString()));
        return 0;
    }

    private String here(KnownDataset set, DatasetFetcher fetcher) {
        return fetcher.isHere(set)
                ? context.texts().get("data.here.yes")
                : context.texts().get("data.here.no", set.name());
    }

    private static Map<String, Object> toJson(KnownDataset set, boolean here) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", set.name());
        json.put("description", set.description());
        json.put("train", set.trainCount());
        json.put("test", set.testCount());
        json.put("downloadBytes", set.downloadBytes());
        json.put("licence", set.licence());
        json.put("authors", set.authors());
        json.put("source", set.home().toString());
        Map<String, Object> checksums = new LinkedHashMap<>();
        set.files().forEach(file -> checksums.put(file.path(), file.sha256()));
        json.put("sha256", checksums);
        json.put("here", here);
        return json;
    }
}
