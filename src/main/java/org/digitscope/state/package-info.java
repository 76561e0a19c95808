/** What somebody was looking at, drawing and model and view together, as one file that opens again. */
@NullMarked
package org.digitscope.state;

import org.jspecify.annotations.NullMarked;
