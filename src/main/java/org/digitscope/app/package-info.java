/** Constructs everything and starts the window or the command line. */
@NullMarked
package org.digitscope.app;

import org.jspecify.annotations.NullMarked;
