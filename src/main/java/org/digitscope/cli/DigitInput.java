package org.digitscope.cli;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.image.PictureNormalizer;
import org.digitscope.image.PictureReader;
import org.digitscope.ink.Drawing;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkReader;
import org.digitscope.ink.InkRecord;

/**
 * One picture, or one drawing of a file.
 *
 * @param name of the file, as it was given
 * @param index which drawing of it, from 0
 * @param ink absent for a picture
 * @param image what a network sees of it
 */
record DigitInput(String name, int index, Optional<Drawing> ink, DigitImage image) {
    private static final String STANDARD_INPUT = "-";

    /**
     * Reads as far as that drawing and no further.
     *
     * @param name of a picture or ink; {@code -} is ndjson from standard input
     * @throws FileProblem if the file cannot be read or has no such drawing
     */
    static DigitInput read(Context context, String name, int index, InkRasterizer rasterizer) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            Path shown = Path.of("standard input");
            return drawing(name, shown, InkFiles.openNdjson(context.in(), shown), index, rasterizer);
        }
        Path file = path(name);
        if (Files.isDirectory(file)) {
            throw new FileProblem(file, "file.is-folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return drawing(name, file, openPipe(file), index, rasterizer);
        }
        if (Files.exists(file) && PictureReader.looksLikePicture(file)) {
            if (index > 0) {
                throw new FileProblem(file, "input.one-picture");
            }
            DigitImage image = PictureNormalizer.normalize(PictureReader.read(file));
            return new DigitInput(name, 0, Optional.empty(), image);
        }
        if (Files.exists(file) && !InkFiles.looksLikeInk(file) && !isNamedLikeInk(name)) {
            throw new FileProblem(file, "classify.neither");
        }
        return drawing(name, file, InkFiles.open(file), index, rasterizer);
    }

    /**
     * What a person made must not be replaced by what is computed of it.
     *
     * @throws FileProblem if {@code output} is the file that this was read from
     */
    void requireOther(Path output) throws IOException {
        boolean same = !name.equals(STANDARD_INPUT)
                && Files.exists(output)
                && Files.exists(path(name))
                && Files.isSameFile(output, path(name));
        if (same) {
            throw new FileProblem(output, "output.is-input");
        }
    }

    private static DigitInput drawing(String name, Path shown, InkReader reader, int index, InkRasterizer rasterizer)
            throws IOException {
        try (reader) {
            for (Optional<InkRecord> ink = reader.next(); ink.isPresent(); ink = reader.next()) {
                if (reader.index() == index) {
                    Drawing drawing = ink.get().drawing();
                    DigitImage image = rasterizer.rasterize(drawing).image();
                    return new DigitInput(name, index, Optional.of(drawing), image);
                }
            }
            throw new FileProblem(shown, "input.no-such-drawing", index, reader.index());
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

    private static Path path(String name) throws FileProblem {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw FileProblem.causedBy(e, Path.of(name.replaceAll("[^\\w. -]", "_")), "file.missing");
        }
    }
}
