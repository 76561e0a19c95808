package org.digitscope.ui.session;

import java.util.Optional;
import org.digitscope.ink.Drawing;

/**
 * What lies on the pad, as a step of undo.
 *
 * @param ink empty where a picture lies
 * @param picture in place of ink
 */
record PadContent(Drawing ink, Optional<PictureOnPad> picture) {
    static PadContent blank() {
        return of(Drawing.empty());
    }

    static PadContent of(Drawing ink) {
        return new PadContent(ink, Optional.empty());
    }

    static PadContent of(PictureOnPad picture) {
        return new PadContent(Drawing.empty(), Optional.of(picture));
    }

    /** How much memory it takes, but for ink, which is small. */
    long picturePixels() {
        return picture.map(of -> (long) of.shown().width() * of.shown().height())
                .orElse(0L);
    }
}
