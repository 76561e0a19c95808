package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.digitscope.data.CsvFile;
import org.digitscope.data.IdxFiles;
import org.digitscope.data.Sample;
import org.digitscope.files.FileProblem;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.ink.NdjsonInk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data export}: drawings with their labels, for use elsewhere. */
@Command(name = "export")
final class DataExportCommand implements Callable<Integer> {
    private static final String IMAGES = "idx3-ubyte";
    private static final String LABELS = "idx1-ubyte";

    private final Context context;

    @Parameters(paramLabel = "INK", arity = "1..*", descriptionKey = "data.export.ink")
    private List<String> inks = new ArrayList<>();

    @Option(names = "--to", paramLabel = "FILE", required = true, descriptionKey = "data.export.to")
    private Path to = Path.of("");

    DataExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, CommandProblem {
        List<InkRecord> records = new ArrayList<>();
        for (String name : inks) {
            Path file = InputFile.path(name);
            if (file.toAbsolutePath().normalize().equals(to.toAbsolutePath().normalize())) {
                throw new FileProblem(to, "output.is-input");
            }
            records.addAll(InkFiles.readAll(file));
        }
        String name = String.valueOf(to.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".ndjson")) {
            NdjsonInk.write(to, records);
            context.out().line(context.texts().get("data.export.done", records.size(), to.toString()));
        } else if (name.endsWith(".csv")) {
            CsvFile.write(to, samples(records));
            context.out().line(context.texts().get("data.export.done", records.size(), to.toString()));
        } else if (name.contains(IMAGES)) {
            Path labels = to.resolveSibling(String.valueOf(to.getFileName())
                    .replace("images-" + IMAGES, "labels-" + LABELS)
                    .replace(IMAGES, LABELS));
            idx(labels, samples(records));
        } else {
            throw new CommandProblem(context.texts().get("data.export.kind", to.toString()));
        }
        return 0;
    }

    /** Both files or, if one label is no digit, none. */
    private void idx(Path labels, List<Sample> samples) throws IOException {
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i).digit().isEmpty()) {
                throw new FileProblem(to, "export.no-digit", i + 1);
            }
        }
        IdxFiles.write(to, labels, samples);
        context.out().line(context.texts().get("data.export.done", samples.size(), to + ", " + labels));
    }

    private static List<Sample> samples(List<InkRecord> records) {
        InkRasterizer rasterizer = new InkRasterizer();
        return records.stream()
                .map(record -> new Sample(
                        rasterizer.rasterize(record.drawing()).image(),
                        record.label(),
                        Optional.empty(),
                        Optional.of(record.drawing())))
                .toList();
    }
}
