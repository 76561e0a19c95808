/** How the answer came about while the digit was drawn. */
@NullMarked
package org.digitscope.ui.timeline;

import org.jspecify.annotations.NullMarked;
