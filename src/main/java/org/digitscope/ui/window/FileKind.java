package org.digitscope.ui.window;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.files.FileProblem;
import org.digitscope.image.PictureReader;
import org.digitscope.ink.InkFiles;
import org.digitscope.state.StateFile;

/** What the window opens; what a file is, its first bytes say and not its name. */
public enum FileKind {
    STATE,
    INK,
    PICTURE,
    MODEL;

    /**
     * What a file is by its first bytes. What cannot be read at all counts as a model, whose reader says why.
     *
     * @throws FileProblem if it is none of them
     */
    public static FileKind of(Path file) throws FileProblem {
        if (StateFile.looksLikeState(file)) {
            return STATE;
        }
        if (InkFiles.looksLikeInk(file)) {
            return INK;
        }
        if (PictureReader.looksLikePicture(file)) {
            return PICTURE;
        }
        if (isForeign(file)) {
            throw new FileProblem(file, "open.unknown");
        }
        return MODEL;
    }

    /** Models are zips, which begin with these letters. */
    private static boolean isForeign(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() != 'P' || in.read() != 'K';
        } catch (IOException e) {
            return false;
        }
    }
}
