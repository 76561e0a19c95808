package org.digitscope.state;

import java.util.Optional;
import org.digitscope.ink.Drawing;

/**
 * One moment of the window.
 *
 * @param ink on the pad, without what was undone; may be empty
 * @param model that read it; empty before one was loaded
 * @param view what was shown of it
 */
public record SavedState(Drawing ink, Optional<UsedModel> model, ShownView view) {}
