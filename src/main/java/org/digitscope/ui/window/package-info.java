/** The main window, which puts the views together. */
@NullMarked
package org.digitscope.ui.window;

import org.jspecify.annotations.NullMarked;
