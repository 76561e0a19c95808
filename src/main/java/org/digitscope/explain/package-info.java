/** Where a value in a network comes from. */
@NullMarked
package org.digitscope.explain;

import org.jspecify.annotations.NullMarked;
