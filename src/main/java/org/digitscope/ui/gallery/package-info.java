/** Ink that fools a network, to be put on the pad. */
@NullMarked
package org.digitscope.ui.gallery;

import org.jspecify.annotations.NullMarked;
