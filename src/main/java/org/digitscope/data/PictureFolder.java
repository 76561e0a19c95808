package org.digitscope.data;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.image.PictureNormalizer;
import org.digitscope.image.PictureReader;

/**
 * Pictures sorted into sub-folders, each of which bears the label of what is in it. The order is that of the names, class
 * by class; hidden files and those without the ending of a picture are passed over.
 */
record PictureFolder(String name, Path folder) implements Dataset {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp", "gif", "pgm", "pbm");

    /**
     * True if a sub-folder of {@code folder} holds a picture.
     *
     * @throws FileProblem if the folder cannot be read
     */
    static boolean looksLikeOne(Path folder) throws IOException {
        for (Path classFolder : list(folder, Files::isDirectory)) {
            if (!list(classFolder, PictureFolder::isPicture).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public SampleReader open() throws IOException {
        return new Reader(list(folder, Files::isDirectory).iterator());
    }

    private static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) && Files.isRegularFile(file);
    }

    private static List<Path> list(Path folder, DirectoryStream.Filter<Path> filter) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!String.valueOf(entry.getFileName()).startsWith(".") && filter.accept(entry)) {
                    found.add(entry);
                }
            }
        } catch (IOException e) {
            throw FileProblem.of(folder, e);
        } catch (DirectoryIteratorException e) {
            throw FileProblem.of(folder, Objects.requireNonNull(e.getCause()));
        }
        found.sort(Comparator.comparing(entry -> String.valueOf(entry.getFileName())));
        return found;
    }

    /** Holds the names of one class at a time. */
    private static final class Reader implements SampleReader {
        private final Iterator<Path> classes;
        private Iterator<Path> pictures = List.<Path>of().iterator();
        private String label = "";

        Reader(Iterator<Path> classes) {
            this.classes = classes;
        }

        @Override
        public Optional<Sample> next() throws IOException {
            while (!pictures.hasNext()) {
                if (!classes.hasNext()) {
                    return Optional.empty();
                }
                Path classFolder = classes.next();
                label = String.valueOf(classFolder.getFileName());
                pictures = list(classFolder, PictureFolder::isPicture).iterator();
            }
            DigitImage image = PictureNormalizer.normalize(PictureReader.read(pictures.next()));
            return Optional.of(Sample.of(image, label));
        }

        @Override
        public void close() {
            pictures = List.<Path>of().iterator();
        }
    }
}
