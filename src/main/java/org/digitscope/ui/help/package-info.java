/** Shortcuts, what the program is made of, and what to send when something goes wrong. */
@NullMarked
package org.digitscope.ui.help;

import org.jspecify.annotations.NullMarked;
