/** Ink as people draw it: strokes of points with time stamps, their history, and the files that hold them. */
@NullMarked
package org.digitscope.ink;

import org.jspecify.annotations.NullMarked;
