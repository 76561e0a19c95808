package org.digitscope.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.digitscope.files.FileProblem;

/** A folder that holds MNIST's four files, or another set's under the same names, gzipped or not. */
final class IdxFolder {
    private IdxFolder() {}

    /** One of the two parts of a set. */
    enum Part {
        TRAIN("train"),
        TEST("t10k");

        private final String prefix;

        Part(String prefix) {
            this.prefix = prefix;
        }

        String imagesName() {
            return prefix + "-images-idx3-ubyte";
        }

        String labelsName() {
            return prefix + "-labels-idx1-ubyte";
        }
    }

    /** True if at least one of the four files is in {@code folder}. */
    static boolean looksLikeOne(Path folder) {
        return Stream.of(Part.values())
                .flatMap(part -> Stream.of(part.imagesName(), part.labelsName()))
                .anyMatch(name -> find(folder, name).isPresent());
    }

    /**
     * One part of the set in {@code folder}.
     *
     * @throws FileProblem if one of its two files is missing
     */
    static Dataset dataset(String name, Path folder, Part part) throws FileProblem {
        return IdxFiles.dataset(name, require(folder, part.imagesName()), require(folder, part.labelsName()));
    }

    /**
     * The file called {@code name} in {@code folder}, or by one of the names under which it is passed on: with
     * {@code .gz}, with a full stop in place of the last hyphen but one.
     */
    static Optional<Path> find(Path folder, String name) {
        return find(folder.resolve(name));
    }

    /** As {@link #find(Path, String)}, with folder and name in one. */
    static Optional<Path> find(Path plainFile) {
        String name = String.valueOf(plainFile.getFileName());
        String dotted = name.replace("-idx", ".idx");
        return Stream.of(name + ".gz", name, dotted + ".gz", dotted)
                .map(plainFile::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Path require(Path folder, String name) throws FileProblem {
        Optional<Path> found = find(folder, name);
        if (found.isEmpty()) {
            throw new FileProblem(folder, "data.idx-file-missing", name, String.join(", ", allNames()));
        }
        return found.get();
    }

    private static List<String> allNames() {
        return Stream.of(Part.values())
                .flatMap(part -> Stream.of(part.imagesName(), part.labelsName()))
                .toList();
    }
}
