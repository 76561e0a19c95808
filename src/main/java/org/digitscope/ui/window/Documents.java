package org.digitscope.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.Node;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.files.AtomicFiles;
import org.digitscope.files.FileProblem;
import org.digitscope.image.InkRasterizer;
import org.digitscope.image.Picture;
import org.digitscope.image.PictureNormalizer;
import org.digitscope.image.PictureReader;
import org.digitscope.image.PictureWriter;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.live.Reading;
import org.digitscope.network.LayerSurvey;
import org.digitscope.state.SavedState;
import org.digitscope.state.ShownView;
import org.digitscope.state.StateFile;
import org.digitscope.state.UsedModel;
import org.digitscope.text.Texts;
import org.digitscope.ui.common.Percentage;
import org.digitscope.ui.pad.PadViewModel;
import org.digitscope.ui.session.PictureOnPad;
import org.digitscope.ui.session.Session;

/** Opens and saves models, ink and pictures, in the background. For the JavaFX thread. */
final class Documents {
    private static final int PAD_SIDE = 280;
    private static final Logger LOG = Logger.getLogger("org.digitscope");

    private final Session session;
    private final PadViewModel pad;
    private final ModelCatalog catalog;
    private final InkRasterizer rasterizer;
    private final Background background;
    private final Texts texts;
    private final Texts problems;
    private final Consumer<String> tell;
    private final Consumer<Path> remember;
    private final Map<String, Path> openedModels = new TreeMap<>();
    private Consumer<ShownView> showView = view -> {};

    /**
     * @param tell shows a sentence to the person
     * @param remember keeps a file that has been opened or saved among the recent ones
     */
    Documents(
            Session session,
            PadViewModel pad,
            ModelCatalog catalog,
            InkRasterizer rasterizer,
            Background background,
            Texts texts,
            Texts problems,
            Consumer<String> tell,
            Consumer<Path> remember) {
        this.session = session;
        this.pad = pad;
        this.catalog = catalog;
        this.rasterizer = rasterizer;
        this.background = background;
        this.texts = texts;
        this.problems = problems;
        this.tell = tell;
        this.remember = remember;
    }

    /** Knows the model files that another has opened. */
    void goOnFrom(Documents before) {
        openedModels.putAll(before.openedModels);
    }

    /** The names of the models that were opened from files. */
    Set<String> openedModels() {
        return openedModels.keySet();
    }

    /** Opens a file by what is in it: ink, a picture, or else a model. */
    void open(Path file) {
        background.run(
                texts.get("task.open", file.getFileName()),
                () -> read(file),
                opened -> {
                    remember.accept(file);
                    opened.run();
                },
                this::fail);
    }

    /**
     * Loads a model by name and takes it into use.
     *
     * @param failed run if it cannot be loaded, after the person has been told
     */
    void useModel(String name, Runnable failed) {
        Optional<Path> file = Optional.ofNullable(openedModels.get(name));
        background.run(
                texts.get("task.load", name),
                () -> file.isPresent() ? loadFile(file.get()) : catalog.load(name),
                this::use,
                problem -> {
                    fail(problem);
                    failed.run();
                });
    }

    /** Lays a picture on the pad. */
    void show(Picture picture) {
        background.run(
                texts.get("task.picture"),
                () -> PictureOnPad.of(picture, PictureNormalizer.normalize(picture)),
                this::showNormalized,
                this::fail);
    }

    /** Saves the ink on the pad. */
    void saveInk(Path file) {
        Drawing drawing = session.committedProperty().get();
        background.save(
                texts.get("task.save", file.getFileName()),
                () -> {
                    InkFiles.save(file, List.of(InkRecord.of(drawing)));
                    return file;
                },
                saved -> {
                    remember.accept(saved);
                    tell.accept(texts.get("saved", saved));
                },
                this::fail);
    }

