/** A guided tour of the window in eight steps, for a class in front of it. */
@NullMarked
package org.digitscope.ui.lesson;

import org.jspecify.annotations.NullMarked;
