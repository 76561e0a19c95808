package org.digitscope.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.digitscope.files.AtomicFiles;

/** Writes pictures as PNG, whole or not at all. */
public final class PictureWriter {
    private PictureWriter() {}

    /** @throws org.digitscope.files.FileProblem if the file cannot be written; nothing has changed then */
    public static void writePng(Path file, Picture picture) throws IOException {
        AtomicFiles.write(file, out -> writePng(out, picture));
    }

    /** Leaves {@code out} open. */
    public static void writePng(OutputStream out, Picture picture) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ImageIO.setUseCache(false);
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this Java cannot write PNG");
        }
    }
}
