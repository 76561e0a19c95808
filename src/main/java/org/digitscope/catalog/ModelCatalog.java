package org.digitscope.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.digitscope.files.FileProblem;
import org.digitscope.network.ModelArchive;
import org.digitscope.network.NetworkLoader;

/**
 * Finds models by name or file and loads them with their cards. A card counts only if its digest is the file's.
 *
 * <p>Safe for any thread.
 */
public final class ModelCatalog {
    /** The models in the program, the default first. */
    public static final List<String> BUNDLED = List.of("pad", "classic");

    /** What some system does not take in a name. */
    private static final String NO_FILE_NAME = "[\\p{Cntrl}<>:\"|?*]";

    private static final String RESOURCES = "/org/digitscope/models/";

    private final NetworkLoader loader;
    private final Path ownModels;

    /** @param ownModels the folder of the person's own models; it need not be there */
    public ModelCatalog(NetworkLoader loader, Path ownModels) {
        this.loader = loader;
        this.ownModels = ownModels;
    }

    /**
     * The cards of the bundled models and, after them, of the person's own. Own files that are no models are left out;
     * {@link #load} says what is wrong with them.
     */
    public List<ModelCard> cards() throws IOException {
        List<ModelCard> cards = new ArrayList<>();
        for (String name : BUNDLED) {
            cards.add(ModelCard.parse(new String(resource(name + ".json"), StandardCharsets.UTF_8)));
        }
        for (Path file : ownFiles()) {
            try {
                cards.add(card(ModelArchive.read(file), file));
            } catch (FileProblem e) {
                continue;
            }
        }
        return cards;
    }

    /**
     * @param nameOrFile the name of a bundled or own model, or a zip file
     * @throws FileProblem if there is no such model or it cannot be run
     */
    public LoadedModel load(String nameOrFile) throws IOException {
        if (BUNDLED.contains(nameOrFile)) {
            return loadBundled(nameOrFile);
        }
        if (!isPath(nameOrFile)) {
            throw new FileProblem(Path.of(nameOrFile.replaceAll(NO_FILE_NAME, "_")), "model.unknown", knownNames());
        }
        Path own = ownModels.resolve(nameOrFile + ".zip");
        boolean isName = nameOrFile.indexOf('/') < 0 && nameOrFile.indexOf('\\') < 0;
        if (isName && Files.isRegularFile(own)) {
            return load(own);
        }
        Path file = Path.of(nameOrFile);
        if (isName && !nameOrFile.endsWith(".zip") && !Files.exists(file)) {
            throw new FileProblem(file, "model.unknown", knownNames());
        }
        return load(file);
    }

    /** @throws FileProblem if the file cannot be run as a model */
    public LoadedModel load(Path file) throws IOException {
        ModelArchive archive = ModelArchive.read(file);
        return load(archive, card(archive, file));
    }

    /** What runs the models, for reports of problems; may take seconds. */
    public String runtime() {
        return loader.description();
    }

    private LoadedModel loadBundled(String name) throws IOException {
        ModelCard card = ModelCard.parse(new String(resource(name + ".json"), StandardCharsets.UTF_8));
        return load(ModelArchive.of(Path.of(name + ".zip"), resource(name + ".zip")), card);
    }

    private LoadedModel load(ModelArchive archive, ModelCard card) throws IOException {
        return LoadedModel.of(card, loader.load(archive, card.readout()));
    }

    private String knownNames() throws IOException {
        List<String> names = new ArrayList<>(BUNDLED);
        for (Path file : ownFiles()) {
            names.add(baseName(file));
        }
        return String.join(", ", names);
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text + ".zip").toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private List<Path> ownFiles() throws IOException {
        if (!Files.isDirectory(ownModels)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(ownModels)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }

    /** The card beside the zip or in it; a blank one if there is none for this very file. */
    private static ModelCard card(ModelArchive archive, Path file) {
        Path beside = file.resolveSibling(baseName(file) + ".json");
        Optional<ModelCard> card = Optional.empty();
        try {
            if (Files.isRegularFile(beside) && Files.size(beside) < 1 << 20) {
                card = Optional.of(ModelCard.parse(Files.readString(beside)))
                        .filter(found -> found.sha256().equals(archive.sha256()));
            }
            if (card.isEmpty() && archive.card().isPresent()) {
                card = Optional.of(ModelCard.parse(archive.card().get()).withSha256(archive.sha256()));
            }
        } catch (IOException | IllegalArgumentException e) {
            // Another program's JSON beside a model is no reason not to open the model.
            card = Optional.empty();
        }
        return card.orElseGet(() -> ModelCard.unknown(baseName(file), archive.sha256()));
    }

    private static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ModelCatalog.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IOException("the program lacks its resource " + name + ": install it again");
            }
            return in.readAllBytes();
        }
    }
}
