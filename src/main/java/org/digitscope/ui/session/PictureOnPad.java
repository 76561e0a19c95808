package org.digitscope.ui.session;

import org.digitscope.image.DigitImage;
import org.digitscope.image.Picture;

/**
 * A picture that lies on the pad in place of ink.
 *
 * @param shown on the pad, of any size
 * @param normalized what the network sees of it
 */
public record PictureOnPad(Picture shown, DigitImage normalized) {
    /** As much as the pad can show on a large screen, in pixels. */
    private static final int MAX_SIDE = 1024;

    /** Shows a picture as it is, or smaller if the pad cannot show all of it. Takes its time for a large one. */
    public static PictureOnPad of(Picture original, DigitImage normalized) {
        return new PictureOnPad(original.within(MAX_SIDE), normalized);
    }

    /** Shows no more than the network sees, as black ink on white paper. */
    public static PictureOnPad of(DigitImage normalized) {
        byte[] levels = normalized.levels();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (255 - (levels[i] & 0xFF));
        }
        return new PictureOnPad(Picture.ofGrey(DigitImage.SIZE, DigitImage.SIZE, levels), normalized);
    }
}
