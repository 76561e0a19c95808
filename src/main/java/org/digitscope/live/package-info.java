/** Recognition that keeps up with the pen. */
@NullMarked
package org.digitscope.live;

import org.jspecify.annotations.NullMarked;
