/** The pad: ink that follows the pointer, with its tools. */
@NullMarked
package org.digitscope.ui.pad;

import org.jspecify.annotations.NullMarked;
