package org.digitscope.state;

import java.util.Optional;
import org.digitscope.image.DigitImage;
import org.digitscope.ink.Drawing;

/**
 * One moment of the window.
 *
 * @param ink on the pad, without what was undone; may be empty, and is where a picture lies
 * @param picture that lies on the pad in place of ink, as the network sees it
 * @param model that read it; empty before one was loaded
 * @param view what was shown of it
 */
public record SavedState(Drawing ink, Optional<DigitImage> picture, Optional<UsedModel> model, ShownView view) {}