    /** Adds the ink on the pad, with a label, to those in a file; nothing in it is lost. */
    void collect(String label, Path file) {
        Drawing drawing = session.committedProperty().get();
        background.save(
                texts.get("task.save", file.getFileName()),
                () -> {
                    List<InkRecord> records = new ArrayList<>(Files.exists(file) ? InkFiles.readAll(file) : List.of());
                    records.add(new InkRecord(drawing, Optional.of(label), Map.of()));
                    InkFiles.save(file, records);
                    return records.size();
                },
                count -> tell.accept(texts.get("collected", count, file)),
                this::fail);
    }

    /** Saves the state of the window as it is now. */
    void saveState(SavedState state, Path file) {
        background.save(
                texts.get("task.save", file.getFileName()),
                () -> {
                    StateFile.write(file, state);
                    return file;
                },
                saved -> {
                    remember.accept(saved);
                    tell.accept(texts.get("saved", saved));
                },
                this::fail);
    }

    /** Saves a picture of a part of the window, drawn where it has a form of its own. */
    void export(Node node, ExportMenu.Part part, Path file) {
        Background.Work<Path> saving =
                Exports.isSvg(file) ? savingDrawing(node, part, file) : savingPicture(node, file);
        background.save(
                texts.get("task.save", file.getFileName()),
                saving,
                saved -> tell.accept(texts.get("saved", saved)),
                this::fail);
    }

    private static Background.Work<Path> savingPicture(Node node, Path file) {
        Picture picture = Exports.picture(node);
        return () -> {
            PictureWriter.writePng(file, picture);
            return file;
        };
    }

    private Background.Work<Path> savingDrawing(Node node, ExportMenu.Part part, Path file) {
        Optional<String> drawn = drawn(part);
        Optional<SvgDrawing> scene =
                drawn.isPresent() ? Optional.empty() : Optional.of(SceneSvg.of(node, Exports.ground(node)));
        return () -> {
            AtomicFiles.writeText(
                    file, drawn.orElseGet(() -> scene.orElseThrow().write()));
            return file;
        };
    }

    private Optional<String> drawn(ExportMenu.Part part) {
        Optional<Reading> reading = session.readingProperty().get();
        return switch (part) {
            // A picture on the pad is no ink.
            case PAD ->
                Optional.of(session.drawingProperty().get())
                        .filter(ink -> !ink.isEmpty())
                        .map(ink -> Exports.ink(ink, pad.penWidthProperty().get(), PAD_SIDE));
            case SEEN -> reading.map(read -> Exports.seen(read.inkImage().image()));
            case ANSWER ->
                reading.flatMap(Reading::inference)
                        .map(inference -> Exports.answer(
                                inference.answer(), texts.get("answer.no-digit"), new Percentage(texts.locale())));
            case WINDOW, MIDDLE, TIMELINE -> Optional.empty();
        };
    }

    /** @param show brings a saved view back */
    void showStatesWith(Consumer<ShownView> show) {
        this.showView = show;
    }

    /** Where a model was opened from; empty for those that are known by name. */
    Optional<Path> fileOf(String model) {
        return Optional.ofNullable(openedModels.get(model)).map(Path::toAbsolutePath);
    }

    private void show(Path file, SavedState state) {
        if (state.picture().isPresent()) {
            pad.show(PictureOnPad.of(state.picture().get()));
        } else {
            pad.open(state.ink());
        }
        Optional<UsedModel> other = state.model()
                .filter(wanted -> session.modelProperty()
                        .get()
                        .filter(current -> isSame(wanted, current))
                        .isEmpty());
        if (other.isPresent()) {
            showWith(other.get(), file, state.view());
        } else {
            showView.accept(state.view());
        }
    }

