package org.digitscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.InkReader;
import org.digitscope.ink.InkRecord;
import org.digitscope.json.Json;
import org.digitscope.network.Answer;
import org.digitscope.network.DigitNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code classify}: reads pictures and ink. Ink is streamed, so memory does not grow with the file. */
@Command(name = "classify")
final class ClassifyCommand implements Callable<Integer> {
    private static final int BATCH = 128;

    private final Context context;
    private final RootCommand root;
    private final InkRasterizer rasterizer = new InkRasterizer();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "classify.files")
    private List<String> files = new ArrayList<>();

    @Option(names = "--model", paramLabel = "NAME|FILE", descriptionKey = "model")
    private String model = ModelCatalog.BUNDLED.get(0);

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    /** A drawing that waits for its batch to be full. */
    private record Waiting(int index, Optional<String> label, DigitImage image) {}

    ClassifyCommand(Context context, RootCommand root) {
        this.context = context;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        LoadingModel loading = LoadingModel.start(context.models(), model);
        boolean failed = false;
        try {
            for (String file : files) {
                try {
                    classify(file, loading);
                } catch (FileProblem e) {
                    // An unknown model fails everything; a bad file only itself.
                    loading.get();
                    context.out().flush();
                    Problems.report(e, context.texts(), context.err(), root.debug());
                    failed = true;
                }
            }
        } finally {
            loading.close();
        }
        return failed ? 1 : 0;
    }

    private void classify(String name, LoadingModel loading) throws IOException {
        InputFile opened = InputFile.open(context, name);
        if (opened instanceof InputFile.InkFile ink) {
            boolean standardInput = name.equals(InputFile.STANDARD_INPUT);
            ink(name, ink.reader(), loading, standardInput ? context.in() : InputStream.nullInputStream());
            return;
        }
        DigitImage image = ((InputFile.PictureFile) opened).read();
        print(
                name,
                List.of(new Waiting(0, Optional.empty(), image)),
                loading.get().network());
    }

    /** @param source where the drawings come from; a batch is not waited for while nothing more has arrived there */
    private void ink(String name, InkReader reader, LoadingModel loading, InputStream source) throws IOException {
        List<Waiting> batch = new ArrayList<>(BATCH);
        boolean live = name.equals(InputFile.STANDARD_INPUT);
        // The first answer need not wait for the rest.
        int size = 1;
        try (reader) {
            for (Optional<InkRecord> ink = next(name, reader, batch, loading); ink.isPresent(); ) {
                DigitImage image = rasterizer.rasterize(ink.get().drawing()).image();
                batch.add(new Waiting(reader.index(), ink.get().label(), image));
                if (batch.size() >= size || (live && source.available() == 0)) {
                    print(name, batch, loading.get().network());
                    batch.clear();
                    size = BATCH;
                }
                ink = next(name, reader, batch, loading);
            }
            print(name, batch, loading.get().network());
        }
    }

    /** The next drawing; what came before a bad one is printed first. */
    private Optional<InkRecord> next(String name, InkReader reader, List<Waiting> batch, LoadingModel loading)
            throws IOException {
        try {
            return reader.next();
        } catch (FileProblem e) {
            print(name, batch, loading.get().network());
            throw e;
        }
    }

    private void print(String name, List<Waiting> batch, DigitNetwork network) throws IOException {
        List<Answer> answers = network.answer(batch.stream().map(Waiting::image).toList());
        for (int i = 0; i < batch.size(); i++) {
            Waiting drawing = batch.get(i);
            Classified result = new Classified(name, drawing.index(), drawing.label(), answers.get(i));
            context.out()
                    .line(
                            format == OutputFormat.JSON
                                    ? Json.write(result.toJson())
                                    : result.toText(context.texts(), fileWidth()));
        }
        context.out().flush();
    }

    private int fileWidth() {
        return files.stream().mapToInt(String::length).max().orElse(0);
    }
}
