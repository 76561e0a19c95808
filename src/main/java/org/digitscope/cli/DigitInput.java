package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.digitscope.files.FileProblem;
import org.digitscope.image.DigitImage;
import org.digitscope.image.InkRasterizer;
import org.digitscope.ink.Drawing;
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
    /**
     * Reads as far as that drawing and no further.
     *
     * @param name of a picture or ink; {@code -} is ndjson from standard input
     * @throws FileProblem if the file cannot be read or has no such drawing
     */
    static DigitInput read(Context context, String name, int index, InkRasterizer rasterizer) throws IOException {
        InputFile opened = InputFile.open(context, name);
        if (opened instanceof InputFile.InkFile ink) {
            return drawing(name, ink, index, rasterizer);
        }
        InputFile.PictureFile picture = (InputFile.PictureFile) opened;
        if (index > 0) {
            throw new FileProblem(picture.file(), "input.one-picture");
        }
        return new DigitInput(name, 0, Optional.empty(), picture.read());
    }

    /**
     * What a person made must not be replaced by what is computed of it.
     *
     * @throws FileProblem if {@code output} is the file that this was read from
     */
    void requireOther(Path output) throws IOException {
        boolean same = !name.equals(InputFile.STANDARD_INPUT)
                && Files.exists(output)
                && Files.exists(InputFile.path(name))
                && Files.isSameFile(output, InputFile.path(name));
        if (same) {
            throw new FileProblem(output, "output.is-input");
        }
    }

    private static DigitInput drawing(String name, InputFile.InkFile file, int index, InkRasterizer rasterizer)
            throws IOException {
        try (InkReader reader = file.reader()) {
            for (Optional<InkRecord> ink = reader.next(); ink.isPresent(); ink = reader.next()) {
                if (reader.index() == index) {
                    Drawing drawing = ink.get().drawing();
                    DigitImage image = rasterizer.rasterize(drawing).image();
                    return new DigitInput(name, index, Optional.of(drawing), image);
                }
            }
            throw new FileProblem(file.file(), "input.no-such-drawing", index, reader.index());
        }
    }
}