    /** The view comes after its model: what it asks may be what only that can answer. */
    private void showWith(UsedModel wanted, Path file, ShownView view) {
        background.run(
                texts.get("task.load", wanted.name()),
                () -> modelOf(file, wanted),
                model -> {
                    wanted.file()
                            .ifPresent(from -> openedModels.put(model.card().name(), from));
                    use(model);
                    showView.accept(view);
                },
                problem -> {
                    fail(problem);
                    showView.accept(view);
                });
    }

    private static boolean isSame(UsedModel wanted, LoadedModel model) {
        return wanted.name().equals(model.card().name()) && hasContent(wanted, model);
    }

    /** Whether it is the file that was used, if that is known. */
    private static boolean hasContent(UsedModel wanted, LoadedModel model) {
        return wanted.sha256().isEmpty()
                || wanted.sha256().get().equals(model.card().sha256());
    }

    private LoadedModel modelOf(Path state, UsedModel wanted) throws IOException {
        LoadedModel model;
        try {
            model = wanted.file().isPresent() ? loadFile(wanted.file().get()) : catalog.load(wanted.name());
        } catch (IOException e) {
            throw FileProblem.causedBy(
                    e,
                    state,
                    "state.model-missing",
                    wanted.file().map(Path::toString).orElse(wanted.name()));
        }
        if (!hasContent(wanted, model)) {
            model.network().close();
            throw new FileProblem(state, "state.model-changed", wanted.name());
        }
        return model;
    }

    /** Tells why something did not work. */
    void fail(Throwable problem) {
        if (problem instanceof FileProblem fileProblem) {
            tell.accept(fileProblem.sentence(problems));
        } else if (problem instanceof OutOfMemoryError) {
            LOG.log(Level.WARNING, "short of memory", problem);
            tell.accept(texts.get("problem.memory"));
        } else {
            LOG.log(Level.WARNING, "a task failed", problem);
            tell.accept(texts.get("problem.other", String.valueOf(problem.getMessage())));
        }
    }

    /** Reads off the JavaFX thread; what it returns is run there. */
    private Runnable read(Path file) throws IOException {
        return switch (FileKind.of(file)) {
            case STATE -> {
                SavedState state = StateFile.read(file);
                yield () -> show(file, state);
            }
            case INK -> readInk(file);
            case PICTURE -> {
                Picture picture = PictureReader.read(file);
                PictureOnPad onPad = PictureOnPad.of(picture, PictureNormalizer.normalize(picture));
                yield () -> showNormalized(onPad);
            }
            case MODEL -> {
                LoadedModel model = loadFile(file);
                yield () -> {
                    openedModels.put(model.card().name(), file);
                    use(model);
                };
            }
        };
    }

    private Runnable readInk(Path file) throws IOException {
        List<InkRecord> records = InkFiles.readAll(file);
        Drawing first = records.get(0).drawing();
        return () -> {
            pad.open(first);
            if (records.size() > 1) {
                tell.accept(texts.get("opened.first", file.getFileName(), records.size()));
            }
        };
    }

    /** A file that is called like a model of the program goes by its whole name, so that both can be chosen. */
    private LoadedModel loadFile(Path file) throws IOException {
        LoadedModel model = catalog.load(file);
        return ModelCatalog.BUNDLED.contains(model.card().name())
                ? new LoadedModel(
                        model.card().withName(String.valueOf(file.getFileName())),
                        model.network(),
                        model.kernels(),
                        model.parameters())
                : model;
    }

    private void showNormalized(PictureOnPad picture) {
        pad.show(picture);
        if (picture.normalized().isBlank()) {
            tell.accept(texts.get("picture.blank"));
        }
    }

    private void use(LoadedModel model) {
        session.use(model);
        background.run(
                texts.get("task.survey"),
                () -> LayerSurvey.of(model.network(), ReferenceDigits.images(rasterizer)),
                survey -> session.setSurvey(model, survey),
                problem -> {
                    // A model that was replaced meanwhile is closed; its survey is not missed.
                    if (session.modelProperty().get().equals(Optional.of(model))) {
                        fail(problem);
                    }
                });
    }
}
