package org.digitscope.cli;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.image.PictureNormalizer;
import org.digitscope.image.PictureReader;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkReader;

/** What somebody names to be read: a picture, or ink. The same for all commands. */
sealed interface InputFile {
    /** The name of standard input. */
    String STANDARD_INPUT = "-";

    /** One digit. */
    record PictureFile(Path file) implements InputFile {
        /** As a network sees it. */
        DigitImage read() throws IOException {
            return PictureNormalizer.normalize(PictureReader.read(file));
        }
    }

    /**
     * Drawings, to be read once and closed.
     *
     * @param file for messages
     */
    record InkFile(Path file, InkReader reader) implements InputFile {}

    /**
     * @param name of a picture or ink; {@link #STANDARD_INPUT} is ndjson from standard input
     * @throws FileProblem if it is missing or is neither
     */
    static InputFile open(Context context, String name) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            Path shown = Path.of("standard input");
            return new InkFile(shown, InkFiles.openNdjson(context.in(), shown));
        }
        Path file = path(name);
        if (Files.isDirectory(file)) {
            throw new FileProblem(file, "file.is-folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new InkFile(file, openPipe(file));
        }
        if (Files.exists(file) && PictureReader.looksLikePicture(file)) {
            return new PictureFile(file);
        }
        if (Files.exists(file) && !InkFiles.looksLikeInk(file) && !isNamedLikeInk(name)) {
            throw new FileProblem(file, "classify.neither");
        }
        return new InkFile(file, InkFiles.open(file));
    }

    /** @throws FileProblem if this system has no files of such a name */
    static Path path(String name) throws FileProblem {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw FileProblem.causedBy(e, Path.of(name.replaceAll("[^\\w. -]", "_")), "file.missing");
        }
    }

    /** A pipe can be read but once and from its start, so nobody may look into it beforehand. */
    private static InkReader openPipe(Path file) throws FileProblem {
        try {
            return InkFiles.openNdjson(new BufferedInputStream(new FileInputStream(file.toFile())), file);
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
    }

    private static boolean isNamedLikeInk(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".ndjson") || lower.endsWith(".inkml");
    }
}
