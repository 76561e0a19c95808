/** The dialog in which people fit the window to themselves. */
@NullMarked
package org.digitscope.ui.settings;

import org.jspecify.annotations.NullMarked;
