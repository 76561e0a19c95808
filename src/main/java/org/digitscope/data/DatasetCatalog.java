package org.digitscope.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.digitscope.files.FileProblem;
import org.digitscope.files.UserFolders;

/**
 * Finds the data set behind the {@code SET} of the command line:
 *
 * <ul>
 *   <li>{@code mnist}, {@code mnist:train}, {@code mnist:test}, {@code pendigits}, {@code pendigits:train},
 *       {@code pendigits:test}, below the folder of data sets; without a part, the test part,
 *   <li>a folder with the four IDX files (its test part), or {@code FOLDER:train}, {@code FOLDER:test},
 *   <li>a pair of IDX files, {@code IMAGES,LABELS},
 *   <li>an ink file,
 *   <li>a folder of pictures with one sub-folder a class, named after its label.
 * </ul>
 *
 * <p>Safe for any thread.
 */
public final class DatasetCatalog {
    private static final String MNIST = "mnist";
    private static final String PENDIGITS = "pendigits";
    private static final List<String> PARTS = List.of("train", "test");

    private final Path dataSets;

    public DatasetCatalog(UserFolders folders) {
        this.dataSets = folders.dataSets();
    }

    /**
     * The set that {@code spec} names. That its files are there and of the right kind is checked now, what is in them
     * when they are read.
     *
     * @param rasterize makes images of drawings, for sets of ink
     * @throws FileProblem if there is no such set; the sentence says what can be named, or how to get it
     */
    public Dataset open(String spec, InkToImage rasterize) throws IOException {
        Dataset dataset = find(spec, rasterize);
        dataset.open().close();
        return dataset;
    }

    private Dataset find(String spec, InkToImage rasterize) throws IOException {
        Optional<Dataset> known = known(spec, rasterize);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Path> path = path(spec);
        if (path.filter(Files::isDirectory).isPresent()) {
            return ofFolder(spec, path.get());
        }
        if (path.filter(Files::exists).isPresent()) {
            return ofFile(spec, path.get(), rasterize);
        }
        for (String part : PARTS) {
            Optional<Path> folder = without(":" + part, spec).flatMap(DatasetCatalog::path);
            if (folder.filter(Files::isDirectory).isPresent()) {
                return ofPart(spec, folder.get(), part);
            }
        }
        if (spec.indexOf(',') >= 0) {
            return ofPair(spec);
        }
        throw new FileProblem(path.orElse(Path.of("")), "data.unknown", spec);
    }

    private Optional<Dataset> known(String spec, InkToImage rasterize) throws IOException {
        for (String name : List.of(MNIST, PENDIGITS)) {
            if (spec.equals(name)) {
                return Optional.of(ofKnown(spec, name, "test", rasterize));
            }
            if (spec.startsWith(name + ":")) {
                String part = spec.substring(name.length() + 1);
                if (!PARTS.contains(part)) {
                    throw new FileProblem(dataSets, "data.unknown-part", spec, name);
                }
                return Optional.of(ofKnown(spec, name, part, rasterize));
            }
        }
        return Optional.empty();
    }

    private Dataset ofKnown(String spec, String name, String part, InkToImage rasterize) throws IOException {
        if (name.equals(MNIST)) {
            Path folder = dataSets.resolve(MNIST);
            if (!IdxFolder.looksLikeOne(folder)) {
                throw new FileProblem(folder, "data.not-here", name);
            }
            return IdxFolder.dataset(spec, folder, part(part));
        }
        Path file = dataSets.resolve("ink").resolve(name + "-" + part + ".ndjson");
        if (!Files.isRegularFile(file)) {
            throw new FileProblem(file, "data.not-here", name);
        }
        return new InkDataset(spec, file, rasterize);
    }

    private static Dataset ofFolder(String spec, Path folder) throws IOException {
        if (IdxFolder.looksLikeOne(folder)) {
            return IdxFolder.dataset(spec, folder, IdxFolder.Part.TEST);
        }
        if (PictureFolder.looksLikeOne(folder)) {
            return new PictureFolder(spec, folder);
        }
        throw new FileProblem(folder, "data.empty-folder");
    }

    private static Dataset ofPart(String spec, Path folder, String part) throws IOException {
        if (!IdxFolder.looksLikeOne(folder)) {
            throw new FileProblem(folder, "data.no-parts", part);
        }
        return IdxFolder.dataset(spec, folder, part(part));
    }

    private static Dataset ofFile(String spec, Path file, InkToImage rasterize) throws IOException {
        try {
            if (IdxInput.looksLikeOne(file)) {
                throw new FileProblem(file, "data.idx-alone");
            }
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
        return new InkDataset(spec, file, rasterize);
    }

    /** File names may have commas, so the first comma with a file on either side parts them. */
    private static Dataset ofPair(String spec) throws IOException {
        for (int comma = spec.indexOf(','); comma >= 0; comma = spec.indexOf(',', comma + 1)) {
            Optional<Path> images = path(spec.substring(0, comma)).filter(Files::exists);
            Optional<Path> labels = path(spec.substring(comma + 1)).filter(Files::exists);
            if (images.isPresent() && labels.isPresent()) {
                return IdxFiles.dataset(spec, images.get(), labels.get());
            }
        }
        int comma = spec.indexOf(',');
        Optional<Path> images = path(spec.substring(0, comma));
        Optional<Path> labels = path(spec.substring(comma + 1));
        Path missing =
                images.filter(file -> !Files.exists(file)).or(() -> labels).orElse(Path.of(""));
        throw new FileProblem(missing, "data.pair-missing", spec);
    }

    private static IdxFolder.Part part(String name) {
        return name.equals("train") ? IdxFolder.Part.TRAIN : IdxFolder.Part.TEST;
    }

    private static Optional<String> without(String ending, String text) {
        return text.endsWith(ending)
                ? Optional.of(text.substring(0, text.length() - ending.length()))
                : Optional.empty();
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
