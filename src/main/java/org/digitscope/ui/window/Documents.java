package org.digitscope.ui.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.transform.Transform;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.catalog.ModelCatalog;
import org.digitscope.data.ReferenceDigits;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.image.Picture;
import org.digitscope.image.PictureNormalizer;
import org.digitscope.image.PictureReader;
import org.digitscope.image.PictureWriter;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkRecord;
import org.digitscope.network.LayerSurvey;
import org.digitscope.text.Texts;
import org.digitscope.ui.pad.PadViewModel;
import org.digitscope.ui.session.FxPictures;
import org.digitscope.ui.session.Session;

/** Opens and saves models, ink and pictures, in the background. For the JavaFX thread. */
final class Documents {
    private static final double SNAPSHOT_SCALE = 2;

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
                () -> PictureNormalizer.normalize(picture),
                normalized -> showNormalized(picture, normalized),
                this::fail);
    }

    /** Saves the ink on the pad. */
    void saveInk(Path file) {
        Drawing drawing = session.committedProperty().get();
        background.run(
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

    /** Saves a picture of a node at twice its size. */
    void savePicture(Node node, Path file) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SNAPSHOT_SCALE, SNAPSHOT_SCALE));
        Image image = node.snapshot(parameters, null);
        Picture picture = FxPictures.toPicture(image);
        background.run(
                texts.get("task.save", file.getFileName()),
                () -> {
                    PictureWriter.writePng(file, picture);
                    return file;
                },
                saved -> tell.accept(texts.get("saved", saved)),
                this::fail);
    }

    /** Tells why something did not work. */
    void fail(Throwable problem) {
        if (problem instanceof FileProblem fileProblem) {
            tell.accept(fileProblem.sentence(problems));
        } else if (problem instanceof OutOfMemoryError) {
            tell.accept(texts.get("problem.memory"));
        } else {
            tell.accept(texts.get("problem.other", String.valueOf(problem.getMessage())));
        }
    }

    /** Reads off the JavaFX thread; what it returns is run there. */
    private Runnable read(Path file) throws IOException {
        if (InkFiles.looksLikeInk(file)) {
            List<InkRecord> records = InkFiles.readAll(file);
            Drawing first = records.get(0).drawing();
            return () -> {
                pad.open(first);
                if (records.size() > 1) {
                    tell.accept(texts.get("opened.first", file.getFileName(), records.size()));
                }
            };
        }
        if (PictureReader.looksLikePicture(file)) {
            Picture picture = PictureReader.read(file);
            DigitImage normalized = PictureNormalizer.normalize(picture);
            return () -> showNormalized(picture, normalized);
        }
        LoadedModel model = loadFile(file);
        return () -> {
            openedModels.put(model.card().name(), file);
            use(model);
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

    private void showNormalized(Picture picture, DigitImage normalized) {
        pad.show(picture, normalized);
        if (normalized.isBlank()) {
            tell.accept(texts.get("picture.blank"));
        }
    }

    private void use(LoadedModel model) {
        session.use(model);
        background.run(
                texts.get("task.survey"),
                () -> LayerSurvey.of(model.network(), referenceImages()),
                survey -> session.setSurvey(model, survey),
                problem -> {
                    // A model that was replaced meanwhile is closed; its survey is not missed.
                    if (session.modelProperty().get().equals(Optional.of(model))) {
                        fail(problem);
                    }
                });
    }

    /** Digits to try filters on: the program's own. */
    List<DigitImage> samples() {
        try {
            return referenceImages();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<DigitImage> referenceImages() throws IOException {
        return ReferenceDigits.read().stream()
                .map(record -> rasterizer.rasterize(record.drawing()).image())
                .toList();
    }
}
